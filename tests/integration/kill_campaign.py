#!/usr/bin/env python3
"""Kills the gateway in the middle of changes and looks what became of them: kill_campaign.py [--kills N] [--seed S]

Several clients change persons of a synthetic population; at a random moment the gateway is ended with kill -9 and started
again on the same data. Then every change that was acknowledged has to be there: in the person's view with its version, in
the history, in the feed, in the search index and in the signals, and its message sent again gives the same answer. A change
that was not acknowledged is wholly there or not at all, and its message sent again finishes it, once.

CVSGW_BINARY names the program. With CVSGW_TORN_APART, a gateway whose transactions are taken apart, the campaign passes when
it finds loss in that one: the proof that it can.
"""
import argparse
import contextlib
import os
import random
import shutil
import sqlite3
import ssl
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
import changes  # noqa: E402
import soap  # noqa: E402
from changes import W21, person  # noqa: E402
from gateway import Gateway  # noqa: E402
from kill_changes import KINDS, OPEN, TODAY  # noqa: E402

PERSONS = 12_000
CONNECTIONS = 6
LONGEST_SECONDS = 0.35  # from the first change to the kill
ENOUGH = 400            # fewer persons left to change than this: a fresh copy of the population


class Line:
    """One connection that is kept open."""

    def __init__(self, gateway, key):
        self._gateway, self._key = gateway, key
        self._connection = gateway.connect()

    def call(self, operation, content, message_id=None):
        """The answer; None when the gateway went away before it was whole."""
        data = soap.message(self._gateway, self._key, "wi2021", operation, content, message_id)
        try:
            self._connection.sendall(data)
            answer = soap.read_answer(self._connection)
        except (ConnectionError, ssl.SSLError, TimeoutError):
            return None
        if answer is None or len(answer.body) < int(answer.headers["content-length"]):
            return None
        return answer

    def ask(self, operation, content):
        answer = self.call(operation, content)
        assert answer is not None and answer.status == 200, answer and answer.fault()
        return answer.xml()

    def close(self):
        self._connection.close()


class Change:
    """One change as it was sent."""

    def __init__(self, kind, who, own):
        self.kind, self.who, self._own = kind, who, own
        self._confirmed = ()
        self.version_before, self.history_before = "", 0
        self.message_id = changes.new_id()
        self.sent = False
        self.outcome = None
        self.done = None     # found done after the kill, before it was sent again
        self.signals = None  # of the person, as his view counts them

    def content(self, dry=False):
        return self.kind.who(self.who) + self._own + changes.treatment(dry=dry, confirmed=self._confirmed)

    def possible(self, line):
        """Whether it would be processed now; what has to be confirmed is confirmed."""
        for _ in range(2):
            outcome = changes.Outcome(line.call(self.kind.operation, self.content(dry=True)))
            if outcome.result != "BevestigingNodig":
                break
            self._confirmed = [code for code in outcome.messages if code.startswith("AS")]
        return outcome.result == "Goedgekeurd" and "AS010" not in outcome.messages

    def history(self, line):
        """How many entries the history has that the change adds to."""
        if not self.kind.history:
            return 0
        soort, element = self.kind.history
        answer = line.ask("RaadpleegHistorie", person(*self.who) + changes.el("soort", soort))
        return len(list(answer.iter(W21 + element)))

    def __str__(self):
        return f"{self.kind.operation} of person {self.who[0]} at {self.who[1]}"


class World:
    """A gateway on its own copy of the population, and the persons that can still be changed there."""

    def __init__(self, template, luck):
        self._folder = tempfile.TemporaryDirectory(prefix="cvsgw-kill-")
        self._data = Path(self._folder.name) / "data"
        shutil.copytree(template, self._data)
        self.gateway = Gateway(data=self._data, today=TODAY)
        self.key = changes.issue_key(self.gateway)
        self.gateway.start()
        self.candidates = [(kind, who, number) for kind in KINDS for number, who in
                           enumerate(changes.find(self.gateway, self.key, kind.criteria))]
        luck.shuffle(self.candidates)

    def close(self):
        """Stops, and gives what the engine itself finds wrong with the file."""
        self.gateway.__exit__(None)
        with contextlib.closing(sqlite3.connect(self._data / "isi.sqlite")) as database:
            said = [row[0] for row in database.execute("PRAGMA integrity_check")]
        self._folder.cleanup()
        return [] if said == ["ok"] else said

    def take(self, line, amount):
        """So many changes that would be processed now, each of another person."""
        taken, persons = [], set()
        while self.candidates and len(taken) < amount:
            kind, who, number = self.candidates.pop()
            if who[0] in persons:
                continue
            view = line.ask("RaadpleegPersoon", person(*who)).find(f".//{W21}persoon")
            own = kind.content(view, number)
            if callable(own):
                own = own(line, who)
            change = own is not None and Change(kind, who, own)
            if change and change.possible(line):
                change.version_before, change.history_before = kind.version(view), change.history(line)
                persons.add(who[0])
                taken.append(change)
        return taken


