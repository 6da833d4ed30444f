// Records to and from JSON by their field descriptions. Absent optionals and empty lists are left out.
#pragma once

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <string>
#include <string_view>

#include "adapters/store/sql.hpp"
#include "gateway/domain/fields.hpp"

namespace cvsgw::store {

class JsonWriter {
 public:
  using Out = rapidjson::Writer<rapidjson::StringBuffer>;
  explicit JsonWriter(Out& out) : out_(out) {}

  template <class T>
  void field(std::string_view name, const T& value) {
    if constexpr (IsOptional<T>::value) {
      if (value) field(name, *value);
    } else {
      key(name);
      put(value);
    }
  }
  template <class T>
  void code(std::string_view name, const T& value, const CodeList&) {
    field(name, value);
  }
  template <class T>
  void list(std::string_view name, std::string_view, const std::vector<T>& values) {
    if (values.empty()) return;
    key(name);
    out_.StartArray();
    for (const T& value : values) put(value);
    out_.EndArray();
  }
  template <Record T>
  void put(const T& record) {
    out_.StartObject();
    T::fields(record, *this);
    out_.EndObject();
  }

 private:
  void key(std::string_view name) { out_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
  void text(std::string_view value) {
    out_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }
  void put(const std::string& value) { text(value); }
  void put(const Bsn& value) { text(value.value()); }
  void put(const Gemeentecode& value) { text(value.value()); }
  void put(const Date& value) { text(value.text()); }
  void put(const Moment& value) { out_.Int64(value.time_since_epoch().count()); }
  void put(const bool& value) { out_.Bool(value); }
  void put(const std::int32_t& value) { out_.Int(value); }
  void put(const std::int64_t& value) { out_.Int64(value); }
  void put(const Bedrag& value) { out_.Int64(value.centen); }

  Out& out_;
};

/// Reads one object. Members come in the order of the description, so a cursor finds each at once; others are
/// searched.
class JsonReader {
 public:
  using Value = rapidjson::Value;
  explicit JsonReader(const Value& object) : object_(object), next_(object.MemberBegin()) {}

  template <class T>
  void field(std::string_view name, T& target) {
    if (const Value* value = find(name)) get(*value, target);
  }
  template <class T>
  void code(std::string_view name, T& target, const CodeList&) {
    field(name, target);
  }
  template <class T>
  void list(std::string_view name, std::string_view, std::vector<T>& target) {
    const Value* value = find(name);
    if (!value) return;
    require(value->IsArray());
    target.resize(value->Size());
    for (rapidjson::SizeType i = 0; i < value->Size(); ++i) get((*value)[i], target[i]);
  }
  template <Record T>
  static void get(const Value& value, T& record) {
    require(value.IsObject());
    JsonReader inner(value);
    T::fields(record, inner);
  }

 private:
  static void require(bool ok) {
    if (!ok) throw Error("a stored record has another shape than the program knows");
  }
  static std::string_view text(const Value& value) {
    require(value.IsString());
    return {value.GetString(), value.GetStringLength()};
  }
  template <class T>
  static T checked(std::optional<T> value) {
    require(value.has_value());
    return *std::move(value);
  }
  template <class T>
  static void get(const Value& value, std::optional<T>& target) {
    get(value, target.emplace());
  }
  static void get(const Value& value, std::string& target) { target = text(value); }
  static void get(const Value& value, Bsn& target) { target = checked(Bsn::parse(text(value))); }
  static void get(const Value& value, Gemeentecode& target) {
    target = checked(Gemeentecode::parse(text(value)));
  }
  static void get(const Value& value, Date& target) { target = checked(Date::parse(text(value))); }
  static void get(const Value& value, Moment& target) {
    target = Moment{std::chrono::milliseconds{number(value)}};
  }
  static void get(const Value& value, bool& target) {
    require(value.IsBool());
    target = value.GetBool();
  }
  static void get(const Value& value, std::int32_t& target) {
    require(value.IsInt());
    target = value.GetInt();
  }
  static void get(const Value& value, std::int64_t& target) { target = number(value); }
  static void get(const Value& value, Bedrag& target) { target.centen = number(value); }
  static std::int64_t number(const Value& value) {
    require(value.IsInt64());
    return value.GetInt64();
  }

  const Value* find(std::string_view name) {
    const auto matches = [name](const Value::Member& member) {
      return std::string_view(member.name.GetString(), member.name.GetStringLength()) == name;
    };
    if (next_ != object_.MemberEnd() && matches(*next_)) return &(next_++)->value;
    for (auto it = object_.MemberBegin(); it != object_.MemberEnd(); ++it) {
      if (matches(*it)) {
        next_ = it + 1;
        return &it->value;
      }
    }
    return nullptr;
  }

  const Value& object_;
  Value::ConstMemberIterator next_;
};

template <Record T>
std::string toJson(const T& record) {
  rapidjson::StringBuffer buffer;
  JsonWriter::Out out(buffer);
  JsonWriter(out).put(record);
  return {buffer.GetString(), buffer.GetSize()};
}

/// Throws Error when `json` is not what toJson wrote.
template <Record T>
T fromJson(std::string_view json) {
  // Parsed in place: the values point into the copy, which lives until the record is filled.
  std::string copy(json);
  rapidjson::Document document;
  document.ParseInsitu(copy.data());
  if (document.HasParseError()) throw Error("a stored record is not JSON");
  T record{};
  JsonReader::get(document, record);
  return record;
}

/// The opaque `versie` of a block: changes with its content and with nothing else (FNV-1a over its JSON, 16
/// hex digits). `record` must have its own `versie` emptied.
std::string versieOf(std::string_view json);

/// Fills `block.versie` from the rest of the block.
template <Record T>
void stampVersie(T& block) {
  block.versie = {};
  block.versie = versieOf(toJson(block));
}

}  // namespace cvsgw::store
