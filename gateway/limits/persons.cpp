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

Outcome<void> admitPersons(const Question& question, Budget& budget, isi::Backend& isi) {
  if (!budget.counts()) return {};
  const auto numbers = numbersIn(question.operation);
  if (numbers.bsns.empty() && numbers.aNumbers.empty()) return {};
  const auto namens = namensOf(question);
  if (!namens) return {};
  std::vector<std::string> own;
  std::vector<std::string> outside;
  for (const std::string& text : numbers.bsns) {
    const auto bsn = Bsn::parse(text);
    auto seen = bsn ? isi.algemeen().inZicht(*namens, *bsn) : Outcome<bool>(false);
    if (!seen) return tl::unexpected(std::move(seen).error());
    (*seen ? own : outside).push_back(text);
  }
  for (const std::string& text : numbers.aNumbers) {
    auto seen = isi.algemeen().aNummerInZicht(*namens, text);
    if (!seen) return tl::unexpected(std::move(seen).error());
    (*seen ? own : outside).push_back(text);
  }
  const auto& oin = question.caller.oin();
  return budget.admit({question.caller.applicatiesleutel(), question.caller.leverancier(),
                       oin ? oin->value() : "", question.source},
                      own, outside, question.now);
}

}  // namespace cvsgw::limits
