// The words of key management: what is asked when a key is made or changed, and what is told about a key.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gateway/domain/bsn.hpp"
#include "gateway/domain/date.hpp"
#include "gateway/domain/secret.hpp"
#include "gateway/domain/wet.hpp"

namespace cvsgw::security {

/// What a key may do: per municipality a set of roles, never an empty one.
using Toekenningen = std::map<Gemeentecode, Rollen>;

/// A password as the operator sees it.
struct PasswordRecord {
  std::string id;  ///< random, says nothing about the password
  Moment aangemaaktOp{};
  std::optional<Moment> geldigTot;  ///< set once a newer password replaces it: it works before this moment
  std::optional<Moment> laatstGebruiktOp;
  std::int64_t keerGebruiktAlsOud = 0;  ///< calls since it was replaced
};

/// A key as the operator sees it; holds no secret.
struct KeyRecord {
  std::string applicatiesleutel;
  std::string label;
  std::string leverancier;
  Date geldigVan;  ///< first day, in Europe/Amsterdam
  Date geldigTot;  ///< last day, inclusive
  Moment aangemaaktOp{};
  std::optional<Moment> ingetrokkenOp;
  std::optional<Oin> oin;  ///< works only with a client certificate that carries this OIN
  Toekenningen toekenningen;
  std::vector<PasswordRecord> wachtwoorden;  ///< newest first
};

struct NewKey {
  std::string label;
  std::string leverancier;
  Date geldigVan;
  Date geldigTot;
  std::optional<Oin> oin;
  Toekenningen toekenningen;
};

/// The one time that a password is seen: between its making and its document.
struct IssuedKey {
  KeyRecord record;
  Secret wachtwoord;
};

struct Rotation {
  static constexpr int kMaxOverlapDays = 14;
  int overlapDays =
      kMaxOverlapDays;  ///< how long the present password goes on working: 1 to 14 times 24 hours
  bool direct = false;  ///< every present password ends now
  std::optional<Date> geldigTot = {};  ///< a new last day for the key
};

enum class GrantChange {
  add,      ///< roles come on top of what the municipality had
  replace,  ///< the municipality's roles become exactly these
  remove    ///< these roles go; an empty set takes the whole municipality away
};

}  // namespace cvsgw::security
