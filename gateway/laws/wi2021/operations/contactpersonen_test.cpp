// Contact persons, caseloads and the status of signals as a caller meets them: text in, text out, both held
// against the published schema, and what was stored is read back through the reading operations.
#include <gtest/gtest.h>

#include "gateway/laws/testing/service_under_test.hpp"
#include "gateway/laws/wi2021/law.hpp"

namespace cvsgw::laws::wi2021 {
namespace {

class Wi2021Beheer : public ::testing::Test {
 protected:
  static security::Toekenningen rechten() {
    return {{*Gemeentecode::parse("0363"), Rollen().add(Rol::Wi2021MUT)},
            {*Gemeentecode::parse("0344"), Rollen().add(Rol::Wi2021)}};
  }
  std::string vraag(std::string_view operatie, const std::string& rest) {
    return dienst.answer(operatie, el("gemeentecode", "0363") + rest);
  }
  static std::string el(const std::string& name, const std::string& value) {
    return "<" + name + ">" + value + "</" + name + ">";
  }
  static std::string gegevens(const std::string& naam, bool algemeen = false) {
    return el("contactpersoon", el("naam", naam) + el("email", "nieuw@gemeente.example") +
                                    el("algemeenContactpersoon", algemeen ? "true" : "false"));
  }
  static std::string contact(const std::string& id) { return el("contactpersoonId", id); }
  /// What stands within `verwerking` is of the shared namespace.
  static std::string verwerking(const std::string& name, const std::string& value) {
    return el("verwerking", "<" + name + " xmlns=\"" +
                                std::string(namespaceUri(Namespace::gemeenschappelijk)) + "\">" + value +
                                "</" + name + ">");
  }
  static std::string bevestig(const std::vector<std::string>& codes) {
    std::string all;
    for (const auto& code : codes) all += el("code", code);
    return verwerking("bevestigdeMeldingen", all);
  }
  static bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
  }
  /// The text of the first element of this name; empty when there is none.
  static std::string waarde(const std::string& text, const std::string& name) {
    const auto at = text.find(":" + name + ">");
    if (at == std::string::npos) return {};
    const auto start = at + name.size() + 2;
    return text.substr(start, text.find('<', start) - start);
  }
  std::string caseload(const std::string& id, const std::string& weergave = "Actueel") {
    return vraag("RaadpleegCaseload",
                 contact(id) + el("weergave", weergave) + el("paginering", el("paginagrootte", "200")));
  }
  std::string persoon(const std::string& nummer) { return vraag("RaadpleegPersoon", el("bsn", nummer)); }

