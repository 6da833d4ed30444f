#!/usr/bin/env python3
"""A45: when descriptors or the log's disk run out, callers are refused in a known way, nothing breaks, and all recovers."""
import os
import resource
import sys
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
import soap  # noqa: E402
from gateway import Gateway  # noqa: E402
from waiting import GENEROUS, eventually  # noqa: E402

GEMEENTE = "0363"
# Enough for the gateway's own files and some tens of connections.
DESCRIPTORS = 110


class ExhaustionTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.gateway = Gateway(persons=50)
        cls.key = cls.gateway.issue_key(GEMEENTE)
        cls.enterClassContext(cls.gateway)

    def setUp(self):
        self.pid = self.gateway.process.pid

    def ping(self):
        return soap.call(self.gateway, self.key, "algemeen", "Ping").status

    def limit(self, kind, most):
        """For the running gateway; gives what was before."""
        return resource.prlimit(self.pid, kind, most)

    def test_A45_without_descriptors_old_connections_live_and_new_ones_come_later(self):
        before = self.limit(resource.RLIMIT_NOFILE, (DESCRIPTORS, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
        held = []
        try:
            first = self.gateway.connect()
            while len(held) < 2 * DESCRIPTORS:
                # While it has a descriptor it is slow at the most.
                patience = 2 if self.descriptors() >= DESCRIPTORS else GENEROUS
                try:
                    held.append(self.gateway.connect(timeout=patience))
                except OSError:
                    break  # accepted by the kernel and by nobody else
            self.assertLess(len(held), DESCRIPTORS)
            self.assertGreater(len(held), 10)
            first.sendall(soap.message(self.gateway, self.key, "algemeen", "Ping"))
            self.assertEqual(soap.read_answer(first).status, 200, "who was there before is served")
            self.assertIsNone(self.gateway.process.poll())
            cpu, begin = self.processor_seconds(), time.monotonic()
            time.sleep(1)
            self.assertLess((self.processor_seconds() - cpu) / (time.monotonic() - begin), 0.7,
                            "a gateway that cannot accept must not spin")
        finally:
            for connection in held:
                connection.close()
            first.close()
            self.limit(resource.RLIMIT_NOFILE, before)
        self.recovers()

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.pid}/fd"))

    def processor_seconds(self):
        cells = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
        return (int(cells[11]) + int(cells[12])) / os.sysconf("SC_CLK_TCK")

    def recovers(self):
        self.assertTrue(eventually(self.comes_back), "the gateway did not come back")

    def comes_back(self):
        try:
            self.assertEqual(self.ping(), 200)
        except OSError:
            return False
        return True

    def test_A45_a_hundred_aborted_requests_leave_no_connection(self):
        self.assertEqual(self.ping(), 200)
        message = soap.message(self.gateway, self.key, "algemeen", "Ping")
        for number in range(100):
            with self.gateway.connect() as connection:
                connection.sendall(message[:number * len(message) // 100])
        self.assertTrue(eventually(lambda: self.connections() == 0), f"{self.connections()} connections are still open")

    def connections(self):
        """Those that the gateway still has a descriptor for: established, or closed by the client only."""
        with open("/proc/net/tcp", encoding="ascii") as table:
            rows = [line.split() for line in table.readlines()[1:]]
        return sum(1 for row in rows if row[1].endswith(f":{self.gateway.port:04X}") and row[3] in ("01", "08"))


class FullDiskTest(unittest.TestCase):
    """A log that cannot be written: /dev/full says so at every write."""

    def test_A45_a_full_disk_for_the_log_stops_no_answer_and_no_gateway(self):
        gateway = Gateway(persons=50)
        gateway.log = Path("/dev/full")
        key = gateway.issue_key(GEMEENTE)
        with gateway:
            for _ in range(20):
                self.assertEqual(soap.call(gateway, key, "algemeen", "Ping").status, 200)
            bad = soap.exchange(gateway, soap.request("algemeen", b"<!DOCTYPE x>"))
            self.assertEqual((bad.status, bad.fault()["code"]), (500, "0001"))
            self.assertTrue(gateway.ready())


if __name__ == "__main__":
    unittest.main(verbosity=2)
