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

}  // namespace
}  // namespace cvsgw::security
