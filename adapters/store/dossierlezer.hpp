// Reads one dossier after another, quickly: for whoever goes through all persons of a municipality.
//
// What JsonWriter wrote has no white space, and its members stand in the order of the field descriptions. So
// the description itself walks along the text once, without a tree of values in between. A text of which that
// does not hold (an escape in a string, a member that the program no longer knows) is read by JsonReader
// instead: it is slower and takes anything. There is one description, and a test reads a whole population
// both ways.
#pragma once

#include <charconv>

#include "adapters/store/json.hpp"

namespace cvsgw::store {

/// Visitor for one text. Threading: one thread.
class SnelleLezer {
 public:
  explicit SnelleLezer(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

  /// False: the text is not of the simple kind, and `record` is filled in part.
  template <Record T>
  bool lees(T& record) {
    get(record);
    return good_ && at_ == end_;
  }

  template <class T>
  void field(std::string_view name, T& target) {
    if (member(name)) get(target);
  }
  template <class T>
  void code(std::string_view name, T& target, const CodeList&) {
    field(name, target);
  }
  template <class T>
  void list(std::string_view name, std::string_view, std::vector<T>& target) {
    if (!member(name) || !take('[')) return;
    do {
      get(target.emplace_back());
    } while (good_ && next(','));
    take(']');
  }

 private:
  // The members of a record are separated; before the first one there is nothing to step over.
  bool member(std::string_view name) {
    const char* p = at_;
    if (p != end_ && *p == ',') ++p;
    if (!good_ || static_cast<size_t>(end_ - p) < name.size() + 3 || *p != '"') return false;
    if (p[name.size() + 1] != '"' || std::string_view(p + 1, name.size()) != name) return false;
    at_ = p + name.size() + 2;
    return take(':');
  }
  bool next(char c) {
    if (at_ == end_ || *at_ != c) return false;
    ++at_;
    return true;
  }
  bool take(char c) {
    if (!next(c)) good_ = false;
    return good_;
  }
  std::string_view text() {
    if (!take('"')) return {};
    const char* begin = at_;
    while (at_ != end_ && *at_ != '"' && *at_ != '\\') ++at_;
    const std::string_view found(begin, static_cast<size_t>(at_ - begin));
    take('"');
    return found;
  }
  template <class T>
  T number() {
    T value{};
    const auto [end, error] = std::from_chars(at_, end_, value);
    if (error != std::errc{}) good_ = false;
    at_ = end;
    return value;
  }
  template <class T>
  void parsed(std::optional<T> value, T& target) {
    if (value) {
      target = *std::move(value);
    } else {
      good_ = false;
    }
  }

  template <Record T>
  void get(T& record) {
    if (!take('{')) return;
    T::fields(record, *this);
    take('}');
  }
  template <class T>
  void get(std::optional<T>& target) {
    get(target.emplace());
  }
  void get(std::string& target) { target = text(); }
  void get(Bsn& target) { parsed(Bsn::parse(text()), target); }
  void get(Gemeentecode& target) { parsed(Gemeentecode::parse(text()), target); }
  // A dossier is half dates: they are read here, in the one form in which they are written.
  void get(Date& target) {
    const std::string_view t = text();
    if (t.size() != 10 || t[4] != '-' || t[7] != '-') {
      good_ = false;
      return;
    }
    const auto digits = [&](size_t from, size_t count) {
      unsigned value = 0;
      for (size_t i = from; i < from + count; ++i) {
        if (t[i] < '0' || t[i] > '9') good_ = false;
        value = value * 10 + static_cast<unsigned>(t[i] - '0');
      }
      return value;
    };
    const std::chrono::year_month_day ymd{std::chrono::year{static_cast<int>(digits(0, 4))},
                                          std::chrono::month{digits(5, 2)}, std::chrono::day{digits(8, 2)}};
    if (!good_ || !ymd.ok() || ymd.year() < std::chrono::year{1}) {
      good_ = false;
      return;
    }
    target = Date(std::chrono::sys_days{ymd});
  }
  void get(Moment& target) { target = Moment{std::chrono::milliseconds{number<std::int64_t>()}}; }
  void get(std::int32_t& target) { target = number<std::int32_t>(); }
  void get(std::int64_t& target) { target = number<std::int64_t>(); }
  void get(Bedrag& target) { target.centen = number<std::int64_t>(); }
  void get(bool& target) {
    const std::string_view rest(at_, static_cast<size_t>(end_ - at_));
    target = rest.starts_with("true");
    if (!target && !rest.starts_with("false")) good_ = false;
    at_ += std::min<size_t>(rest.size(), target ? 4 : 5);
  }

  const char* at_;
  const char* end_;
  bool good_ = true;
};

/// The record that `json` holds. Throws Error when it is not what toJson wrote.
template <Record T>
T leesDossier(std::string_view json) {
  T record{};
  if (SnelleLezer(json).lees(record)) return record;
  return fromJson<T>(json);
}

}  // namespace cvsgw::store
