#include "gateway/security/keys/key_store.hpp"

#include <sys/stat.h>

#include <set>

#include <gmock/gmock.h>

#include "gateway/domain/hex.hpp"
#include "gateway/security/keys/random.hpp"
#include "gateway/security/keys/testing/key_world.hpp"

namespace cvsgw::security {
namespace {

using namespace testing;
using std::chrono::days;
using std::chrono::milliseconds;
using ::testing::MatchesRegex;
using ::testing::SizeIs;

unsigned modeOf(const std::filesystem::path& file) {
  struct stat status {};
  EXPECT_EQ(::stat(file.c_str(), &status), 0) << file;
  return status.st_mode & 0777U;
}

TEST(Random, PasswordsAre256BitsOfBase64UrlAndNeverTheSame) {
  std::set<std::string> seen;
  for (int i = 0; i < 200; ++i) {
    const Secret password = randomPassword();
    const std::string text(password.reveal());
    EXPECT_THAT(text, MatchesRegex("[A-Za-z0-9_-]{43}"));
    EXPECT_TRUE(seen.insert(text).second);
  }
}

TEST(Random, HexIsReadBackAndNothingElseIs) {
  std::array<std::uint8_t, 2> bytes{};
  EXPECT_TRUE(fromHex("00ff", bytes));
  EXPECT_EQ(toHex(bytes), "00ff");
  EXPECT_FALSE(fromHex("00f", bytes));
  EXPECT_FALSE(fromHex("00fg", bytes));
  EXPECT_FALSE(fromHex("00FF", bytes));
}

TEST(KeyStore, IssuesAKeyThatIsFoundAsItWasAsked) {
  KeyWorld world;
  NewKey asked = KeyWorld::exampleKey();
  asked.oin = Oin::parse("00000099000000001000");
  asked.toekenningen[gemeente("0599")] = rollen({Rol::Wi2013MUT, Rol::Wi2007});
  const IssuedKey issued = world.issue(asked);
  EXPECT_THAT(issued.record.applicatiesleutel, MatchesRegex("AS-[A-Z2-7]{20}"));

  const auto found = world.store.find(issued.record.applicatiesleutel);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->label, "Test");
  EXPECT_EQ(found->leverancier, "Leverancier");
  EXPECT_EQ(found->geldigVan, kToday);
  EXPECT_EQ(found->geldigTot, kToday.plusDays(30));
  EXPECT_EQ(found->oin, asked.oin);
  EXPECT_EQ(found->toekenningen, asked.toekenningen);
  EXPECT_FALSE(found->ingetrokkenOp);
  ASSERT_THAT(found->wachtwoorden, SizeIs(1));
  EXPECT_FALSE(found->wachtwoorden[0].geldigTot);
}

TEST(KeyStore, RefusesInputThatCannotBeMeant) {
  KeyWorld world;
  const auto refused = [&](auto change) {
    NewKey key = KeyWorld::exampleKey();
    change(key);
    IssuedKey kept;
    const auto outcome = world.store.issue(key, noon(kToday), KeyWorld::keepIn(kept));
    return !outcome && outcome.error().kind == KeyErrorKind::invalidInput && kept.wachtwoord.empty();
  };
  EXPECT_TRUE(refused([](NewKey& key) { key.label = ""; }));
  EXPECT_TRUE(refused([](NewKey& key) { key.label = std::string(101, 'x'); }));
  EXPECT_TRUE(refused([](NewKey& key) { key.label = "a\nb"; }));
  EXPECT_TRUE(refused([](NewKey& key) { key.leverancier = ""; }));
  EXPECT_TRUE(refused([](NewKey& key) { key.geldigTot = key.geldigVan.plusDays(-1); }));
  EXPECT_TRUE(refused([](NewKey& key) {
    key.geldigVan = kToday.plusDays(-9);
    key.geldigTot = kToday.plusDays(-1);
  }));
  EXPECT_TRUE(refused([](NewKey& key) { key.toekenningen[gemeente("0363")] = Rollen(); }));
  EXPECT_FALSE(refused([](NewKey& key) { key.label = std::string(100, 'x'); }));
  EXPECT_FALSE(refused([](NewKey& key) { key.geldigTot = kToday; }));
}

TEST(KeyStore, StoresNothingWhenTheDocumentCannotBeDelivered) {
  KeyWorld world;
  const auto noPaper = [](const IssuedKey&) -> KeyOutcome<void> {
    return keyError(KeyErrorKind::deliveryFailed, "geen papier");
  };
  EXPECT_FALSE(world.store.issue(KeyWorld::exampleKey(), noon(kToday), noPaper));
  EXPECT_THAT(world.store.list().value(), SizeIs(0));

  const IssuedKey issued = world.issue();
  const auto rotated =
      world.store.rotate(issued.record.applicatiesleutel, {.direct = true}, noon(kToday), noPaper);
  ASSERT_FALSE(rotated);
  EXPECT_EQ(rotated.error().kind, KeyErrorKind::deliveryFailed);
  const KeyRecord after = world.store.find(issued.record.applicatiesleutel).value();
  ASSERT_THAT(after.wachtwoorden, SizeIs(1));
  EXPECT_EQ(after.wachtwoorden[0].id, issued.record.wachtwoorden[0].id);
}

TEST(KeyStore, RotationLeavesTheOldPasswordItsDaysAndNeverMoreThanTwo) {
  KeyWorld world;
  const IssuedKey first = world.issue();
  const std::string sleutel = first.record.applicatiesleutel;
  const IssuedKey second = world.rotate(sleutel, {.overlapDays = 3});
  EXPECT_NE(first.wachtwoord.reveal(), second.wachtwoord.reveal());
  ASSERT_THAT(second.record.wachtwoorden, SizeIs(2));
  const auto& old = second.record.wachtwoorden[1];
  EXPECT_EQ(old.id, first.record.wachtwoorden[0].id);
  EXPECT_EQ(old.geldigTot, noon(kToday) + days{3});
  EXPECT_FALSE(second.record.wachtwoorden[0].geldigTot);

  const IssuedKey third = world.rotate(sleutel, {}, noon(kToday) + milliseconds{5});
  ASSERT_THAT(third.record.wachtwoorden, SizeIs(2));
  EXPECT_EQ(third.record.wachtwoorden[1].id, second.record.wachtwoorden[0].id);
  EXPECT_EQ(third.record.wachtwoorden[1].geldigTot, noon(kToday) + milliseconds{5} + days{14});

  const IssuedKey last = world.rotate(sleutel, {.direct = true}, noon(kToday) + milliseconds{9});
  EXPECT_THAT(last.record.wachtwoorden, SizeIs(1));
}

TEST(KeyStore, RotationHasBounds) {
  KeyWorld world;
  const std::string sleutel = world.issue().record.applicatiesleutel;
  IssuedKey kept;
  const auto kindOf = [&](const Rotation& rotation, Moment now) {
    const auto outcome = world.store.rotate(sleutel, rotation, now, KeyWorld::keepIn(kept));
    return outcome ? std::optional<KeyErrorKind>() : outcome.error().kind;
  };
  EXPECT_EQ(kindOf({.overlapDays = 0}, noon(kToday)), KeyErrorKind::invalidInput);
  EXPECT_EQ(kindOf({.overlapDays = 15}, noon(kToday)), KeyErrorKind::invalidInput);
  EXPECT_EQ(kindOf({.overlapDays = 1}, noon(kToday)), std::nullopt);
  EXPECT_EQ(kindOf({.overlapDays = 14}, noon(kToday)), std::nullopt);

  const Moment lastDay = noon(kToday.plusDays(30));
  EXPECT_EQ(kindOf({}, lastDay), std::nullopt);
  EXPECT_EQ(kindOf({}, lastDay + days{1}), KeyErrorKind::invalidInput);
  EXPECT_EQ(kindOf({.geldigTot = kToday}, lastDay), KeyErrorKind::invalidInput);
  EXPECT_EQ(kindOf({.geldigTot = kToday.plusDays(60)}, lastDay + days{1}), std::nullopt);
  EXPECT_EQ(world.store.find(sleutel).value().geldigTot, kToday.plusDays(60));

  world.store.revoke(sleutel, noon(kToday)).value();
  EXPECT_EQ(kindOf({}, noon(kToday)), KeyErrorKind::keyRevoked);
}

TEST(KeyStore, RevokingAgainKeepsTheFirstMoment) {
  KeyWorld world;
  const std::string sleutel = world.issue().record.applicatiesleutel;
  EXPECT_EQ(world.store.revoke(sleutel, noon(kToday)).value().ingetrokkenOp, noon(kToday));
  EXPECT_EQ(world.store.revoke(sleutel, noon(kToday) + days{1}).value().ingetrokkenOp, noon(kToday));
}

TEST(KeyStore, UnknownKeysAreNamedAsSuchAndNotRepeated) {
  KeyWorld world;
  IssuedKey kept;
  const std::string typed = "geheim-in-verkeerde-veld";
  for (const auto& outcome :
       {world.store.find(typed), world.store.revoke(typed, noon(kToday)), world.store.find(""),
        world.store.rotate(typed, {}, noon(kToday), KeyWorld::keepIn(kept)),
        world.store.grant(typed, GrantChange::add, {{gemeente("0363"), rollen({Rol::Wi2007})}})}) {
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().kind, KeyErrorKind::unknownKey);
    EXPECT_EQ(outcome.error().text.find(typed), std::string::npos);
  }
}

