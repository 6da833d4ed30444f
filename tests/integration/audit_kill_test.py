#!/usr/bin/env python3
"""Killed between a change and its audit record, the gateway still records the change, once: audit_kill_test.py [--kills N]"""
import argparse
import contextlib
import random
import sqlite3
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
import kill_campaign  # noqa: E402
from gateway import Gateway  # noqa: E402
from kill_changes import TODAY  # noqa: E402

PERSONS = 3000
KILLS, MOST_KILLS = 6, 40
SEED = 20261122


def rows(file, query):
    with contextlib.closing(sqlite3.connect(file)) as database:
        return database.execute(query).fetchall()


class Killed(unittest.TestCase):
    def test_R70_R80_a_change_is_recorded_once_whenever_the_gateway_dies(self):
        luck = random.Random(SEED)
        with tempfile.TemporaryDirectory(prefix="cvsgw-audit-kill-") as folder:
            template = Path(folder) / "data"
            Gateway(data=template).command("isi", "populate", "--data", template, "--persons", PERSONS, "--seed", 1,
                                           "--vandaag", TODAY)
            world = kill_campaign.World(template, luck)
            try:
                parted = sum(self._round(world, luck) for _ in range(KILLS))
                # When it happens in a round is luck: once is enough.
                for _ in range(KILLS, MOST_KILLS):
                    parted = parted or self._round(world, luck)
            finally:
                self.assertEqual([], world.close())
        self.assertGreater(parted, 0, "no kill came between a change and its record: this proves nothing")

    def _round(self, world, luck):
        """One kill; the number of changes that were there and not recorded when it came."""
        line = kill_campaign.Line(world.gateway, world.key)
        planned = world.take(line, 40)
        line.close()
        sent = kill_campaign.hammer(world, planned, luck)
        data = world.gateway.data
        left = {row[0] for row in rows(data / "isi.sqlite", "SELECT kenmerk FROM auditbak")}
        known = {row[0].hex() for row in rows(data / "audit.sqlite", "SELECT kenmerk FROM verwerking WHERE uitbak = 1")}
        world.gateway.start()
        # Before anyone has asked anything.
        self.assertEqual([], rows(data / "isi.sqlite", "SELECT kenmerk FROM auditbak"))
        recorded = [row[0] for row in rows(data / "audit.sqlite", "SELECT message_id FROM verwerking WHERE uitbak = 1")]
        done = {row[0] for row in rows(data / "isi.sqlite", "SELECT message_id FROM bericht WHERE uitkomst LIKE '%Verwerkt%'")}
        self.assertEqual(len(recorded), len(set(recorded)), "a change is recorded twice")
        self.assertEqual(done, set(recorded))
        self.assertLessEqual({change.message_id for change in sent if change.outcome}, set(recorded))
        self.assertIn("ongeschonden", world.gateway.command("audit", "verify", "--data", data))
        # Sent again it gets its answer again, and is no second change.
        line = kill_campaign.Line(world.gateway, world.key)
        for change in sent[:3]:
            self.assertIsNotNone(line.call(change.kind.operation, change.content(), change.message_id))
        line.close()
        return len(left - known)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=KILLS)
    arguments, rest = parser.parse_known_args()
    KILLS = arguments.kills
    unittest.main(argv=[sys.argv[0], *rest])