class Feeds:
    """Where every person stands in the feed, and the signals, at one moment."""

    def __init__(self, world, gemeenten):
        self.position, self.signals, self.wrong = {}, {}, []
        for gemeente in gemeenten:
            people = changes.feed(world.gateway, world.key, "HaalPersonen", "persoon", gemeente=gemeente)
            signals = changes.feed(world.gateway, world.key, "HaalSignalen", "signaal", gemeente=gemeente)
            for entries, name in ((people, "persoonId"), (signals, "signaalId")):
                numbers = [int(entry["volgnummer"]) for entry in entries]
                if numbers != sorted(set(numbers)):
                    self.wrong.append(f"the feed of {gemeente} is out of order")
                if len({entry[name] for entry in entries}) != len(entries):
                    self.wrong.append(f"the feed of {gemeente} gives an entry twice")
            for entry in people:
                if entry.get("bsn"):
                    self.position[entry["bsn"], gemeente] = int(entry["volgnummer"])
            for entry in signals:
                if entry.get("bsn"):
                    self.signals.setdefault((entry["bsn"], gemeente), []).append(entry)


class Judge:
    """Looks, after a restart, what became of the changes of a round."""

    def __init__(self, world, before):
        self.world, self.before = world, before
        self.found = []
        self.whole = self.nothing = 0

    def judge(self, sent):
        gemeenten = {change.who[1] for change in sent}
        now = Feeds(self.world, gemeenten)
        self.found += now.wrong
        line = Line(self.world.gateway, self.world.key)
        for change in sent:
            for what in self._wrong(line, change, now):
                self.found.append(f"{change} ({'' if change.outcome else 'not '}acknowledged): {what}")
        after = Feeds(self.world, gemeenten)
        for change in sent:
            self._feed_after_retry(change, now, after)
        self._index(line, sent)
        line.close()
        return after

    def _wrong(self, line, change, now):
        view = self._view(line, change)
        if view is None:
            return ["the person is not found"]
        version = change.kind.version(view)
        change.done = version != change.version_before
        moved = self._position(change, now) != self._position(change, self.before)
        found = []
        if moved != change.done:
            found.append(f"changed: {change.done}, moved in the feed: {moved}")
        if change.outcome and not change.done:
            found.append("is not there")
        if change.done and change.kind.half(version):
            found.append("only a part of it is there")
        if not change.outcome:
            self.whole += change.done
            self.nothing += not change.done
        return found + self._retry(line, change, version)

    def _retry(self, line, change, version):
        again = changes.Outcome(line.call(change.kind.operation, change.content(), change.message_id))
        if again.result != "Verwerkt" or "AS010" in again.messages:
            return [f"its message sent again is answered with {again}"]
        found = []
        if change.outcome and again.body() != change.outcome.body():
            found.append("its message sent again has another answer")
        view = self._view(line, change)
        told = change.kind.answered(again, view)
        if change.done and told != version:
            found.append("its message sent again was done again")
        if change.kind.version(view) != told:
            found.append("the view has another version than the answer")
        tally = view.find(f"{W21}signalen")
        change.signals = tuple(int(tally.findtext(soap.COMMON + name)) for name in ("nieuw", "inBehandeling", "afgehandeld"))
        if change.kind.history and change.history(line) != change.history_before + 1:
            found.append("the history is not one entry longer")
        return found + list(change.kind.wrong(view, change))

    @staticmethod
    def _position(change, feeds):
        return change.kind.position(feeds, change.who)

    @staticmethod
    def _view(line, change):
        return line.ask("RaadpleegPersoon", person(*change.who)).find(f".//{W21}persoon")

    def _feed_after_retry(self, change, now, after):
        statuses = [entry["status"] for entry in after.signals.get(change.who, ())]
        listed = tuple(statuses.count(status) for status in ("Nieuw", "InBehandeling", "Afgehandeld"))
        self.found += [f"{change}: {signal['code']} is not settled" for signal in after.signals.get(change.who, ())
                       if change.signals and signal["code"] in change.kind.settles and signal["status"] in OPEN]
        if change.signals and listed != change.signals:
            self.found.append(f"{change}: the view counts the signals {change.signals}, the feed {listed}")
        moved = self._position(change, now) != self._position(change, after)
        if moved == change.done:
            self.found.append(f"{change}: done: {change.done}, moved in the feed by the retry: {moved}")

    def _index(self, line, sent):
        """The search by what the change did finds none of these persons any more."""
        for kind in KINDS:
            changed = {change.who for change in sent if change.kind is kind}
            if kind.once and changed:
                left = set(changes.find(self.world.gateway, self.world.key, kind.criteria)) & changed
                self.found += [f"{kind.operation} of {who[0]}: the search does not know it" for who in sorted(left)]