TEST(KeyStore, GrantsChangeTheNamedMunicipalitiesOnly) {
  KeyWorld world;
  NewKey asked = KeyWorld::exampleKey();
  asked.toekenningen[gemeente("0599")] = rollen({Rol::Wi2013});
  const std::string sleutel = world.issue(asked).record.applicatiesleutel;
  const auto change = [&](GrantChange how, const Toekenningen& grants) {
    return world.store.grant(sleutel, how, grants).value().toekenningen;
  };
  const Rollen wi2013 = rollen({Rol::Wi2013});

  auto now =
      change(GrantChange::add, {{gemeente("0363"), rollen({Rol::Wi2007})}, {gemeente("0014"), wi2013}});
  EXPECT_EQ(now, (Toekenningen{{gemeente("0014"), wi2013},
                               {gemeente("0363"), rollen({Rol::Wi2007, Rol::Wi2021})},
                               {gemeente("0599"), wi2013}}));
  now = change(GrantChange::replace, {{gemeente("0363"), rollen({Rol::Wi2021MUT})}});
  EXPECT_EQ(now.at(gemeente("0363")), rollen({Rol::Wi2021MUT}));
  now = change(GrantChange::add, {{gemeente("0363"), wi2013}});
  now = change(GrantChange::remove, {{gemeente("0363"), rollen({Rol::Wi2021MUT})}});
  EXPECT_EQ(now.at(gemeente("0363")), wi2013);
  now = change(GrantChange::remove, {{gemeente("0363"), wi2013}, {gemeente("0014"), Rollen()}});
  EXPECT_EQ(now, (Toekenningen{{gemeente("0599"), wi2013}}));
}

