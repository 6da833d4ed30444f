#!/usr/bin/env python3
"""Exactly once and no lost update, over real connections to the real program (contract.md, Mutations)."""
import sys
import threading
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
import changes  # noqa: E402
import soap  # noqa: E402
from changes import el, new_id, person, send, treatment, view  # noqa: E402
from gateway import Gateway  # noqa: E402
from waiting import eventually  # noqa: E402

TODAY = "2026-11-22"
SERVICE = "wi2021"


def setUpModule():
    global gateway, key, other_key, reader, leaver, untested
    gateway = Gateway(persons=6000, today=TODAY)
    key, other_key, reader, leaver = (changes.issue_key(gateway, roles) for roles in ("Wi2021MUT", "Wi2021MUT", "Wi2021", "Wi2021MUT"))
    unittest.enterModuleContext(gateway)
    untested = fresh_persons()


def fresh_persons():
    """Persons who can be exempted from the learnability test: each once, so a test takes its own."""
    for who in changes.find(gateway, key, el("lbtNietAfgenomen", "true")):
        if send(gateway, key, "OntheftLbt", person(*who) + treatment(dry=True)).result == "Goedgekeurd":
            yield who


def exempt(who, message_id=None, by=None, **verwerking):
    return send(gateway, by or key, "OntheftLbt", person(*who) + treatment(**verwerking), message_id=message_id)


def exempted(who):
    return changes.text(view(gateway, key, *who), "leerbaarheidstoets", "ontheven") == "true"


def version(who):
    return changes.text(view(gateway, key, *who), "leerbaarheidstoets", "versie")


def people(who):
    """The feed of the person's municipality."""
    return changes.feed(gateway, key, "HaalPersonen", "persoon", gemeente=who[1])


def position(who):
    """Where the person stands in the feed: it moves with every stored change."""
    return next(int(e["volgnummer"]) for e in people(who) if e.get("bsn") == who[0])


