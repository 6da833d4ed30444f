// For tests: a key store in a directory of its own, with a hash that is cheap, and callers that went through
// the real check.
#pragma once

#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>

#include <stdlib.h>

#include "gateway/domain/clock.hpp"
#include "gateway/security/keys/authenticator.hpp"
#include "gateway/security/keys/key_store.hpp"

namespace cvsgw::security::testing {

/// Waits until a condition holds; false when it never did, in far more time than anything takes here on a
/// busy machine.
inline bool eventually(const std::function<bool()>& holds) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{30};
  while (std::chrono::steady_clock::now() < end) {
    if (holds()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
  return holds();
}

class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    std::string name = (std::filesystem::temp_directory_path() / "cvsgw-keys-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary directory");
    path_ = name;
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  ~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Milliseconds of scrypt would make the tests slow and prove nothing more.
inline constexpr ScryptCost kCheap{.n = 16, .r = 1, .p = 1};

inline Moment noon(Date day) {
  return FixedClock(day).now();
}

inline Gemeentecode gemeente(std::string_view code) {
  return Gemeentecode::parse(code).value();
}

inline Rollen rollen(std::initializer_list<Rol> list) {
  Rollen roles;
  for (const Rol rol : list) roles.add(rol);
  return roles;
}

inline std::string contentOf(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  return content.str();
}

/// A snapshot that a test sets by hand.
class FixedKeys final : public KeySource {
 public:
  explicit FixedKeys(std::shared_ptr<const KeySnapshot> snapshot) : snapshot_(std::move(snapshot)) {}
  std::shared_ptr<const KeySnapshot> current() const override { return snapshot_; }

 private:
  std::shared_ptr<const KeySnapshot> snapshot_;
};

/// The present content of a store as a snapshot.
inline std::shared_ptr<const KeySnapshot> snapshotOf(const std::filesystem::path& dataDirectory,
                                                     const KeySnapshot* before = nullptr) {
  KeyDirectory directory = openKeyDirectory(dataDirectory).value();
  const Transaction transaction(directory.database, Transaction::Kind::read);
  return std::make_shared<const KeySnapshot>(readKeys(directory.database), before);
}

inline const Date kToday{2026, 6, 15};
inline const Oin kOin = Oin::parse("00000099000000001000").value();

/// A store with one way to issue, rotate and sign in.
class KeyWorld {
 public:
  KeyWorld() : store(KeyStore::open(directory.path(), kCheap).value()) {}

  static NewKey exampleKey() {
    return {.label = "Test",
            .leverancier = "Leverancier",
            .geldigVan = kToday,
            .geldigTot = kToday.plusDays(30),
            .oin = {},
            .toekenningen = {{gemeente("0363"), rollen({Rol::Wi2021})}}};
  }
  IssuedKey issue(const NewKey& key = exampleKey(), Moment now = noon(kToday)) {
    IssuedKey kept;
    store.issue(key, now, keepIn(kept)).value();
    return kept;
  }
  IssuedKey rotate(const std::string& sleutel, const Rotation& rotation, Moment now = noon(kToday)) {
    IssuedKey kept;
    store.rotate(sleutel, rotation, now, keepIn(kept)).value();
    return kept;
  }
  static KeyStore::Deliver keepIn(IssuedKey& kept) {
    return [&kept](const IssuedKey& issued) -> KeyOutcome<void> {
      kept = issued;
      return {};
    };
  }

  TemporaryDirectory directory;
  KeyStore store;
};

/// A caller with these grants, issued and checked for real; the way for tests of later steps to come by one.
inline Caller callerWith(const Toekenningen& grants) {
  KeyWorld world;
  NewKey key = KeyWorld::exampleKey();
  key.toekenningen = grants;
  const IssuedKey issued = world.issue(key);
  const FixedKeys keys(snapshotOf(world.directory.path()));
  const Authenticator authenticator(keys, world.store.hasher());
  return authenticator.verify(issued.record.applicatiesleutel, issued.wachtwoord, std::nullopt, noon(kToday))
      .value();
}

}  // namespace cvsgw::security::testing
