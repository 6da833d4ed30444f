#!/usr/bin/env python3
"""Client certificates on the open listener: beside a password, for keys that are bound to an OIN."""
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
import soap  # noqa: E402
from digikoppeling_gateway import OIN, DigikoppelingGateway, Listener  # noqa: E402


class OpenListener(unittest.TestCase):
    def test_R08_R09_R12_a_certificate_is_an_organisations_or_opens_nothing(self):
        asking = DigikoppelingGateway(persons=0, asks_on_open=True)
        bound = asking.issue_key("0363", "Wi2021", "--oin", OIN)
        free = asking.issue_key("0363", "Wi2021")
        with asking:
            listener = Listener(asking.zoo, asking.port)

            def status(certificate, key):
                context = listener.context(certificate)
                context.load_verify_locations(asking.ca)
                header = soap.security(key)
                data = soap.request("algemeen", soap.envelope(soap.operation("algemeen", "Ping"), header))
                with listener.connect(context=context) as connection:
                    connection.sendall(data)
                    answer = soap.read_answer(connection)
                return answer.status

            self.assertEqual([status("client", bound), status("client", free), status(None, free)], [200, 200, 200])
            self.assertEqual([status("client-other-oin", bound), status(None, bound)], [500, 500])
            for name in ("person", "client-for-anything", "client-revoked"):
                context = listener.context(name)
                context.load_verify_locations(asking.ca)
                self.assertTrue(listener.refuses(name, context), name)

    def test_R12_production_takes_no_test_certificate_there_either(self):
        broken = DigikoppelingGateway(persons=0, asks_on_open=True, environment="productie", server="echt-server", own_oin="")
        refusal = broken.refusal()
        self.assertIn("production trusts PKIoverheid", refusal)
        self.assertIn(f"{broken.pki}/server.pem", refusal, "the open listener's certificate")


if __name__ == "__main__":
    unittest.main(verbosity=2)
