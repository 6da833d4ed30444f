// Just enough JSON to write an outcome.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace json {

/// A value that is already written.
struct Text {
  std::string json;
};

inline Text of(const std::string& value) {
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return {out + "\""};
}
inline Text of(const char* value) {
  return of(std::string(value));
}
inline Text of(bool value) {
  return {value ? "true" : "false"};
}
inline Text of(std::int64_t value) {
  return {std::to_string(value)};
}
inline Text of(int value) {
  return {std::to_string(value)};
}
inline Text of(Text value) {
  return value;
}
/// An optional element as gSOAP has it: null when it is absent.
template <class Value>
Text of(const Value* value) {
  return value ? of(*value) : Text{"null"};
}

inline Text list(const std::vector<Text>& values) {
  std::string out;
  for (const Text& value : values) out += (out.empty() ? "" : ",") + value.json;
  return {"[" + out + "]"};
}

/// One row: list(row(a, b, c)).
template <class... Values>
Text row(const Values&... values) {
  return list({of(values)...});
}

class Object {
 public:
  template <class Value>
  Object& with(const std::string& name, const Value& value) {
    text_ += (text_.empty() ? "" : ",") + of(name).json + ":" + of(value).json;
    return *this;
  }
  Text done() const { return {"{" + text_ + "}"}; }

 private:
  std::string text_;
};

}  // namespace json
