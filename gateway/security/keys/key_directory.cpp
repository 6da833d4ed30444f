#include "gateway/security/keys/key_directory.hpp"

#include <array>
#include <utility>

#include "gateway/security/keys/private_file.hpp"

namespace cvsgw::security {
namespace {

// Migrations in order; the database's user_version counts those done. Never change one that has been
// released.
//
// Portability: only the pragmas are SQLite's own. The tables keep to types, keys and statements that
// PostgreSQL reads the same way: no rowids, no upserts, dates as ISO text, moments as milliseconds since 1970
// (UTC), bytes as hexadecimal text.
//
// Retention: sleutel and toekenning stay as long as the installation, also when revoked, so that a name in
// the audit trail can always be explained and is never given out twice. A row of wachtwoord goes at the first
// rotation after its end.
//
// The salt and the cost are the key's and not each password's: while two passwords are valid side by side,
// one slow hash decides on both, so that the time of an answer does not tell how many there are. Passwords
// are 256 random bits, which leaves a salt shared by two of them nothing to give away; a rotation without
// overlap takes a new one.
constexpr std::array kMigrations{R"sql(
CREATE TABLE instelling (
  naam VARCHAR(40) NOT NULL PRIMARY KEY,
  waarde VARCHAR(200) NOT NULL
);
CREATE TABLE sleutel (
  applicatiesleutel VARCHAR(40) NOT NULL PRIMARY KEY,
  label VARCHAR(100) NOT NULL,
  leverancier VARCHAR(100) NOT NULL,
  geldig_van CHAR(10) NOT NULL,
  geldig_tot CHAR(10) NOT NULL,
  aangemaakt_op BIGINT NOT NULL,
  ingetrokken_op BIGINT,
  oin CHAR(20),
  zout CHAR(32) NOT NULL,
  scrypt_n BIGINT NOT NULL,
  scrypt_r BIGINT NOT NULL,
  scrypt_p BIGINT NOT NULL
);
CREATE TABLE wachtwoord (
  wachtwoord_id CHAR(32) NOT NULL PRIMARY KEY,
  applicatiesleutel VARCHAR(40) NOT NULL REFERENCES sleutel (applicatiesleutel),
  hash CHAR(64) NOT NULL,
  aangemaakt_op BIGINT NOT NULL,
  geldig_tot BIGINT,
  laatst_gebruikt_op BIGINT,
  keer_gebruikt_als_oud BIGINT NOT NULL
);
CREATE INDEX wachtwoord_van_sleutel ON wachtwoord (applicatiesleutel);
CREATE TABLE toekenning (
  applicatiesleutel VARCHAR(40) NOT NULL REFERENCES sleutel (applicatiesleutel),
  gemeentecode CHAR(4) NOT NULL,
  rol VARCHAR(10) NOT NULL,
  PRIMARY KEY (applicatiesleutel, gemeentecode, rol)
);
)sql"};

constexpr auto kNewest = static_cast<std::int64_t>(kMigrations.size());

KeyOutcome<void> migrate(Database& database) {
  if (database.pragma("user_version") == kNewest) return {};
  Transaction transaction(database, Transaction::Kind::write);
  std::int64_t version = database.pragma("user_version");
  if (version > kNewest)
    return keyError(KeyErrorKind::schemaTooNew,
                    std::string(kKeyDatabaseName) + " is van een nieuwere versie van dit programma");
  for (; version < kNewest; ++version) database.execute(kMigrations[static_cast<size_t>(version)]);
  database.execute("PRAGMA user_version = " + std::to_string(kNewest));
  transaction.commit();
  return {};
}

std::optional<std::string> storedFingerprint(Database& database) {
  Statement statement = database.prepare("SELECT waarde FROM instelling WHERE naam = 'peper'");
  if (!statement.step()) return std::nullopt;
  return statement.text(0);
}

// The first opening binds the store to its pepper; every later one compares.
KeyOutcome<Pepper> ownPepper(Database& database, const std::filesystem::path& file) {
  Transaction transaction(database, Transaction::Kind::write);
  const auto expected = storedFingerprint(database);
  auto pepper = expected ? Pepper::read(file) : Pepper::readOrCreate(file);
  if (!pepper) return pepper;
  if (expected && *expected != pepper->fingerprint())
    return keyError(KeyErrorKind::pepperMismatch,
                    file.string() + " hoort niet bij " + std::string(kKeyDatabaseName) +
                        "; met dit bestand zou elk wachtwoord worden afgewezen. Zet het juiste terug");
  if (!expected) {
    database.prepare("INSERT INTO instelling (naam, waarde) VALUES ('peper', ?)")
        .bind(1, pepper->fingerprint())
        .run();
    transaction.commit();
  }
  return pepper;
}

}  // namespace

KeyOutcome<KeyDirectory> openKeyDirectory(const std::filesystem::path& path) {
  const std::filesystem::path file = path / kKeyDatabaseName;
  auto ready = ensurePrivateFile(file).and_then([&] { return requirePrivate(file); });
  if (!ready) return tl::unexpected(std::move(ready).error());
  try {
    Database database(file);
    if (auto migrated = migrate(database); !migrated) return tl::unexpected(std::move(migrated).error());
    auto pepper = ownPepper(database, path / kPepperName);
    if (!pepper) return tl::unexpected(std::move(pepper).error());
    std::string fingerprint = pepper->fingerprint();
    return KeyDirectory{path, std::move(database), std::make_shared<ScryptHasher>(*std::move(pepper)),
                        std::move(fingerprint)};
  } catch (const DatabaseError& error) {
    return keyError(KeyErrorKind::storeUnavailable, file.string() + ": " + error.what());
  }
}

}  // namespace cvsgw::security
