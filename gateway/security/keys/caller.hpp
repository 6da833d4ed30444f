// Who is calling: proof that an application key and its password were checked for this call.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "gateway/security/keys/key_snapshot.hpp"

namespace cvsgw::security {

/// Only Authenticator makes one. Cheap to copy: it shares the key's entry of the snapshot that it was checked
/// against, and so keeps showing the rights as they were at that moment. Threading: immutable.
class Caller {
 public:
  /// The public name of the key; may be logged.
  const std::string& applicatiesleutel() const { return key_->record.applicatiesleutel; }
  const std::string& label() const { return key_->record.label; }
  const std::string& leverancier() const { return key_->record.leverancier; }
  const std::optional<Oin>& oin() const { return key_->record.oin; }
  /// Last day, inclusive.
  Date geldigTot() const { return key_->record.geldigTot; }
  const Toekenningen& toekenningen() const { return key_->record.toekenningen; }
  /// Empty when there is no grant for this municipality.
  Rollen rollen(const Gemeentecode& gemeente) const {
    const auto found = toekenningen().find(gemeente);
    return found == toekenningen().end() ? Rollen() : found->second;
  }
  /// The roles for all municipalities together.
  Rollen rollenErgens() const { return key_->anywhere; }
  /// Set when the password of this call has been replaced by a newer one: it works before this moment.
  const std::optional<Moment>& oudWachtwoordTot() const { return oldPasswordUntil_; }
  bool oudWachtwoordGebruikt() const { return oldPasswordUntil_.has_value(); }

 private:
  friend class Authenticator;
  Caller(std::shared_ptr<const KeyEntry> key, std::optional<Moment> oldPasswordUntil)
      : key_(std::move(key)), oldPasswordUntil_(oldPasswordUntil) {}

  std::shared_ptr<const KeyEntry> key_;
  std::optional<Moment> oldPasswordUntil_;
};

}  // namespace cvsgw::security
