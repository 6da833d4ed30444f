#include "gateway/audit/entry.hpp"

#include <algorithm>
#include <cstring>

#include "gateway/audit/digest.hpp"

namespace cvsgw::audit {
namespace {

class Names {
 public:
  template <class T>
  void field(const char* name, const T&) {
    text_.append(text_.empty() ? "" : ", ").append(name);
  }
  template <class T>
  void bytes(const char* name, const T& value) {
    field(name, value);
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

class Appender {
 public:
  explicit Appender(std::string& out) : out_(out) {}
  template <std::size_t N>
  void field(const char*, const Bytes<N>& value) {
    appendBlob(out_, view(value));
  }
  void field(const char*, const std::string& value) { appendText(out_, value); }
  void field(const char*, std::int64_t value) { appendInteger(out_, value); }
  template <class T>
  void field(const char* name, const std::optional<T>& value) {
    if (value)
      field(name, *value);
    else
      appendNull(out_);
  }
  void bytes(const char*, const std::optional<std::string>& value) {
    if (value)
      appendBlob(out_, *value);
    else
      appendNull(out_);
  }

 private:
  std::string& out_;
};

class Reader {
 public:
  explicit Reader(std::string_view in) : in_(in) {}
  template <std::size_t N>
  void field(const char*, Bytes<N>& value) {
    const auto bytes = piece('b');
    if (bytes.size() != N) {
      ok_ = false;
      return;
    }
    std::memcpy(value.data(), bytes.data(), N);
  }
  void field(const char*, std::string& value) { value = piece('t'); }
  void field(const char*, std::int64_t& value) {
    std::uint64_t bits = 0;
    if (!type('i') || in_.size() < 8) {
      ok_ = false;
      return;
    }
    for (const char byte : in_.substr(0, 8)) bits = bits << 8 | static_cast<unsigned char>(byte);
    in_.remove_prefix(8);
    value = static_cast<std::int64_t>(bits);
  }
  template <class T>
  void field(const char* name, std::optional<T>& value) {
    if (!null()) field(name, value.emplace());
  }
  void bytes(const char*, std::optional<std::string>& value) {
    if (!null()) value = piece('b');
  }
  bool whole() const { return ok_ && in_.empty(); }

 private:
  bool type(char expected) {
    if (in_.empty() || in_.front() != expected) return false;
    in_.remove_prefix(1);
    return true;
  }
  bool null() { return type('n'); }
  std::string_view piece(char expected) {
    if (!type(expected) || in_.size() < 4) {
      ok_ = false;
      return {};
    }
    std::size_t size = 0;
    for (const char byte : in_.substr(0, 4)) size = size << 8 | static_cast<unsigned char>(byte);
    in_.remove_prefix(4);
    if (in_.size() < size) {
      ok_ = false;
      return {};
    }
    const auto out = in_.substr(0, size);
    in_.remove_prefix(size);
    return out;
  }

  std::string_view in_;
  bool ok_ = true;
};

}  // namespace

void appendNull(std::string& out) {
  out.push_back('n');
}
void appendInteger(std::string& out, std::int64_t value) {
  out.push_back('i');
  appendNumber(out, static_cast<std::uint64_t>(value));
}
void appendText(std::string& out, std::string_view value) {
  out.push_back('t');
  appendNumber(out, static_cast<std::uint32_t>(value.size()));
  out.append(value);
}
void appendBlob(std::string& out, std::string_view value) {
  out.push_back('b');
  appendNumber(out, static_cast<std::uint32_t>(value.size()));
  out.append(value);
}

const std::string& columns() {
  static const std::string kColumns = [] {
    Names names;
    const Entry none;
    Entry::fields(none, names);
    return names.take();
  }();
  return kColumns;
}

std::string canonical(const Entry& entry) {
  std::string out;
  out.reserve(640 + (entry.betrokkenen ? entry.betrokkenen->size() : 0));
  Appender appender(out);
  Entry::fields(entry, appender);
  return out;
}

std::optional<Entry> fromCanonical(std::string_view bytes) {
  Entry entry;
  Reader reader(bytes);
  Entry::fields(entry, reader);
  if (!reader.whole()) return std::nullopt;
  return entry;
}

Digest recordDigest(std::string_view canonical) {
  return sha256({"cvsgw-audit-record-1\n", canonical});
}

Digest link(const Digest& before, std::int64_t seq, const Digest& record, std::string_view gebruiker) {
  std::string number;
  appendNumber(number, static_cast<std::uint64_t>(seq));
  number.push_back(static_cast<char>(gebruiker.size()));
  return sha256({view(before), number, view(record), gebruiker});
}

}  // namespace cvsgw::audit