def at_once(*messages):
    """Sends whole messages over connections of their own at the same moment and gives the outcomes in their order."""
    connections = [gateway.connect() for _ in messages]
    outcomes, ready = [None] * len(messages), threading.Barrier(len(messages))

    def run(number):
        connections[number].sendall(messages[number][:-1])
        ready.wait(timeout=30)
        connections[number].sendall(messages[number][-1:])
        outcomes[number] = changes.Outcome(soap.read_answer(connections[number]))

    threads = [threading.Thread(target=run, args=(number,)) for number in range(len(messages))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    for connection in connections:
        connection.close()
    return outcomes


class RetryTest(unittest.TestCase):
    def test_A16_the_same_message_twice_is_one_change_and_one_answer(self):
        who, message_id = next(untested), new_id()
        before = position(who)
        first = exempt(who, message_id)
        self.assertEqual((first.result, first.messages), ("Verwerkt", []))
        after = position(who)
        self.assertGreater(after, before)
        again = exempt(who, message_id)
        self.assertEqual(again.body(), first.body())
        self.assertEqual(position(who), after, "a retry must not move the person in the feed")
        self.assertEqual(exempt(who, new_id()).messages, ["FS201"], "another message meets the rule that now applies")

    def test_a_refusal_is_remembered_too(self):
        who, message_id = next(untested), new_id()
        stale = {"version": "0000000000000000"}
        refused = exempt(who, message_id, **stale)
        self.assertEqual((refused.result, refused.messages), ("Afgekeurd", ["FS010"]))
        self.assertEqual(exempt(who).result, "Verwerkt")
        # Done anew it would be told FS201 as well.
        self.assertEqual(exempt(who, message_id, **stale).body(), refused.body())

    def test_A17_the_same_id_with_another_body_is_a_fault(self):
        who, other, message_id = next(untested), next(untested), new_id()
        first = exempt(who, message_id)
        self.assertEqual(exempt(other, message_id).fault["code"], "0011")
        self.assertFalse(exempted(other))
        self.assertEqual(exempt(who, message_id).body(), first.body(), "the first one is still remembered")

    def test_the_same_body_in_other_bytes_is_a_retry(self):
        who, message_id = next(untested), new_id()
        first = exempt(who, message_id)
        data = soap.message(gateway, key, SERVICE, "OntheftLbt", person(*who), message_id)
        body = data.split(b"\r\n\r\n", 1)[1]
        # The same message as another writer of XML would put it: quotes, space in tags, a digit by its number.
        other = body.replace(f'xmlns:o="{soap.namespace(SERVICE)}"'.encode(), f"xmlns:o = '{soap.namespace(SERVICE)}' ".encode())
        other = other.replace(f">{who[0]}<".encode(), f">&#{ord(who[0][0])};{who[0][1:]}<".encode())
        self.assertNotEqual(other, body)
        again = soap.exchange(gateway, soap.request(SERVICE, other, action=f"{soap.namespace(SERVICE)}/OntheftLbt"))
        self.assertEqual(changes.Outcome(again).body(), first.body())

    def test_another_keys_id_is_its_own(self):
        who, message_id = next(untested), new_id()
        self.assertEqual(exempt(who, message_id).result, "Verwerkt")
        self.assertEqual(exempt(who, message_id, by=other_key).messages, ["FS201"])
        self.assertEqual(exempt(next(untested), message_id, by=other_key).fault["code"], "0011",
                         "what the other key was told is remembered for that key")

    def test_a_dry_run_stores_nothing_and_is_not_remembered(self):
        who, message_id = next(untested), new_id()
        before = (version(who), position(who))
        approved = exempt(who, message_id, dry=True)
        self.assertEqual((approved.result, approved.version), ("Goedgekeurd", None))
        self.assertEqual((version(who), position(who), exempted(who)), (*before, False))
        self.assertEqual(exempt(who, message_id).result, "Verwerkt", "the id of a dry run is still free")

    def test_authorisation_comes_before_memory(self):
        who, message_id = next(untested), new_id()
        self.assertEqual(exempt(who, message_id).result, "Verwerkt")
        self.assertEqual(exempt(who, message_id, by=reader).fault["code"], "0002")
        who, message_id = next(untested), new_id()
        self.assertEqual(exempt(who, message_id, by=leaver).result, "Verwerkt")
        gateway.command("keys", "revoke", "--sleutel", leaver.name, "--data", gateway.data)
        # Until the gateway knows of it he is told what he was told before.
        refused = eventually(lambda: exempt(who, message_id, by=leaver).fault)
        self.assertEqual(refused and refused["code"], "0002")


class TogetherTest(unittest.TestCase):
    def test_A16_A40_the_same_message_at_once_from_several_connections(self):
        for _ in range(5):
            who = next(untested)
            message = soap.message(gateway, key, SERVICE, "OntheftLbt", person(*who), new_id())
            before = len(people(who))
            outcomes = at_once(*[message] * 4)
            self.assertEqual({outcome.body() for outcome in outcomes}, {outcomes[0].body()})
            self.assertEqual(outcomes[0].result, "Verwerkt")
            self.assertEqual(len(people(who)), before)

    def test_A40_two_clients_with_the_same_version_one_wins(self):
        for _ in range(5):
            who = next(untested)
            content = person(*who) + treatment(version=version(who))
            outcomes = at_once(*[soap.message(gateway, by, SERVICE, "OntheftLbt", content, new_id())
                                 for by in (key, other_key)])
            self.assertEqual(sorted(o.result for o in outcomes), ["Afgekeurd", "Verwerkt"])
            won, lost = sorted(outcomes, key=lambda o: o.result, reverse=True)
            self.assertEqual(lost.messages, ["FS010", "FS201"])
            self.assertEqual(version(who), won.version)

    def test_two_clients_without_a_version_one_wins_and_one_meets_the_rule(self):
        who = next(untested)
        outcomes = at_once(*[soap.message(gateway, by, SERVICE, "OntheftLbt", person(*who), new_id())
                             for by in (key, other_key)])
        self.assertEqual(sorted((o.result, *o.messages) for o in outcomes), [("Afgekeurd", "FS201"), ("Verwerkt",)])


def plan_content(who, number=0, day=TODAY, **verwerking):
    """WijzigPip of a person with a plan in the B1-route; `number` makes its hours differ."""
    return person(*who) + el("pip", el("datumDagtekening", day) + el("leerroute", "B") + el("niveau", "B1") +
                             el("alfabetisering", "NVT") + el("geschatteUrenIntensiteit", 500 + number) +
                             el("toestemmingNietVrijstellendeOpleiding", "false")) + treatment(**verwerking)


def plan(who):
    """Version and hours of the plan as the view shows them."""
    persoon = view(gateway, key, *who)
    return tuple(changes.text(persoon, "pip", "actueel", name) for name in ("versie", "geschatteUrenIntensiteit"))


class PlanTest(unittest.TestCase):
    who = ("999994001", "0363")  # the ordinary case among the named test persons

    def change(self, content, message_id=None, by=None):
        return send(gateway, by or key, "WijzigPip", content, message_id=message_id)

    def test_what_waits_for_a_confirmation_is_remembered_as_waiting(self):
        before, message_id, long_ago = plan(self.who), new_id(), "2026-10-01"
        waits = self.change(plan_content(self.who, 900, long_ago), message_id)
        self.assertEqual(waits.result, "BevestigingNodig")
        self.assertEqual(plan(self.who), before)
        self.assertEqual(self.change(plan_content(self.who, 900, long_ago), message_id).body(), waits.body())
        confirming = plan_content(self.who, 900, long_ago, confirmed=waits.messages)
        self.assertEqual(self.change(confirming, message_id).fault["code"], "0011", "a confirmation is a new message")
        self.assertEqual(plan(self.who), before)
        self.assertEqual(self.change(confirming, new_id()).result, "Verwerkt")
        self.assertEqual(plan(self.who)[1], "1400")

    def test_two_clients_with_the_same_version_and_other_plans(self):
        for number in range(0, 20, 2):
            version_read, _ = plan(self.who)
            outcomes = at_once(*[
                soap.message(gateway, by, SERVICE, "WijzigPip",
                             plan_content(self.who, number + more, version=version_read, confirmed=("AS117", "AS129")), new_id())
                for by, more in ((key, 0), (other_key, 1))])
            self.assertEqual(sorted(o.result for o in outcomes), ["Afgekeurd", "Verwerkt"], [str(o) for o in outcomes])
            winner = next(number for number, o in enumerate(outcomes) if o.result == "Verwerkt")
            self.assertEqual(outcomes[1 - winner].messages, ["FS010"])
            self.assertEqual(plan(self.who), (outcomes[winner].version, str(500 + number + winner)), "never a mixture")

    def test_a_change_in_between_makes_the_version_stale(self):
        read, _ = plan(self.who)
        self.assertEqual(self.change(plan_content(self.who, 301)).result, "Verwerkt")
        late = self.change(plan_content(self.who, 302, version=read))
        self.assertEqual((late.result, late.messages), ("Afgekeurd", ["FS010"]))
        self.assertEqual(plan(self.who)[1], "801")


class VersionTest(unittest.TestCase):
    def test_the_version_that_was_read_is_accepted_and_then_stale(self):
        who = next(untested)
        read = version(who)
        done = exempt(who, version=read)
        self.assertEqual(done.result, "Verwerkt")
        self.assertNotEqual(done.version, read)
        self.assertEqual(version(who), done.version)
        self.assertEqual(exempt(who, version=read).messages, ["FS010", "FS201"])
        self.assertEqual(exempt(who, version=done.version).messages, ["FS201"])


class ZRestartTest(unittest.TestCase):
    """Last, because the clock moves on."""

    def test_A16_after_kill_and_restart_and_until_the_seventh_day(self):
        who, message_id = next(untested), new_id()
        first = exempt(who, message_id)
        gateway.kill()
        gateway.start()
        self.assertEqual(exempt(who, message_id).body(), first.body(), "after kill -9")
        gateway.restart("2026-11-29")
        self.assertEqual(exempt(who, message_id).body(), first.body(), "the seventh day is still within seven days")
        gateway.restart("2026-11-30")
        forgotten = exempt(who, message_id)
        self.assertEqual((forgotten.result, forgotten.messages), ("Afgekeurd", ["FS201"]), "on the eighth day it is new")


if __name__ == "__main__":
    unittest.main(verbosity=2)