def hammer(world, rounds_changes, luck):
    """Sends the changes over several connections until the gateway is killed; gives those that were sent."""
    lines = [Line(world.gateway, world.key) for _ in range(CONNECTIONS)]
    start = threading.Barrier(CONNECTIONS + 1)

    def client(line, own):
        start.wait(timeout=60)
        for change in own:
            change.sent = True
            answer = line.call(change.kind.operation, change.content(), change.message_id)
            if answer is None:
                return  # it may have been done or not
            change.outcome = changes.Outcome(answer)

    threads = [threading.Thread(target=client, args=(line, rounds_changes[number::CONNECTIONS]))
               for number, line in enumerate(lines)]
    for thread in threads:
        thread.start()
    start.wait(timeout=60)
    time.sleep(luck.uniform(0.005, LONGEST_SECONDS))
    world.gateway.kill()
    for thread in threads:
        thread.join(timeout=60)
    for line in lines:
        line.close()
    return [change for change in rounds_changes if change.sent]


class Campaign:
    def __init__(self, template, seed):
        self.luck, self.template, self.world = random.Random(seed), template, None
        self.found, self.acknowledged, self.whole, self.nothing = [], 0, 0, 0
        self.kinds = {}
        self.amount = 60  # of changes in a round; grows when the clients run out of them before the kill

    def fresh_world(self):
        if self.world is None or len(self.world.candidates) < ENOUGH:
            self.close()
            self.world = World(self.template, self.luck)

    def close(self):
        if self.world:
            world, self.world = self.world, None
            self.found += world.close()

    def round(self):
        self.fresh_world()
        line = Line(self.world.gateway, self.world.key)
        planned = self.world.take(line, self.amount)
        line.close()
        before = Feeds(self.world, {change.who[1] for change in planned})
        sent = hammer(self.world, planned, self.luck)
        if len(sent) == len(planned):
            self.amount = min(2 * self.amount, ENOUGH)
        self.found += [f"{change}: {change.outcome}" for change in sent if change.outcome and change.outcome.result != "Verwerkt"]
        self.world.gateway.start()
        judge = Judge(self.world, before)
        judge.judge(sent)
        self.found += judge.found
        self.acknowledged += sum(change.outcome is not None for change in sent)
        self.whole += judge.whole
        self.nothing += judge.nothing
        for kind in KINDS:
            self.kinds[kind.operation] = self.kinds.get(kind.operation, 0) + sum(change.kind is kind for change in sent)

    def summary(self):
        kinds = ", ".join(f"{operation} {count}" for operation, count in self.kinds.items())
        return (f"{kinds}; {self.acknowledged} changes acknowledged; of those not acknowledged {self.whole} wholly there, "
                f"{self.nothing} not at all; {len(self.found)} findings")


def run(campaign, kills, torn):
    """The number of kills that were made; a torn gateway is let go at the first finding."""
    for kill in range(1, kills + 1):
        try:
            campaign.round()
        except Exception as error:  # a torn gateway may also fail to start or to answer
            if not torn:
                raise
            campaign.found.append(f"the gateway does not serve any more: {error!r}")
        if kill % 20 == 0:
            print(f"{kill} kills: {campaign.summary()}", flush=True)
        if torn and campaign.found:
            return kill
    return kills


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    args = parser.parse_args()
    torn = os.environ.get("CVSGW_TORN_APART")
    print(f"seed {args.seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="cvsgw-kill-") as folder:
        template = Path(folder) / "data"
        # Made by the program itself; only the changes are made by a torn one.
        Gateway(data=template).command("isi", "populate", "--data", template, "--persons", PERSONS, "--seed", 1,
                                       "--vandaag", TODAY)
        if torn:
            os.environ["CVSGW_BINARY"] = torn
        campaign = Campaign(template, args.seed)
        try:
            kills = run(campaign, args.kills, torn)
        finally:
            campaign.close()
    for finding in campaign.found[:40]:
        print(finding)
    print(f"{kills} kills: {campaign.summary()}")
    if torn:
        print("loss was found, as it has to be" if campaign.found else "a torn gateway lost nothing: the campaign cannot fail")
        return 0 if campaign.found else 1
    if not campaign.whole + campaign.nothing or not all(campaign.kinds.values()):
        print("no kill came in the middle of a change, or an operation was never called: this proves nothing")
        return 1
    return 1 if campaign.found else 0


if __name__ == "__main__":
    sys.exit(main())