  testing::ServiceUnderTest dienst{service(), rechten(), Date(2026, 11, 22)};
  const std::string bsn = "999994001";  // linked to C0363.1, who is the general contact person
};

TEST_F(Wi2021Beheer, AContactPersonIsAddedChangedAndRemoved) {
  const auto nieuw = vraag("VoegContactpersoonToe", gegevens("N. Ieuw", true));
  EXPECT_EQ(waarde(nieuw, "resultaat"), "Verwerkt");
  EXPECT_TRUE(has(nieuw, "AS243"));
  const auto id = waarde(nieuw, "contactpersoonId");
  ASSERT_FALSE(id.empty());
  EXPECT_TRUE(has(vraag("LijstContactpersonen", ""), "N. Ieuw"));

  const auto versie = verwerking("verwachteVersie", waarde(nieuw, "versie"));
  const auto gewijzigd = vraag("WijzigContactpersoon", contact(id) + gegevens("N. Ieuwer") + versie);
  EXPECT_EQ(waarde(gewijzigd, "resultaat"), "Verwerkt");
  EXPECT_EQ(waarde(gewijzigd, "naam"), "N. Ieuwer");
  const auto oud = vraag("WijzigContactpersoon", contact(id) + gegevens("N. Ieuwst") + versie);
  EXPECT_EQ(waarde(oud, "resultaat"), "Afgekeurd");
  EXPECT_TRUE(has(oud, "FS010"));

  const auto weg = vraag("VerwijderContactpersoon", contact(id));
  EXPECT_EQ(waarde(weg, "resultaat"), "Verwerkt");
  EXPECT_FALSE(has(weg, ":stand>"));
  EXPECT_FALSE(has(vraag("LijstContactpersonen", ""), "N. Ieuw"));
  EXPECT_TRUE(has(vraag("VerwijderContactpersoon", contact(id)), "FS101"));
}

TEST_F(Wi2021Beheer, WhatIsRefusedIsNotStored) {
  const auto voor = vraag("LijstContactpersonen", "");
  const auto fout =
      vraag("VoegContactpersoonToe", el("contactpersoon", el("naam", " ") + el("email", "geen adres")));
  EXPECT_EQ(waarde(fout, "resultaat"), "Afgekeurd");
  EXPECT_TRUE(has(fout, "FS235") && has(fout, "FS237"));
  EXPECT_FALSE(has(fout, ":stand>"));
  const auto proef =
      vraag("VoegContactpersoonToe", gegevens("N. Ieuw") + verwerking("alleenValideren", "true"));
  EXPECT_EQ(waarde(proef, "resultaat"), "Goedgekeurd");
  EXPECT_TRUE(has(vraag("WijzigContactpersoon", contact("C0344.1") + gegevens("Van elders")), "FS101"));
  EXPECT_EQ(vraag("LijstContactpersonen", ""), voor);
}

TEST_F(Wi2021Beheer, RemovingWhoHasACaseloadWaitsForItsConfirmation) {
  const auto wacht = vraag("VerwijderContactpersoon", contact("C0363.1"));
  EXPECT_EQ(waarde(wacht, "resultaat"), "BevestigingNodig");
  EXPECT_TRUE(has(wacht, "AS244") && has(wacht, "AS245"));
  const auto half = vraag("VerwijderContactpersoon", contact("C0363.1") + bevestig({"AS245"}));
  EXPECT_EQ(waarde(half, "resultaat"), "BevestigingNodig") << "one of two is not enough";
  EXPECT_TRUE(has(caseload("C0363.1"), bsn));
  const auto weg = vraag("VerwijderContactpersoon", contact("C0363.1") + bevestig({"AS244", "AS245"}));
  EXPECT_EQ(waarde(weg, "resultaat"), "Verwerkt");
  EXPECT_TRUE(has(caseload("C0363.1"), "FS101"));
  EXPECT_FALSE(has(persoon(bsn), "C0363.1"));
}

TEST_F(Wi2021Beheer, RemovingCanTransferTheCaseloadInTheSameCall) {
  const std::string aan = el("overdracht", contact("C0363.2"));
  const auto weg = vraag("VerwijderContactpersoon", contact("C0363.1") + aan + bevestig({"AS245"}));
  EXPECT_EQ(waarde(weg, "resultaat"), "Verwerkt") << weg;
  EXPECT_TRUE(has(caseload("C0363.2"), bsn));
  EXPECT_TRUE(has(persoon(bsn), "C0363.2"));
}

TEST_F(Wi2021Beheer, LinkingReplacesAndKeepsTheHistory) {
  const auto nieuw = vraag("KoppelContactpersoon", el("bsn", bsn) + contact("C0363.2"));
  EXPECT_EQ(waarde(nieuw, "resultaat"), "Verwerkt");
  EXPECT_EQ(waarde(nieuw, "contactpersoonId"), "C0363.2");
  EXPECT_EQ(waarde(nieuw, "datumKoppeling"), "2026-11-22");
  EXPECT_FALSE(has(caseload("C0363.1"), bsn));
  EXPECT_TRUE(has(caseload("C0363.1", "Historie"), bsn));
  EXPECT_TRUE(has(caseload("C0363.1", "Historie"), "datumIngetrokken>2026-11-22<"));
  EXPECT_TRUE(has(caseload("C0363.2"), bsn));
  const auto rij = vraag("ZoekPersonen", el("criteria", el("bsn", bsn)));
  EXPECT_EQ(waarde(rij, "contactpersoonId"), "C0363.2");
  EXPECT_FALSE(has(vraag("ZoekSignalen", el("criteria", el("bsn", bsn))), "C0363.1"));
  EXPECT_EQ(waarde(nieuw, "versie"),
            waarde(persoon(bsn).substr(persoon(bsn).find(":contactpersoon>")), "versie"));
  EXPECT_TRUE(has(vraag("KoppelContactpersoon", el("bsn", bsn) + contact("C0363.2")), "AS010"));
}

TEST_F(Wi2021Beheer, UnlinkingIsSeenEverywhere) {
  const auto feed =
      waarde(vraag("HaalPersonen", el("naVolgnummer", "0") + el("maximum", "1000")), "laatsteVolgnummer");
  const auto los = vraag("OntkoppelContactpersoon", el("bsn", bsn));
  EXPECT_EQ(waarde(los, "resultaat"), "Verwerkt");
  EXPECT_EQ(waarde(los, "versie"), "geen");
  EXPECT_FALSE(has(los, ":koppeling>"));
  EXPECT_FALSE(has(caseload("C0363.1"), bsn));
  EXPECT_TRUE(has(caseload("C0363.1", "Historie"), bsn));
  EXPECT_TRUE(has(vraag("HaalPersonen", el("naVolgnummer", feed) + el("maximum", "10")), bsn));
  EXPECT_TRUE(has(vraag("OntkoppelContactpersoon", el("bsn", bsn)), "AS010"));
}

TEST_F(Wi2021Beheer, OnlyWhoIsInSightCanBeLinked) {
  EXPECT_TRUE(has(vraag("KoppelContactpersoon", el("bsn", "999994002") + contact("C0363.2")), "FS001"));
  const auto niemand = vraag("KoppelContactpersoon", el("bsn", "999992971") + contact("C0363.2"));
  EXPECT_TRUE(has(niemand, "FS103"));
  EXPECT_EQ(niemand, vraag("KoppelContactpersoon", el("bsn", "999994116") + contact("C0363.2")));
  EXPECT_TRUE(has(vraag("KoppelContactpersoon", el("bsn", "999994128") + contact("C0363.2")), "FS104"));
  EXPECT_TRUE(has(vraag("KoppelContactpersoon", el("bsn", "999994074") + contact("C0363.2")), "FS242"));
  EXPECT_TRUE(has(vraag("KoppelContactpersoon", el("bsn", bsn) + contact("C0344.1")), "FS101"));
}

TEST_F(Wi2021Beheer, ACaseloadIsTransferredWholeOrInPart) {
  vraag("KoppelContactpersoon", el("bsn", "999994013") + contact("C0363.1"));
  const auto over = [&](const std::string& selectie) {
    return vraag("DraagCaseloadOver", el("overdracht", el("vanContactpersoonId", "C0363.1") +
                                                           el("aanContactpersoonId", "C0363.2") + selectie));
  };
  const auto fout = over(el("selectie", el("bsn", bsn) + el("bsn", "999992971") + el("bsn", "999994002")));
  EXPECT_EQ(waarde(fout, "resultaat"), "Afgekeurd");
  EXPECT_TRUE(has(fout, "overdracht/selectie/bsn[2]") && has(fout, "overdracht/selectie/bsn[3]"));
  EXPECT_FALSE(has(fout, "999992971") || has(fout, "999994002") || has(fout, ":stand>"));
  EXPECT_TRUE(has(caseload("C0363.1"), bsn));

  const auto deel = over(el("selectie", el("bsn", bsn)));
  EXPECT_EQ(waarde(deel, "resultaat"), "Verwerkt");
  EXPECT_EQ(waarde(deel, "bsn"), bsn);
  EXPECT_EQ(waarde(caseload("C0363.2", "Actueel"), "totaal"),
            waarde(vraag("ZoekPersonen", el("criteria", el("contactpersoonId", "C0363.2"))), "totaal"));
  EXPECT_NE(waarde(caseload("C0363.1"), "totaal"), "0");
  EXPECT_EQ(waarde(over(""), "resultaat"), "Verwerkt");
  EXPECT_EQ(waarde(caseload("C0363.1"), "totaal"), "0");
  EXPECT_TRUE(has(over(""), "AS246"));
}

TEST_F(Wi2021Beheer, TheStatusOfSignalsIsSetForAllOrNone) {
  const std::string zoek = el("criteria", el("bsn", bsn) + el("status", "Nieuw"));
  const auto id = waarde(vraag("ZoekSignalen", zoek), "signaalId");
  ASSERT_FALSE(id.empty());
  const auto zet = [&](const std::string& ids, const std::string& status) {
    return vraag("WijzigSignaalstatus", el("signaalIds", ids) + el("status", status));
  };
  const auto fout = zet(el("signaalId", id) + el("signaalId", "S21.9999999999"), "Afgehandeld");
  EXPECT_EQ(waarde(fout, "resultaat"), "Afgekeurd");
  EXPECT_EQ(waarde(fout, "veld"), "signaalIds/signaalId[2]");
  EXPECT_FALSE(has(fout, ":stand>"));
  EXPECT_TRUE(has(vraag("ZoekSignalen", zoek), id));

  const auto goed = zet(el("signaalId", id), "InBehandeling");
  EXPECT_EQ(waarde(goed, "resultaat"), "Verwerkt");
  EXPECT_EQ(waarde(goed, "status"), "InBehandeling");
  EXPECT_EQ(waarde(goed, "bsn"), bsn);
  EXPECT_FALSE(has(vraag("ZoekSignalen", zoek), id));
  EXPECT_TRUE(has(zet(el("signaalId", id), "InBehandeling"), "AS010"));
  EXPECT_THROW(zet(el("signaalId", id), "Nieuw"), std::runtime_error) << "the schema knows no way back";
}

// W21-634
TEST_F(Wi2021Beheer, NoneOfItIsForReaders) {
  const std::string elders = el("gemeentecode", "0344");
  for (const auto& [operatie, rest] :
       {std::pair{"VoegContactpersoonToe", gegevens("X")},
        {"WijzigContactpersoon", contact("C0344.1") + gegevens("X")},
        {"VerwijderContactpersoon", contact("C0344.1")},
        {"KoppelContactpersoon", el("bsn", bsn) + contact("C0344.1")},
        {"OntkoppelContactpersoon", el("bsn", bsn)},
        {"DraagCaseloadOver",
         el("overdracht", el("vanContactpersoonId", "C0344.1") + el("aanContactpersoonId", "C0344.2"))},
        {"WijzigSignaalstatus", el("signaalIds", el("signaalId", "S21.1")) + el("status", "Afgehandeld")}}) {
    const auto geweigerd = dienst.call(operatie, elders + rest);
    ASSERT_FALSE(geweigerd) << operatie;
    EXPECT_EQ(geweigerd.error().kind, FaultKind::notAuthorised) << operatie;
  }
}

}  // namespace
}  // namespace cvsgw::laws::wi2021
