"""The real gateway, the days that pass, the people and municipalities of each scenario, and zeep as the client."""
import json
import subprocess
import sys
from pathlib import Path

import requests
from zeep import Client
from zeep.transports import Transport
from zeep.wsse.username import UsernameToken

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "support"))
from gateway import Gateway, binary, test_persons  # noqa: E402

from .language import ScenarioError  # noqa: E402

# Every scenario has municipalities of its own, so that what it counts is its own. None of the named test persons lives in these.
GEMEENTECODES = """
0037 0047 0050 0059 0060 0072 0074 0085 0086 0088 0090 0093 0096 0098 0106 0109 0114 0118 0119 0141 0147 0148 0150 0158
0160 0163 0164 0166 0168 0171 0173 0175 0177 0180 0184 0189 0197 0203 0209 0213 0214 0216 0221 0222 0225 0226 0228 0230
0232 0233 0243 0244 0246 0252 0262 0263 0267 0269 0273 0274 0275 0277 0279 0281 0285 0289 0293 0294 0296 0297 0299 0301
0302 0303 0308 0310 0312 0313 0317 0321 0327 0331 0335 0339 0340 0342 0345 0351 0352 0353 0355 0356 0358 0361 0362 0373
0375 0376 0377 0383 0384 0385 0388 0396 0397 0399 0400 0405 0406 0415 0417 0420 0431 0432 0437 0439 0441 0448 0450 0451""".split()
LETTERS = "ABC"
ROLES = {"muteren": "Wi2007,Wi2013MUT,Wi2021MUT", "raadplegen": "Wi2007,Wi2013,Wi2021"}
REGION = ("0363", "0344")  # where the named test persons of the Wi2021 live


def passes_eleven_test(bsn):
    return (sum((9 - i) * int(bsn[i]) for i in range(8)) - int(bsn[8])) % 11 == 0


def free_bsns():
    """Test BSNs that nobody in the population has."""
    taken = {person["bsn"] for person in test_persons()}
    return (bsn for bsn in map(str, range(999998000, 1000000000)) if passes_eleven_test(bsn) and bsn not in taken)


class Names:
    """What the words of one scenario stand for: A, B and C for municipalities, names for persons, $words for what it remembers."""

    def __init__(self, gemeenten, bsns):
        self.gemeenten = dict(zip(LETTERS, gemeenten))
        self._bsns = bsns
        self.persons = {}
        self.remembered = {}

    def gemeente(self, word):
        if word in self.gemeenten:
            return self.gemeenten[word]
        if len(word) == 4 and word.isdigit():
            return word
        raise ScenarioError(f"gemeente '{word}': kies A, B of C, of een code van vier cijfers")

    def bsn(self, person):
        if len(person) == 9 and person.isdigit():
            return person
        if person not in self.persons:
            self.persons[person] = next(self._bsns)
        return self.persons[person]

    def value(self, word):
        """$A is a municipality, $bsn the person, $bsn:Jan another one; any other has to be remembered first."""
        name = word[1:]
        if name in self.gemeenten:
            return self.gemeenten[name]
        if name == "bsn" or name.startswith("bsn:"):
            return self.bsn(name[4:] or "persoon")
        if name in self.remembered:
            return self.remembered[name]
        raise ScenarioError(f"{word} is niet onthouden; bekend zijn: $bsn, $A, $B, $C "
                            f"{' '.join('$' + known for known in self.remembered)}".rstrip())


class World:
    """One gateway and its clock; scenarios share it, in the order of their days."""

    def __init__(self, first_day):
        self.day = first_day
        self.gateway = Gateway(persons=0, today=first_day)
        self._codes = iter(GEMEENTECODES)
        self._bsns = free_bsns()
        self._clients, self._services = {}, {}
        # Before serving: a gateway that is up looks for new keys only now and then.
        self._keys = {role: self._issue(words) for role, words in ROLES.items()}

    def __enter__(self):
        self.gateway.__enter__()
        return self

    def __exit__(self, *problem):
        for client in self._clients.values():
            client.transport.session.close()
        return self.gateway.__exit__(*problem)

    def names(self):
        try:
            return Names([next(self._codes) for _ in LETTERS], self._bsns)
        except StopIteration:
            raise ScenarioError("te veel scenario's in deze map: verdeel ze over twee mappen") from None

    def go_to(self, day):
        """Stops, and serves again on another day: the day processing catches up with the first question of that day."""
        if day != self.day:
            for client in self._clients.values():
                client.transport.session.close()  # its connections lead to the gateway that ends now
            self.gateway.restart(day)
            self.day = day
            self._services = {}

    def event(self, name, fields):
        """(refused, what the command said) of an event from outside."""
        line = json.dumps({"gebeurtenis": name, **fields}, ensure_ascii=False) + "\n"
        words = [binary(), "isi", "event", "--data", self.gateway.data, "--file", "-", "--vandaag", self.day]
        done = subprocess.run([str(word) for word in words], input=line, capture_output=True, text=True, timeout=120, check=False)
        if done.returncode not in (0, 1):
            raise ScenarioError(f"gebeurtenis {name}: {done.stderr}")
        return done.returncode == 1, done.stderr.strip()

    def client(self, service):
        if service not in self._clients:
            session = requests.Session()
            session.trust_env = False
            session.verify = str(self.gateway.ca)
            transport = Transport(session=session, timeout=30, operation_timeout=60)
            self._clients[service] = Client(f"{self.gateway.url}/ws/{service}/v1?wsdl", transport=transport)
        return self._clients[service]

    def operation(self, service, name, law):
        """The operation of the served WSDL; without a service the law's, or else the general one."""
        for candidate in [service] if service else [law, "algemeen"]:
            operations = self.client(candidate).service._binding._operations
            if name in operations:
                return candidate, operations[name]
        raise ScenarioError(f"vraag {name} bestaat niet in {service or law + ' of algemeen'}")

    def call(self, service, name, role, content):
        """Calls with zeep, at today's address (which a new day changes) and with the key of the role."""
        client = self.client(service)
        client.wsse = self._key(role)
        if service not in self._services:
            binding = client.service._binding.name
            self._services[service] = client.create_service(binding, f"{self.gateway.url}/ws/{service}/v1")
        return self._services[service][name](**content)

    def _key(self, role):
        if role not in self._keys:
            raise ScenarioError(f"rol '{role}' bestaat niet; kies {' of '.join(ROLES)}")
        return self._keys[role]

    def _issue(self, roles):
        more = [word for code in (*REGION[1:], *GEMEENTECODES) for word in ("--gemeente", code)]
        key = self.gateway.issue_key(REGION[0], roles, *more)
        return UsernameToken(key.name, key.password)
