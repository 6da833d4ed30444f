#include "gateway/security/keys/authorisation.hpp"

#include <gmock/gmock.h>

#include "gateway/security/keys/testing/key_world.hpp"

namespace cvsgw::security {
namespace {

using namespace testing;
using ::testing::ElementsAre;

class AuthorisationTest : public ::testing::Test {
 protected:
  const Caller caller = callerWith(
      {{gemeente("0363"), rollen({Rol::Wi2021MUT, Rol::Wi2007})}, {gemeente("0599"), rollen({Rol::Wi2013})}});
};

TEST_F(AuthorisationTest, ARoleForAnyMunicipalityIsEnoughToCall) {
  EXPECT_TRUE(mayCall(caller, Rol::Wi2007));
  EXPECT_TRUE(mayCall(caller, Rol::Wi2013));
  EXPECT_TRUE(mayCall(caller, Rol::Wi2021MUT));
  EXPECT_TRUE(mayCall(caller, Rol::Wi2021)) << "MUT includes reading";
  EXPECT_FALSE(mayCall(caller, Rol::Wi2013MUT)) << "reading does not include MUT";
  EXPECT_TRUE(requireRole(caller, Rol::Wi2013));
  const auto refused = requireRole(caller, Rol::Wi2013MUT);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, FaultKind::notAuthorised);
}

TEST_F(AuthorisationTest, ACallerWithoutGrantsMayCallNothing) {
  const Caller nobody = callerWith({});
  for (const Rol rol : kRollen) EXPECT_FALSE(mayCall(nobody, rol)) << rolNaam(rol);
}

TEST_F(AuthorisationTest, RolesAreThoseOfTheMunicipality) {
  EXPECT_EQ(rolesFor(caller, gemeente("0599")).value(), rollen({Rol::Wi2013}));
  EXPECT_EQ(rolesFor(caller, gemeente("0363")).value(), rollen({Rol::Wi2021MUT, Rol::Wi2007}));
  EXPECT_TRUE(rolesFor(caller, gemeente("0363"), Rol::Wi2021));
  EXPECT_FALSE(rolesFor(caller, gemeente("0599"), Rol::Wi2021)) << "the role is for another municipality";
}

TEST_F(AuthorisationTest, NotGrantedNotExistingAndOtherRoleAreOneFault) {
  // 0014 exists (Groningen), 9999 does not; the key has 0599, under another law.
  const auto notGranted = rolesFor(caller, gemeente("0014"));
  const auto notExisting = rolesFor(caller, gemeente("9999"));
  ASSERT_FALSE(notGranted);
  ASSERT_FALSE(notExisting);
  EXPECT_EQ(notGranted.error().kind, FaultKind::notAuthorised);
  EXPECT_EQ(notExisting.error().kind, notGranted.error().kind);
  EXPECT_EQ(notExisting.error().text.str(), notGranted.error().text.str());
  for (const auto code : {"0014", "9999", "0599"}) {
    const auto refused = rolesFor(caller, gemeente(code), Rol::Wi2021);
    ASSERT_FALSE(refused) << code;
    EXPECT_EQ(refused.error().kind, FaultKind::notAuthorised);
    EXPECT_EQ(refused.error().text.str(), notGranted.error().text.str()) << code;
  }
}

TEST_F(AuthorisationTest, TheOverviewTellsTheGrantsAndTheLastDay) {
  const Autorisatie answer = autorisatieVan(caller);
  EXPECT_EQ(answer.applicatiesleutel, caller.applicatiesleutel());
  EXPECT_EQ(answer.label, "Test");
  EXPECT_EQ(answer.leverancier, "Leverancier");
  EXPECT_EQ(answer.geldigTot, kToday.plusDays(30));
  EXPECT_FALSE(answer.oin);
  EXPECT_FALSE(answer.oudWachtwoordGebruikt);
  EXPECT_FALSE(answer.oudWachtwoordTot);
  ASSERT_EQ(answer.gemeenten.size(), 2U);
  EXPECT_EQ(answer.gemeenten[0].gemeentecode, gemeente("0363"));
  EXPECT_THAT(answer.gemeenten[0].rollen, ElementsAre(Rol::Wi2007, Rol::Wi2021MUT));
  EXPECT_EQ(answer.gemeenten[1].gemeentecode, gemeente("0599"));
  EXPECT_THAT(answer.gemeenten[1].rollen, ElementsAre(Rol::Wi2013));
}

TEST(Autorisatie, TellsThatAnOldPasswordWasUsed) {
  KeyWorld world;
  const IssuedKey key = world.issue();
  world.rotate(key.record.applicatiesleutel, {.overlapDays = 4});
  const FixedKeys keys(snapshotOf(world.directory.path()));
  const Authenticator authenticator(keys, world.store.hasher());
  const auto caller = authenticator.verify(key.record.applicatiesleutel, key.wachtwoord, {}, noon(kToday));
  ASSERT_TRUE(caller);
  const Autorisatie answer = autorisatieVan(*caller);
  EXPECT_TRUE(answer.oudWachtwoordGebruikt);
  EXPECT_EQ(answer.oudWachtwoordTot, noon(kToday) + std::chrono::days{4});
}

NewKey boundKey(Date from, Date until) {
  NewKey key = KeyWorld::exampleKey();
  key.oin = kOin;
  key.geldigVan = from;
  key.geldigTot = until;
  return key;
}

FaultKind kindOf(const Outcome<Caller>& outcome) {
  return outcome ? FaultKind::internal : outcome.error().kind;
}

TEST(Identification, R09_TheOinOfTheCertificateFindsTheOneValidKey) {
  KeyWorld world;
  const IssuedKey key = world.issue(boundKey(kToday, kToday.plusDays(30)));
  const IssuedKey next = world.issue(boundKey(kToday.plusDays(31), kToday.plusDays(60)));
  const auto at = [&](Date day) {
    const FixedKeys keys(snapshotOf(world.directory.path()));
    return Authenticator(keys, world.store.hasher()).identify(kOin, noon(day));
  };
  ASSERT_TRUE(at(kToday));
  EXPECT_EQ(at(kToday)->applicatiesleutel(), key.record.applicatiesleutel);
  EXPECT_EQ(at(kToday)->toekenningen(), key.record.toekenningen);
  EXPECT_FALSE(at(kToday)->oudWachtwoordGebruikt());
  EXPECT_EQ(at(kToday.plusDays(31))->applicatiesleutel(), next.record.applicatiesleutel);
  EXPECT_EQ(kindOf(at(kToday.plusDays(-1))), FaultKind::notAuthorised);
  EXPECT_EQ(kindOf(at(kToday.plusDays(61))), FaultKind::notAuthorised);
  world.store.revoke(key.record.applicatiesleutel, noon(kToday)).value();
  EXPECT_EQ(kindOf(at(kToday)), FaultKind::notAuthorised);
}

TEST(Identification, R09_AnUnknownOinIsNotAuthorisedAndItsRefusalSaysSoInTheLogOnly) {
  KeyWorld world;
  world.issue();  // a key without an OIN is nobody's on such a listener
  const FixedKeys keys(snapshotOf(world.directory.path()));
  const auto outcome = Authenticator(keys, world.store.hasher()).identify(kOin, noon(kToday));
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().kind, FaultKind::notAuthorised);
  EXPECT_EQ(outcome.error().log.str(), "authorisation failed: OIN 00000099000000001000: no key has it");
  EXPECT_EQ(outcome.error().text.str().find(kOin.value()), std::string::npos);
}