TEST(KeyStore, AGrantThatFailsForOneMunicipalityChangesNone) {
  KeyWorld world;
  const std::string sleutel = world.issue().record.applicatiesleutel;
  const Toekenningen before = world.store.find(sleutel).value().toekenningen;
  const auto refused = [&](GrantChange change, const Toekenningen& grants, KeyErrorKind kind) {
    const auto outcome = world.store.grant(sleutel, change, grants);
    return !outcome && outcome.error().kind == kind &&
           world.store.find(sleutel).value().toekenningen == before;
  };
  const Rollen wi2021 = rollen({Rol::Wi2021});
  EXPECT_TRUE(refused(GrantChange::remove, {{gemeente("0363"), wi2021}, {gemeente("0599"), wi2021}},
                      KeyErrorKind::invalidInput));
  EXPECT_TRUE(
      refused(GrantChange::remove, {{gemeente("0363"), rollen({Rol::Wi2007})}}, KeyErrorKind::invalidInput));
  EXPECT_TRUE(refused(GrantChange::add, {{gemeente("0014"), wi2021}, {gemeente("0599"), Rollen()}},
                      KeyErrorKind::invalidInput));
  world.store.revoke(sleutel, noon(kToday)).value();
  EXPECT_TRUE(refused(GrantChange::add, {{gemeente("0014"), wi2021}}, KeyErrorKind::keyRevoked));
}

TEST(KeyStore, FilesAreTheOwnersOnly) {
  const auto before = ::umask(0);
  KeyWorld world;
  world.issue();
  ::umask(before);
  for (const char* name : {"sleutels.sqlite", "sleutels.sqlite-wal", "peper"})
    EXPECT_EQ(modeOf(world.directory.path() / name), 0600U) << name;
}

TEST(KeyStore, RefusesFilesThatOthersMayRead) {
  KeyWorld world;
  for (const char* name : {"sleutels.sqlite", "peper"}) {
    const auto file = world.directory.path() / name;
    for (const mode_t mode : {0640U, 0604U, 0660U}) {
      ASSERT_EQ(::chmod(file.c_str(), mode), 0);
      const auto opened = KeyStore::open(world.directory.path());
      ASSERT_FALSE(opened) << name << " " << mode;
      EXPECT_EQ(opened.error().kind, KeyErrorKind::insecureFile);
      EXPECT_NE(opened.error().text.find(name), std::string::npos);
    }
    ASSERT_EQ(::chmod(file.c_str(), 0400), 0);
    if (std::string_view(name) == "peper") {
      EXPECT_TRUE(KeyStore::open(world.directory.path()));
    }
    ASSERT_EQ(::chmod(file.c_str(), 0600), 0);
  }
}

