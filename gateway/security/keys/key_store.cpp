#include "gateway/security/keys/key_store.hpp"

#include <algorithm>
#include <tuple>

#include "gateway/domain/hex.hpp"
#include "gateway/security/keys/key_rows.hpp"
#include "gateway/security/keys/random.hpp"

namespace cvsgw::security {
namespace {

using Kind = KeyErrorKind;

constexpr size_t kMaxText = 100;

KeyOutcome<void> checkText(std::string_view what, const std::string& text) {
  if (text.empty()) return keyError(Kind::invalidInput, std::string(what) + " mag niet leeg zijn");
  if (text.size() > kMaxText)
    return keyError(Kind::invalidInput, std::string(what) + " mag ten hoogste 100 bytes lang zijn");
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
  if (std::ranges::any_of(text, control))
    return keyError(Kind::invalidInput, std::string(what) + " mag geen stuurtekens bevatten");
  return {};
}

KeyOutcome<void> checkLastDay(Date first, Date last, Date today) {
  if (last < first)
    return keyError(Kind::invalidInput,
                    "de laatste dag " + last.text() + " ligt voor de eerste dag " + first.text());
  if (last < today)
    return keyError(Kind::invalidInput,
                    "de laatste dag " + last.text() + " is al voorbij; het is vandaag " + today.text());
  return {};
}

KeyOutcome<void> checkNewKey(const NewKey& key, Date today) {
  for (const auto& [gemeente, rollen] : key.toekenningen) {
    if (rollen.empty())
      return keyError(Kind::invalidInput, "gemeente " + gemeente.value() + " heeft geen enkele rol");
  }
  return checkText("het label", key.label)
      .and_then([&] { return checkText("de leverancier", key.leverancier); })
      .and_then([&] { return checkLastDay(key.geldigVan, key.geldigTot, today); });
}

// On a listener where the certificate identifies, its OIN alone says which key counts: on each day there is
// at most one. An expired or revoked key is in nobody's way.
KeyOutcome<void> checkOneForOin(Database& database, const Oin& oin, std::string_view itself, Date first,
                                Date last) {
  for (const auto& [name, key] : readKeys(database)) {
    const KeyRecord& other = key.record;
    if (name == itself || other.ingetrokkenOp || !other.oin || *other.oin != oin) continue;
    if (last < other.geldigVan || other.geldigTot < first) continue;
    return keyError(Kind::invalidInput, "OIN " + oin.value() + " hoort van " + other.geldigVan.text() +
                                            " tot en met " + other.geldigTot.text() + " al bij sleutel " +
                                            name +
                                            "; geef die meer gemeenten, trek haar in, of kies andere dagen");
  }
  return {};
}

void insertKey(Database& database, const KeyRecord& key, const Salt& salt, ScryptCost cost) {
  Statement insert = database.prepare(
      "INSERT INTO sleutel (applicatiesleutel, label, leverancier, geldig_van, geldig_tot, aangemaakt_op, "
      "oin, zout, "
      "scrypt_n, scrypt_r, scrypt_p) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert.bind(1, key.applicatiesleutel).bind(2, key.label).bind(3, key.leverancier);
  insert.bind(4, key.geldigVan.text()).bind(5, key.geldigTot.text()).bind(6, storedMoment(key.aangemaaktOp));
  if (key.oin) insert.bind(7, key.oin->value());
  insert.bind(8, toHex(salt)).bind(9, static_cast<std::int64_t>(cost.n));
  insert.bind(10, std::int64_t{cost.r}).bind(11, std::int64_t{cost.p});
  insert.run();
}

void deleteGrant(Database& database, std::string_view sleutel, const Gemeentecode& gemeente) {
  database.prepare("DELETE FROM toekenning WHERE applicatiesleutel = ? AND gemeentecode = ?")
      .bind(1, sleutel)
      .bind(2, gemeente.value())
      .run();
}

void writeGrant(Database& database, std::string_view sleutel, const Gemeentecode& gemeente, Rollen rollen) {
  deleteGrant(database, sleutel, gemeente);
  for (const Rol rol : kRollen) {
    if (!rollen.has(rol)) continue;
    database.prepare("INSERT INTO toekenning (applicatiesleutel, gemeentecode, rol) VALUES (?, ?, ?)")
        .bind(1, sleutel)
        .bind(2, gemeente.value())
        .bind(3, rolNaam(rol))
        .run();
  }
}

// What a municipality has after the change; nothing when the change takes away what was never there.
std::optional<Rollen> changedRoles(GrantChange change, Rollen had, Rollen asked) {
  if (change == GrantChange::replace) return asked;
  if (change == GrantChange::add) return Rollen(static_cast<std::uint8_t>(had.bits() | asked.bits()));
  if (had.empty() || (asked.bits() & ~had.bits()) != 0) return std::nullopt;
  if (asked.empty()) return Rollen();
  return Rollen(static_cast<std::uint8_t>(had.bits() & ~asked.bits()));
}

KeyOutcome<KeyRecord> checkRotation(KeyRecord key, const Rotation& rotation, Date today) {
  const Date last = rotation.geldigTot.value_or(key.geldigTot);
  if (!rotation.direct && (rotation.overlapDays < 1 || rotation.overlapDays > Rotation::kMaxOverlapDays))
    return keyError(Kind::invalidInput, "het oude wachtwoord kan 1 tot en met 14 dagen blijven werken");
  if (last < today && !rotation.geldigTot)
    return keyError(Kind::invalidInput, "sleutel " + key.applicatiesleutel + " is op " + last.text() +
                                            " verlopen; geef een nieuwe laatste dag mee");
  if (auto checked = checkLastDay(key.geldigVan, last, today); !checked)
    return tl::unexpected(std::move(checked).error());
  return key;
}

// Ends what was there: with an overlap the newest password lives on until the given moment, all others go.
void endPasswords(Database& database, const KeyRecord& key, std::optional<Moment> end) {
  for (const PasswordRecord& password : key.wachtwoorden) {
    if (end && !password.geldigTot) {
      database.prepare("UPDATE wachtwoord SET geldig_tot = ? WHERE wachtwoord_id = ?")
          .bind(1, storedMoment(*end))
          .bind(2, password.id)
          .run();
    } else {
      database.prepare("DELETE FROM wachtwoord WHERE wachtwoord_id = ?").bind(1, password.id).run();
    }
  }
}

void renewSalt(Database& database, StoredKey& key, ScryptCost cost) {
  fillRandom(key.salt);
  key.cost = cost;
  database
      .prepare(
          "UPDATE sleutel SET zout = ?, scrypt_n = ?, scrypt_r = ?, scrypt_p = ? WHERE applicatiesleutel = ?")
      .bind(1, toHex(key.salt))
      .bind(2, static_cast<std::int64_t>(cost.n))
      .bind(3, std::int64_t{cost.r})
      .bind(4, std::int64_t{cost.p})
      .bind(5, key.record.applicatiesleutel)
      .run();
}

}  // namespace

// Runs a change with the write lock held; it becomes final only when the change succeeded.
template <class Change>
auto KeyStore::inTransaction(Change change) -> decltype(change()) {
  try {
    Transaction transaction(directory_.database, Transaction::Kind::write);
    auto outcome = change();
    if (outcome) transaction.commit();
    return outcome;
  } catch (const DatabaseError& error) {
    return keyError(Kind::storeUnavailable,
                    (directory_.path / kKeyDatabaseName).string() + ": " + error.what());
  }
}

KeyOutcome<KeyStore> KeyStore::open(const std::filesystem::path& dataDirectory, ScryptCost cost) {
  auto directory = openKeyDirectory(dataDirectory);
  if (!directory) return tl::unexpected(std::move(directory).error());
  return KeyStore(*std::move(directory), cost);
}

KeyOutcome<KeyRecord> KeyStore::existing(std::string_view applicatiesleutel) {
  auto key = readKey(directory_.database, applicatiesleutel);
  // The text names no key: what was typed in its place may be a password.
  if (!key) return keyError(Kind::unknownKey, "deze applicatiesleutel bestaat niet");
  return std::move(key->record);
}

KeyOutcome<Secret> KeyStore::addPassword(std::string_view applicatiesleutel, const Salt& salt,
                                         ScryptCost cost, Moment now) {
  Secret password = markedPassword(*directory_.hasher, applicatiesleutel);
  const auto hash = directory_.hasher->hash(password, salt, cost);
  if (!hash) return keyError(Kind::storeUnavailable, "er is te weinig geheugen om het wachtwoord te bewaren");
  directory_.database
      .prepare(
          "INSERT INTO wachtwoord (wachtwoord_id, applicatiesleutel, hash, aangemaakt_op, "
          "keer_gebruikt_als_oud) "
          "VALUES (?, ?, ?, ?, 0)")
      .bind(1, randomHex(16))
      .bind(2, applicatiesleutel)
      .bind(3, toHex(*hash))
      .bind(4, storedMoment(now))
      .run();
  return password;
}

KeyOutcome<KeyRecord> KeyStore::issue(const NewKey& asked, Moment now, const Deliver& deliver) {
  if (auto checked = checkNewKey(asked, dateInAmsterdam(now)); !checked)
    return tl::unexpected(std::move(checked).error());
  return inTransaction([&]() -> KeyOutcome<KeyRecord> {
    if (asked.oin) {
      auto alone = checkOneForOin(directory_.database, *asked.oin, {}, asked.geldigVan, asked.geldigTot);
      if (!alone) return tl::unexpected(std::move(alone).error());
    }
    KeyRecord key;
    key.applicatiesleutel = "AS-" + randomBase32(20);
    key.label = asked.label;
    key.leverancier = asked.leverancier;
    key.geldigVan = asked.geldigVan;
    key.geldigTot = asked.geldigTot;
    key.aangemaaktOp = now;
    key.oin = asked.oin;
    Salt salt{};
    fillRandom(salt);
    insertKey(directory_.database, key, salt, cost_);
    for (const auto& [gemeente, rollen] : asked.toekenningen)
      writeGrant(directory_.database, key.applicatiesleutel, gemeente, rollen);
    auto password = addPassword(key.applicatiesleutel, salt, cost_, now);
    if (!password) return tl::unexpected(std::move(password).error());
    IssuedKey issued{*existing(key.applicatiesleutel), *std::move(password)};
    if (auto delivered = deliver(issued); !delivered) return tl::unexpected(std::move(delivered).error());
    return std::move(issued.record);
  });
}

KeyOutcome<std::vector<KeyRecord>> KeyStore::list() {
  try {
    const Transaction transaction(directory_.database, Transaction::Kind::read);
    std::vector<KeyRecord> records;
    for (auto& [name, key] : readKeys(directory_.database)) records.push_back(std::move(key.record));
    std::ranges::sort(records, {},
                      [](const KeyRecord& key) { return std::tie(key.label, key.applicatiesleutel); });
    return records;
  } catch (const DatabaseError& error) {
    return keyError(Kind::storeUnavailable,
                    (directory_.path / kKeyDatabaseName).string() + ": " + error.what());
  }
}

KeyOutcome<KeyRecord> KeyStore::find(std::string_view applicatiesleutel) {
  try {
    const Transaction transaction(directory_.database, Transaction::Kind::read);
    return existing(applicatiesleutel);
  } catch (const DatabaseError& error) {
    return keyError(Kind::storeUnavailable,
                    (directory_.path / kKeyDatabaseName).string() + ": " + error.what());
  }
}

KeyOutcome<KeyRecord> KeyStore::rotate(std::string_view applicatiesleutel, const Rotation& rotation,
                                       Moment now, const Deliver& deliver) {
  return inTransaction([&]() -> KeyOutcome<KeyRecord> {
    Database& database = directory_.database;
    auto present = readKey(database, applicatiesleutel);
    if (!present) return existing(applicatiesleutel);
    if (present->record.ingetrokkenOp)
      return keyError(Kind::keyRevoked, "sleutel " + std::string(applicatiesleutel) + " is ingetrokken");
    auto checked = checkRotation(present->record, rotation, dateInAmsterdam(now));
    if (!checked) return checked;
    if (rotation.geldigTot && present->record.oin) {
      auto alone = checkOneForOin(database, *present->record.oin, applicatiesleutel,
                                  present->record.geldigVan, *rotation.geldigTot);
      if (!alone) return tl::unexpected(std::move(alone).error());
    }

    const auto overlap = std::chrono::days{rotation.overlapDays};
    endPasswords(database, present->record, rotation.direct ? std::nullopt : std::optional(now + overlap));
    if (rotation.direct) renewSalt(database, *present, cost_);
    if (rotation.geldigTot) {
      database.prepare("UPDATE sleutel SET geldig_tot = ? WHERE applicatiesleutel = ?")
          .bind(1, rotation.geldigTot->text())
          .bind(2, applicatiesleutel)
          .run();
    }
    auto password = addPassword(applicatiesleutel, present->salt, present->cost, now);
    if (!password) return tl::unexpected(std::move(password).error());
    IssuedKey issued{*existing(applicatiesleutel), *std::move(password)};
    if (auto delivered = deliver(issued); !delivered) return tl::unexpected(std::move(delivered).error());
    return std::move(issued.record);
  });
}

KeyOutcome<KeyRecord> KeyStore::revoke(std::string_view applicatiesleutel, Moment now) {
  return inTransaction([&]() -> KeyOutcome<KeyRecord> {
    directory_.database
        .prepare(
            "UPDATE sleutel SET ingetrokken_op = ? WHERE applicatiesleutel = ? AND ingetrokken_op IS NULL")
        .bind(1, storedMoment(now))
        .bind(2, applicatiesleutel)
        .run();
    return existing(applicatiesleutel);
  });
}

KeyOutcome<KeyRecord> KeyStore::grant(std::string_view applicatiesleutel, GrantChange change,
                                      const Toekenningen& grants) {
  return inTransaction([&]() -> KeyOutcome<KeyRecord> {
    auto key = existing(applicatiesleutel);
    if (!key) return key;
    if (key->ingetrokkenOp)
      return keyError(Kind::keyRevoked, "sleutel " + key->applicatiesleutel + " is ingetrokken");
    for (const auto& [gemeente, asked] : grants) {
      const auto present = key->toekenningen.find(gemeente);
      const Rollen had = present == key->toekenningen.end() ? Rollen() : present->second;
      if (change != GrantChange::remove && asked.empty())
        return keyError(Kind::invalidInput, "gemeente " + gemeente.value() + " heeft geen enkele rol");
      const auto roles = changedRoles(change, had, asked);
      if (!roles)
        return keyError(Kind::invalidInput,
                        "wat voor gemeente " + gemeente.value() + " zou moeten vervallen, is niet toegekend");
      writeGrant(directory_.database, applicatiesleutel, gemeente, *roles);
    }
    return existing(applicatiesleutel);
  });
}

}  // namespace cvsgw::security
