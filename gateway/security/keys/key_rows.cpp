#include "gateway/security/keys/key_rows.hpp"

#include "gateway/domain/hex.hpp"
#include "gateway/security/keys/random.hpp"

namespace cvsgw::security {
namespace {

template <class T>
T sound(std::optional<T> value) {
  if (!value) throw DatabaseError("a row of the key database is damaged");
  return *std::move(value);
}

std::optional<Moment> optionalMoment(const Statement& row, int column) {
  const auto stored = row.optionalInteger(column);
  return stored ? std::optional(momentOf(*stored)) : std::nullopt;
}

template <size_t N>
void readHex(const Statement& row, int column, std::array<std::uint8_t, N>& out) {
  if (!fromHex(row.text(column), out)) throw DatabaseError("a row of the key database is damaged");
}

// An empty name stands for every key, so that one set of statements serves both readers.
constexpr std::string_view kKeys =
    "SELECT applicatiesleutel, label, leverancier, geldig_van, geldig_tot, aangemaakt_op, ingetrokken_op, "
    "oin, zout, "
    "scrypt_n, scrypt_r, scrypt_p FROM sleutel WHERE ?1 = '' OR applicatiesleutel = ?1";
constexpr std::string_view kPasswords =
    "SELECT applicatiesleutel, wachtwoord_id, hash, aangemaakt_op, geldig_tot, laatst_gebruikt_op, "
    "keer_gebruikt_als_oud FROM wachtwoord WHERE ?1 = '' OR applicatiesleutel = ?1 "
    "ORDER BY aangemaakt_op DESC, geldig_tot IS NOT NULL";
constexpr std::string_view kGrants =
    "SELECT applicatiesleutel, gemeentecode, rol FROM toekenning WHERE ?1 = '' OR applicatiesleutel = ?1";

StoredKey keyOf(const Statement& row) {
  StoredKey key;
  key.record.applicatiesleutel = row.text(0);
  key.record.label = row.text(1);
  key.record.leverancier = row.text(2);
  key.record.geldigVan = sound(Date::parse(row.text(3)));
  key.record.geldigTot = sound(Date::parse(row.text(4)));
  key.record.aangemaaktOp = momentOf(row.integer(5));
  key.record.ingetrokkenOp = optionalMoment(row, 6);
  if (!row.isNull(7)) key.record.oin = sound(Oin::parse(row.text(7)));
  readHex(row, 8, key.salt);
  key.cost.n = static_cast<std::uint64_t>(row.integer(9));
  key.cost.r = static_cast<std::uint32_t>(row.integer(10));
  key.cost.p = static_cast<std::uint32_t>(row.integer(11));
  return key;
}

void addPassword(const Statement& row, StoredKey& key) {
  key.record.wachtwoorden.push_back({row.text(1), momentOf(row.integer(3)), optionalMoment(row, 4),
                                     optionalMoment(row, 5), row.integer(6)});
  readHex(row, 2, key.hashes.emplace_back());
}

StoredKey& at(std::map<std::string, StoredKey>& keys, const std::string& name) {
  const auto found = keys.find(name);
  if (found == keys.end()) throw DatabaseError("a password or grant of a key that is not there");
  return found->second;
}

std::map<std::string, StoredKey> read(Database& database, std::string_view name) {
  std::map<std::string, StoredKey> keys;
  Statement key = database.prepare(kKeys);
  for (key.bind(1, name); key.step();) keys.emplace(key.text(0), keyOf(key));
  Statement password = database.prepare(kPasswords);
  for (password.bind(1, name); password.step();) addPassword(password, at(keys, password.text(0)));
  Statement grant = database.prepare(kGrants);
  for (grant.bind(1, name); grant.step();) {
    const auto gemeente = sound(Gemeentecode::parse(grant.text(1)));
    at(keys, grant.text(0)).record.toekenningen[gemeente].add(sound(parseRol(grant.text(2))));
  }
  return keys;
}

}  // namespace

std::map<std::string, StoredKey> readKeys(Database& database) {
  return read(database, "");
}

std::optional<StoredKey> readKey(Database& database, std::string_view applicatiesleutel) {
  if (applicatiesleutel.empty()) return std::nullopt;
  auto keys = read(database, applicatiesleutel);
  if (keys.empty()) return std::nullopt;
  return std::move(keys.begin()->second);
}

}  // namespace cvsgw::security