TEST(Identification, R09_TwoValidKeysWithOneOinAreNoKey) {
  KeyWorld world;
  const IssuedKey issued = world.issue(boundKey(kToday, kToday.plusDays(30)));
  KeyDirectory directory = openKeyDirectory(world.directory.path()).value();
  auto stored = readKeys(directory.database);
  StoredKey twin = stored.begin()->second;
  twin.record.applicatiesleutel = "AS-TWEELING";
  stored.emplace("AS-TWEELING", std::move(twin));
  const FixedKeys keys(std::make_shared<const KeySnapshot>(std::move(stored), nullptr));
  const auto outcome = Authenticator(keys, world.store.hasher()).identify(kOin, noon(kToday));
  ASSERT_FALSE(outcome);
  EXPECT_EQ(outcome.error().kind, FaultKind::notAuthorised);
  EXPECT_NE(outcome.error().log.str().find("more than one"), std::string::npos);
}

TEST(Identification, R09_AKeyIsNotIssuedForAnOinThatAnotherHasOnOneOfItsDays) {
  KeyWorld world;
  const auto issue = [&](const NewKey& key) {
    IssuedKey kept;
    return world.store.issue(key, noon(kToday), KeyWorld::keepIn(kept));
  };
  const auto first = issue(boundKey(kToday.plusDays(10), kToday.plusDays(20)));
  ASSERT_TRUE(first);
  for (const auto& [from, until] : {std::pair{0, 10}, {20, 30}, {12, 15}, {0, 40}}) {
    const auto second = issue(boundKey(kToday.plusDays(from), kToday.plusDays(until)));
    ASSERT_FALSE(second) << from;
    EXPECT_EQ(second.error().kind, KeyErrorKind::invalidInput);
    EXPECT_NE(second.error().text.find(first->applicatiesleutel), std::string::npos);
  }
  EXPECT_TRUE(issue(boundKey(kToday, kToday.plusDays(9))));
  const auto later = issue(boundKey(kToday.plusDays(21), kToday.plusDays(30)));
  ASSERT_TRUE(later);
  IssuedKey kept;
  const Rotation longer{.geldigTot = kToday.plusDays(21)};
  EXPECT_FALSE(world.store.rotate(first->applicatiesleutel, longer, noon(kToday), KeyWorld::keepIn(kept)));
  world.store.revoke(later->applicatiesleutel, noon(kToday)).value();
  EXPECT_TRUE(world.store.rotate(first->applicatiesleutel, longer, noon(kToday), KeyWorld::keepIn(kept)));
}

}  // namespace
}  // namespace cvsgw::security
