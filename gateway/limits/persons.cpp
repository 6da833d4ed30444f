#include "gateway/limits/persons.hpp"

#include "gateway/isi/algemeen.hpp"
#include "gateway/security/keys/authorisation.hpp"

namespace cvsgw::limits {
namespace {

void collect(const xml::Element& element, Personsnumbers& found) {
  for (const xml::Element& child : element.children()) {
    const std::string_view name = child.name().local;
    if (name == "bsn") {
      found.bsns.push_back(child.text());
    } else if (name == "aNummer") {
      found.aNumbers.push_back(child.text());
    } else {
      collect(child, found);
    }
  }
}

// The municipality on whose behalf the message is, when the caller may act for it: else the operation
// refuses.
std::optional<isi::Namens> namensOf(const Question& question) {
  const auto children = question.operation.children();
  if (children.empty() || children.front().name().local != "gemeentecode") return std::nullopt;
  const auto gemeente = Gemeentecode::parse(children.front().text());
  if (!gemeente) return std::nullopt;
  const auto rollen = question.needs ? security::rolesFor(question.caller, *gemeente, *question.needs)
                                     : security::rolesFor(question.caller, *gemeente);
  if (!rollen) return std::nullopt;
  return isi::Namens{*gemeente, *rollen, question.vandaag};
}

}  // namespace

Personsnumbers numbersIn(const xml::Element& operation) {
  Personsnumbers found;
  collect(operation, found);
  return found;
}

Outcome<void> admitPersons(const Question& question, Budget& budget, isi::Backend& isi,
                           Betrokkenen& betrokkenen) {
  const auto& [bsns, aNumbers] = question.numbers;
  if (aNumbers.empty() && (bsns.empty() || !budget.counts())) return {};
  const auto namens = namensOf(question);
  if (!namens) return {};
  std::vector<std::string> outside;
  for (const std::string& text : bsns) {
    const auto bsn = Bsn::parse(text);
    auto seen = bsn ? isi.algemeen().inZicht(*namens, *bsn) : Outcome<bool>(false);
    if (!seen) return tl::unexpected(std::move(seen).error());
    if (!*seen) outside.push_back(text);
  }
  for (const std::string& text : aNumbers) {
    auto person = isi.algemeen().bsnInZicht(*namens, text);
    if (!person) return tl::unexpected(std::move(person).error());
    if (*person) {
      betrokkenen.add(**person);
    } else {
      outside.push_back(text);
    }
  }
  if (outside.empty() || !budget.counts()) return {};
  if (!budget.ownOf(namens->gemeente, question.now)) {
    auto own = isi.algemeen().aantalInZicht(*namens);
    if (!own) return tl::unexpected(std::move(own).error());
    budget.tellOwnOf(namens->gemeente, *own, question.now);
  }
  return budget.admit(
      {question.caller.applicatiesleutel(), namens->gemeente, question.caller.leverancier(), question.source},
      outside, question.now);
}

}  // namespace cvsgw::limits
