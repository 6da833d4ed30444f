"""A35, A36, A38: more than the limits allow, at a gateway that has them (others.py). It is told to come back later, before it costs
anything; another client, with a key and a source of its own, is answered all the while.
"""
import itertools
import time

import changes
import soap
from case import Case, Expect, Seen
from others import KEY_AT_ONCE, PASSWORDS, PASSWORDS_A_MINUTE, PERSONS, REFUSED_AT_ONCE
from wire import TIMEOUT, listen, send

LATER, PAGE_LATER = Expect(429, "0051"), Expect(429)
MOST = 400  # messages, before a case gives up
sources = (f"127.0.8.{number}" for number in itertools.count(1))


def talk(gateway, data, source):
    with gateway.connect(TIMEOUT, source=source) as connection:
        send(connection, data)
        return listen(connection).first


class Named:
    """A key of somebody's choosing."""

    def __init__(self, name, password):
        self.name, self.password = name, password


def ping(key, password=None):
    return soap.request("algemeen", soap.envelope(soap.operation("algemeen", "Ping"), soap.security(key, password)))


def flooding(allowed, messages, victim_still_served=False):
    """`messages(gateway, key)` makes them, one after another, for one source and one key; so many are `allowed` at once, or one more
    for every second that it takes."""
    def run(stand):
        gateway, source, elsewhere = stand.with_limits(), next(sources), next(sources)
        key, problems, answers, begin = next(gateway.victims), [], [], time.monotonic()
        for data in itertools.islice(messages(gateway, key), MOST):
            answers.append(talk(gateway, data, source))
            if answers[-1].status == 429:
                break
        most = allowed + time.monotonic() - begin + 1
        if not allowed <= len(answers) - 1 <= most:
            problems.append(f"{len(answers) - 1} were let in, not {allowed} to {most:.0f}")
        if not answers[-1].headers.get("retry-after", "").isdigit() or int(answers[-1].headers["retry-after"]) < 1:
            problems.append(f"no Retry-After in {answers[-1].headers}")
        if (other := talk(gateway, ping(gateway.key), elsewhere)).status != 200:
            problems.append(f"another client got {other.status}")
        if victim_still_served and (owner := talk(gateway, ping(key), elsewhere)).status != 200:
            problems.append(f"the owner of the key got {owner.status} at his own address")
        return Seen(answers[-1:], problems=problems)
    return run


def cases():
    def calls(_, key):
        return itertools.repeat(ping(key))

    def guesses(_, key):
        return (ping(key, f"geraden {number}") for number in itertools.count())

    def names(_, key):
        return (ping(Named(f"AS-{number:020d}", key.password)) for number in itertools.count())

    def refusals(*_):
        return itertools.repeat(soap.request("wi2021", soap.envelope("<x/>", "")))

    def pages(*_):
        return itertools.repeat(b"GET /ws/algemeen/v1?wsdl HTTP/1.1\r\nHost: localhost\r\n\r\n")

    def persons(gateway, key):
        return (soap.message(gateway, key, "algemeen", "BepaalWet", changes.person(bsn)) for bsn in changes.bsns(999950000))
    rows = (("A36-flood-of-calls-of-one-key", KEY_AT_ONCE, calls, False), ("A35-flood-of-passwords-for-one-key", PASSWORDS, guesses, True),
            ("A36-flood-of-passwords-for-many-keys", PASSWORDS_A_MINUTE, names, True),
            ("A36-flood-of-refused-messages", REFUSED_AT_ONCE, refusals, True), ("A36-flood-of-pages", REFUSED_AT_ONCE, pages, True),
            ("A38-flood-of-persons-of-nobody", PERSONS, persons, True))
    return [Case(name, flooding(allowed, messages, served), PAGE_LATER if messages is pages else LATER, records=None)
            for name, allowed, messages, served in rows]
