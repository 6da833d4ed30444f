"""Tests of the message documentation: what it reads from headers, and that nothing in the files becomes markup."""

import re
import unittest
from pathlib import Path

from berichten import Writer, cell, code, render
from contract_model import ContractError, read_contract
from domain_model import Domain, read_structs

REPOSITORY = Path(__file__).resolve().parents[2]

HEADER = '''
namespace cvsgw::isi::proef {

/// A record.
struct Rij {
  static constexpr Namespace kNamespace = Namespace::wi2007;
  static constexpr std::string_view kType = "RijType";
  std::string naam;
  std::optional<Date> dag;  ///< comment; with a semicolon
  bool waar = false;
  static Rij of(int x);

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("naam", self.naam);
    visit.code("dag",
               self.dag, codes::kDag);
    visit.list("lijst", "item", self.lijst);
  }
};

struct Criteria {
  std::optional<Bsn> bsn;
};

class Port {
 public:
  virtual ~Port() = default;
  virtual Outcome<Page<Rij>> zoek(const Namens& namens,
                                  const Criteria& criteria) = 0;
};

}  // namespace cvsgw::isi::proef
'''


class Headers(unittest.TestCase):
    def test_structs(self):
        rij, criteria, port = read_structs(HEADER)
        self.assertEqual((rij.name, rij.short, rij.key), ("isi::proef::Rij", "Rij", ("wi2007", "RijType")))
        self.assertEqual(rij.described, {"naam", "dag", "lijst"})
        self.assertLessEqual({"naam", "dag", "waar"}, rij.members)
        self.assertEqual((criteria.key, criteria.members), (None, {"bsn"}))
        self.assertEqual(port.methods["zoek"], {"namens", "criteria"})


class Text(unittest.TestCase):
    def test_nothing_is_markup(self):
        self.assertEqual(cell("a|b <c> *d* [e](f) `g` h_i"), r"a\|b &lt;c&gt; \*d\* \[e\](f) \`g\` h\_i")
        self.assertEqual(code("(FS|AS)"), r"`(FS\|AS)`")
        self.assertEqual(code(""), "")

    def test_each_element_stands_in_a_table_with_its_field(self):
        text = render(REPOSITORY)
        self.assertIn("`PersoonCriteria::vaststellingVanaf`", text)
        self.assertIn("`Port::raadpleegCaseload(historie)`", text)
        for contract_room in read_contract(REPOSITORY / "wsdl").rooms.values():
            for wrapper in contract_room.wrappers.values():
                for element in wrapper.elements:
                    self.assertRegex(text, rf"\| `{element.name}[`/]")

    def test_only_what_the_writer_makes_itself_has_no_field(self):
        rows = re.findall(r"^\| `([^`]+)` \|[^\n]*\|  \|[^|\n]*\|$", render(REPOSITORY), re.MULTILINE)
        self.assertEqual(rows, ["referentie"])

    def test_every_link_leads_to_a_type(self):
        text = render(REPOSITORY)
        self.assertEqual(set(re.findall(r"\]\(#([^)]+)\)", text)) - set(re.findall(r'<a id="([^"]+)">', text)), set())

    def test_a_criterion_without_a_field_stops_it(self):
        domain = Domain(REPOSITORY / "gateway")
        del domain.by_name["isi::SignaalCriteria"]
        with self.assertRaisesRegex(ContractError, "no isi::SignaalCriteria"):
            Writer(read_contract(REPOSITORY / "wsdl"), domain).text()


if __name__ == "__main__":
    unittest.main()
