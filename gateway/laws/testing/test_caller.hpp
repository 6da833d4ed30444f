// A caller for tests of operations, admitted by a real Authenticator with a key that costs nothing to check.
#pragma once

#include <memory>
#include <stdexcept>

#include "gateway/security/keys/authenticator.hpp"

namespace cvsgw::laws::testing {

/// Owns what its Caller was checked against. Threading: one thread.
class TestCaller {
 public:
  explicit TestCaller(security::Toekenningen toekenningen) : keys_(std::move(toekenningen)) {}

  security::Caller caller() const {
    auto admitted =
        authenticator_.verify(kNaam, Secret("geheim"), std::nullopt, Moment{Date(2026, 6, 1).days()});
    if (!admitted) throw std::logic_error("the test's own key is refused");
    return *std::move(admitted);
  }

 private:
  static constexpr const char* kNaam = "testsleutel";

  class FreeHasher final : public security::PasswordHasher {
   public:
    std::optional<security::PasswordHash> hash(const Secret&, const security::Salt&,
                                               security::ScryptCost) const override {
      return security::PasswordHash{};
    }
    std::string mark(std::string_view, std::string_view) const override { return {}; }
  };

  class OneKey final : public security::KeySource {
   public:
    explicit OneKey(security::Toekenningen toekenningen) {
      security::StoredKey key;
      key.record.applicatiesleutel = kNaam;
      key.record.geldigVan = Date(2000, 1, 1);
      key.record.geldigTot = Date(2999, 12, 31);
      key.record.toekenningen = std::move(toekenningen);
      key.record.wachtwoorden.emplace_back().id = "w1";
      key.hashes.emplace_back();
      snapshot_ = std::make_shared<const security::KeySnapshot>(
          std::map<std::string, security::StoredKey>{{kNaam, std::move(key)}}, nullptr);
    }
    std::shared_ptr<const security::KeySnapshot> current() const override { return snapshot_; }

   private:
    std::shared_ptr<const security::KeySnapshot> snapshot_;
  };

  OneKey keys_;
  FreeHasher hasher_;
  security::Authenticator authenticator_{keys_, hasher_};
};

}  // namespace cvsgw::laws::testing
