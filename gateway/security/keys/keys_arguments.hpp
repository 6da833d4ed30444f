// Reading the arguments of `cvsgw keys`. Errors are Dutch sentences that say what would be right.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "gateway/security/keys/key_types.hpp"

namespace cvsgw::security {

template <class T>
using Read = tl::expected<T, std::string>;

struct OptionRow {
  enum class Kind { flag, value, repeated };
  std::string_view name;  ///< with its two dashes
  Kind kind = Kind::value;
};

class Arguments {
 public:
  /// `--name value` and `--name=value`. Refuses unknown options, a value twice, a missing value and stray
  /// words.
  static Read<Arguments> read(std::span<const std::string_view> args, std::span<const OptionRow> options);

  bool has(std::string_view name) const { return values_.contains(name); }
  /// Empty when absent.
  std::string_view value(std::string_view name) const;
  std::vector<std::string_view> all(std::string_view name) const;

 private:
  std::map<std::string_view, std::vector<std::string_view>, std::less<>> values_;
};

using Gemeentenaam = std::function<std::optional<std::string>(const Gemeentecode&)>;

/// Exactly `JJJJ-MM-DD`, not before `earliest`.
Read<Date> readDay(std::string_view option, std::string_view text, Date earliest);
/// `Wi2013,Wi2021MUT`.
Read<Rollen> readRoles(std::string_view text);
/// Each `0363` or `0363=Wi2021,Wi2013`; `common` are the roles of those that name none. Known codes only,
/// when `name` knows.
Read<Toekenningen> readGrants(std::span<const std::string_view> gemeenten, Rollen common,
                              const Gemeentenaam& name);
/// 1 to 14.
Read<int> readOverlap(std::string_view text);
Read<Oin> readOin(std::string_view text);

/// "Wi2013, Wi2021MUT".
std::string rolesText(Rollen roles);

}  // namespace cvsgw::security
