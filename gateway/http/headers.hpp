// The header fields of one request, as received.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cvsgw::http {

/// Compares ASCII letters without regard to case; all other bytes must be equal.
bool equalsIgnoringCase(std::string_view a, std::string_view b);

/// Removes spaces and tabs at both ends.
std::string_view trimmed(std::string_view text);

/// Fields in order of arrival; names compare without regard to case, values are kept byte for byte and never
/// decoded (no RFC 2047: a decoder once turned harmless text into `chunked`). All text lies in one buffer, so
/// that a request costs two allocations for its headers. Views stay valid until the next add() or a move.
/// Threading: a value type; no sharing while it changes.
class Headers {
 public:
  void add(std::string_view name, std::string_view value);

  /// The first field of that name.
  std::optional<std::string_view> find(std::string_view name) const;
  std::size_t count(std::string_view name) const;

  /// All values of that name joined by ", ", the meaning that HTTP gives to repeated fields; nothing when
  /// absent.
  std::optional<std::string> joined(std::string_view name) const;

  std::size_t size() const { return fields_.size(); }

 private:
  struct Field {
    std::uint32_t name;
    std::uint32_t nameLength;
    std::uint32_t value;
    std::uint32_t valueLength;
  };
  std::string_view name(const Field& field) const {
    return std::string_view(text_).substr(field.name, field.nameLength);
  }
  std::string_view value(const Field& field) const {
    return std::string_view(text_).substr(field.value, field.valueLength);
  }

  std::string text_;
  std::vector<Field> fields_;
};

}  // namespace cvsgw::http
