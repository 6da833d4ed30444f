// Writes answer records as XML from their field descriptions (gateway/domain/fields.hpp).
//
// Why not gSOAP's serialisers: a second set of structs would have to be filled per answer, and every field
// would be named a third time. Here an answer is written straight from the record in the order of its
// description, which a test compares with the XSD
// (docs/decisions/answers-written-from-field-descriptions.md).
#pragma once

#include <charconv>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/domain/betrokkenen.hpp"
#include "gateway/domain/fields.hpp"

namespace cvsgw::reply {

/// The prefix that answers use for a namespace; the root declares it.
std::string_view prefixOf(Namespace ns);
/// Appends `text` with `&`, `<`, `>` and carriage returns escaped. `text` must be UTF-8 of legal XML
/// characters.
void appendEscaped(std::string& out, std::string_view text);

/// Visitor for one record. Whoever's BSN is written is noted in `betrokkenen`, when given: an answer cannot
/// disclose a person whom the audit trail does not hear of. Threading: one writer, one thread.
class XmlWriter {
 public:
  XmlWriter(std::string& out, Namespace ns, Betrokkenen* betrokkenen = nullptr)
      : out_(out), prefix_(prefixOf(ns)), betrokkenen_(betrokkenen) {}

  template <class T>
  void field(std::string_view name, const T& value) {
    if constexpr (IsOptional<T>::value) {
      if (value) field(name, *value);
    } else {
      open(name);
      content(value);
      close(name);
      if constexpr (std::is_same_v<T, std::string>) noteText(name, value);
    }
  }

  template <class T>
  void code(std::string_view name, const T& value, const CodeList& list) {
    if constexpr (IsOptional<T>::value) {
      if (value) code(name, *value, list);
    } else {
      open(name);
      XmlWriter inner(out_, Namespace::gemeenschappelijk);
      inner.leaf("code", value);
      inner.leaf("omschrijving", list.omschrijving(value));
      close(name);
    }
  }

  template <class T>
  void list(std::string_view name, std::string_view item, const std::vector<T>& values) {
    open(name);
    for (const T& value : values) field(item, value);
    close(name);
  }

 private:
  // A number that an outcome kept as text is no less a person's.
  void noteText(std::string_view name, const std::string& value) {
    if (!betrokkenen_ || name != "bsn") return;
    if (const auto bsn = Bsn::parse(value)) betrokkenen_->add(*bsn);
  }
  void open(std::string_view name) { tag("<", name); }
  void close(std::string_view name) { tag("</", name); }
  void tag(std::string_view start, std::string_view name) {
    out_.append(start).append(prefix_).append(1, ':').append(name).append(1, '>');
  }
  void leaf(std::string_view name, std::string_view text) {
    open(name);
    appendEscaped(out_, text);
    close(name);
  }

  template <Record T>
  void content(const T& record) {
    XmlWriter inner(out_, T::kNamespace, betrokkenen_);
    T::fields(record, inner);
  }
  void content(const std::string& text) { appendEscaped(out_, text); }
  void content(const Bsn& bsn) {
    out_.append(bsn.value());
    if (betrokkenen_) betrokkenen_->add(bsn);
  }
  void content(const Gemeentecode& code) { out_.append(code.value()); }
  void content(const Date& date) { out_.append(date.text()); }
  void content(const Moment& moment) { out_.append(momentText(moment)); }
  void content(const bool& value) { out_.append(value ? "true" : "false"); }
  void content(const Bedrag& amount);
  template <class T>
  requires(std::is_integral_v<T> && !std::is_same_v<T, bool>) void content(const T& number) {
    char buffer[24];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, number);
    out_.append(buffer, end);
  }

  std::string& out_;
  std::string_view prefix_;
  Betrokkenen* betrokkenen_;
};

/// `<w21:Name xmlns:…>fields</w21:Name>`: the one child of an answer's Body. `name` is the wrapper element;
/// `betrokkenen` takes the persons whose BSN is written.
template <Record T>
std::string writeBody(std::string_view name, const T& answer, Betrokkenen* betrokkenen = nullptr) {
  std::string out;
  out.reserve(4096);
  const std::string_view prefix = prefixOf(T::kNamespace);
  out.append("<").append(prefix).append(":").append(name);
  out.append(" xmlns:").append(prefix).append("=\"").append(namespaceUri(T::kNamespace)).append("\"");
  if constexpr (T::kNamespace != Namespace::gemeenschappelijk) {
    out.append(" xmlns:g=\"").append(namespaceUri(Namespace::gemeenschappelijk)).append("\"");
  }
  out.append(">");
  XmlWriter writer(out, T::kNamespace, betrokkenen);
  T::fields(answer, writer);
  out.append("</").append(prefix).append(":").append(name).append(">");
  return out;
}

}  // namespace cvsgw::reply