TEST(KeyStore, RefusesAPepperThatIsNotItsOwn) {
  KeyWorld world;
  KeyWorld other;
  const auto pepper = world.directory.path() / "peper";
  std::filesystem::remove(pepper);
  const auto without = KeyStore::open(world.directory.path());
  ASSERT_FALSE(without);
  EXPECT_EQ(without.error().kind, KeyErrorKind::pepperMissing);
  EXPECT_FALSE(std::filesystem::exists(pepper)) << "a new pepper would hide that the old one is gone";

  std::filesystem::copy_file(other.directory.path() / "peper", pepper);
  const auto strange = KeyStore::open(world.directory.path());
  ASSERT_FALSE(strange);
  EXPECT_EQ(strange.error().kind, KeyErrorKind::pepperMismatch);

  std::filesystem::resize_file(pepper, 10);
  EXPECT_EQ(KeyStore::open(world.directory.path()).error().kind, KeyErrorKind::pepperMismatch);
}

TEST(KeyStore, RefusesAStoreOfANewerVersionAndAFileThatIsNoStore) {
  KeyWorld world;
  Database(world.directory.path() / "sleutels.sqlite").execute("PRAGMA user_version = 999");
  EXPECT_EQ(KeyStore::open(world.directory.path()).error().kind, KeyErrorKind::schemaTooNew);

  const TemporaryDirectory elsewhere;
  std::ofstream(elsewhere.path() / "sleutels.sqlite")
      << "this is no database, and long enough to be seen as none";
  std::filesystem::permissions(elsewhere.path() / "sleutels.sqlite", std::filesystem::perms(0600));
  EXPECT_EQ(KeyStore::open(elsewhere.path()).error().kind, KeyErrorKind::storeUnavailable);
  EXPECT_EQ(KeyStore::open(elsewhere.path() / "nergens").error().kind, KeyErrorKind::storeUnavailable);
}

TEST(KeyStore, NoPasswordAndNoPepperIsInAnyFileButTheirOwn) {
  KeyWorld world;
  const IssuedKey first = world.issue();
  const IssuedKey second = world.rotate(first.record.applicatiesleutel, {});
  const std::string pepper = contentOf(world.directory.path() / "peper");
  ASSERT_GE(pepper.size(), 43U);
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(world.directory.path())) {
    const std::string content = contentOf(entry.path());
    EXPECT_EQ(content.find(first.wachtwoord.reveal()), std::string::npos) << entry.path();
    EXPECT_EQ(content.find(second.wachtwoord.reveal()), std::string::npos) << entry.path();
    if (entry.path().filename() != "peper") {
      EXPECT_EQ(content.find(pepper), std::string::npos) << entry.path();
    }
    ++files;
  }
  EXPECT_GE(files, 3);
}

TEST(KeyStore, ThePepperIsPartOfTheHash) {
  KeyWorld world;
  KeyWorld other;
  const Secret password("hetzelfde");
  const Salt salt{};
  EXPECT_EQ(world.store.hasher().hash(password, salt, kCheap),
            world.store.hasher().hash(password, salt, kCheap));
  EXPECT_NE(world.store.hasher().hash(password, salt, kCheap),
            other.store.hasher().hash(password, salt, kCheap));
  EXPECT_NE(world.store.hasher().hash(password, salt, kCheap),
            world.store.hasher().hash(password, Salt{1}, kCheap));
}

TEST(KeyStore, TheShippedCostIsWhatTheDecisionSays) {
  const ScryptCost cost;
  EXPECT_EQ(cost.n, 32768U);
  EXPECT_EQ(cost.r, 8U);
  EXPECT_EQ(cost.p, 1U);
  KeyWorld world;
  EXPECT_TRUE(world.store.hasher().hash(Secret("x"), Salt{}, cost))
      << "OpenSSL's memory bound must leave room for it";
}

TEST(KeyStore, TwoStoresOnOneDirectorySeeEachOther) {
  KeyWorld world;
  KeyStore second = KeyStore::open(world.directory.path(), kCheap).value();
  const std::string sleutel = world.issue().record.applicatiesleutel;
  second.revoke(sleutel, noon(kToday)).value();
  EXPECT_TRUE(world.store.find(sleutel).value().ingetrokkenOp);
}

}  // namespace
}  // namespace cvsgw::security
