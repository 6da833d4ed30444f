#!/usr/bin/env python3
"""Changes under the Wi2013 over real connections: exactly once, dry runs, versions, roles, and a day that passes."""
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
import soap  # noqa: E402
from changes import el, new_id, treatment  # noqa: E402
from gateway import Gateway  # noqa: E402

TODAY = "2026-11-22"
W13 = f"{{{soap.namespace('wi2013')}}}"
UNDER_WAY, MAY_INVOICE, INVOICED = "999996010", "999996058", "999996009"  # docs/testpersonen.md


def setUpModule():
    global gateway, key, reader
    gateway = Gateway(persons=0, today=TODAY)
    key, reader = gateway.issue_key("0014", "Wi2013MUT"), gateway.issue_key("0014", "Wi2013")
    unittest.enterModuleContext(gateway)


def send(operation, bsn, content="", by=None, message_id=None, **verwerking):
    body = el("gemeentecode", "0014") + el("bsn", bsn) + content + treatment(**verwerking)
    return soap.call(gateway, by or key, "wi2013", operation, body, message_id=message_id)


def result(answer):
    return answer.find(f".//{W13}resultaat").text


def version(answer):
    return answer.find(f".//{W13}stand/{W13}versie").text


def read(bsn):
    return send("RaadpleegPersoon", bsn).find(f".//{W13}persoon")


def taking_part(day):
    return el("pvt", el("datumStartDeelname", day))


def invoice(number):
    return el("factuur", el("factuurnummer", number) + el("factuurdatum", "2026-11-20"))


def rest(answer):
    """All but the header, whose own message id is fresh."""
    return answer.body.split(b":Body>", 1)[1]


class Wi2013ChangesTest(unittest.TestCase):
    def test_1_the_same_message_is_done_once(self):
        message = new_id()
        first = send("VoegFactuurToe", MAY_INVOICE, invoice("PVT77"), message_id=message)
        again = send("VoegFactuurToe", MAY_INVOICE, invoice("PVT77"), message_id=message)
        self.assertEqual((result(first), rest(again)), ("Verwerkt", rest(first)))
        other = send("VoegFactuurToe", MAY_INVOICE, invoice("PVT78"), message_id=message)
        self.assertEqual(other.fault()["code"], "0011")
        told = send("VoegFactuurToe", MAY_INVOICE, invoice("PVT77"), message_id=new_id())
        self.assertEqual((result(told), told.messages()), ("Verwerkt", ["AS010"]))
        refused = send("VoegFactuurToe", MAY_INVOICE, invoice("PVT79"), message_id=new_id())
        self.assertEqual((result(refused), refused.messages()), ("Afgekeurd", ["FS332"]))

    def test_2_a_dry_run_stores_nothing(self):
        before = read(UNDER_WAY).findtext(f".//{W13}pvt/{W13}versie")
        self.assertEqual(result(send("WijzigPvt", UNDER_WAY, taking_part("2026-11-02"), dry=True)), "Goedgekeurd")
        self.assertEqual(read(UNDER_WAY).findtext(f".//{W13}pvt/{W13}versie"), before)

    def test_3_a_version_that_has_passed_is_refused(self):
        old = read(UNDER_WAY).findtext(f".//{W13}pvt/{W13}versie")
        done = send("WijzigPvt", UNDER_WAY, taking_part("2026-11-03"), version=old)
        self.assertEqual(result(done), "Verwerkt")
        late = send("WijzigPvt", UNDER_WAY, taking_part("2026-11-04"), version=old)
        self.assertEqual((result(late), late.messages()), ("Afgekeurd", ["FS010"]))
        self.assertEqual(result(send("WijzigPvt", UNDER_WAY, taking_part("2026-11-04"), version=version(done))), "Verwerkt")

    def test_4_the_reading_role_changes_nothing(self):
        for operation, content in (("WijzigPvt", taking_part("2026-11-05")), ("VoegFactuurToe", invoice("P")),
                                   ("WijzigFactuur", invoice("P")), ("VerwijderFactuur", "")):
            self.assertEqual(send(operation, INVOICED, content, by=reader).fault()["code"], "0002", operation)

    def test_5_a_registration_becomes_definitive_while_the_gateway_was_down(self):
        done = send("WijzigPvt", UNDER_WAY, el("pvt", el("datumVoldaan", TODAY)))
        self.assertEqual(result(done), "Verwerkt")
        gateway.restart("2026-12-06")
        self.assertEqual(read(UNDER_WAY).findtext(f".//{W13}pvt/{W13}definitief"), "false")
        gateway.restart("2027-01-20")
        self.assertEqual(read(UNDER_WAY).findtext(f".//{W13}pvt/{W13}definitief"), "true")


if __name__ == "__main__":
    unittest.main()
