#include "gateway/security/keys/keys_arguments.hpp"

#include <algorithm>
#include <charconv>

namespace cvsgw::security {
namespace {

tl::unexpected<std::string> wrong(std::string text) {
  return tl::unexpected(std::move(text));
}

std::vector<std::string_view> splitAtCommas(std::string_view text) {
  std::vector<std::string_view> parts;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(',', begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

Rollen united(Rollen a, Rollen b) {
  return Rollen(static_cast<std::uint8_t>(a.bits() | b.bits()));
}

std::string optionList(std::span<const OptionRow> options) {
  std::string text;
  for (const OptionRow& row : options) text += (text.empty() ? "" : ", ") + std::string(row.name);
  return text;
}

}  // namespace

Read<Arguments> Arguments::read(std::span<const std::string_view> args, std::span<const OptionRow> options) {
  Arguments result;
  for (size_t i = 0; i < args.size(); ++i) {
    const std::string_view word = args[i];
    const size_t equals = std::min(word.find('='), word.size());
    const auto row = std::ranges::find(options, word.substr(0, equals), &OptionRow::name);
    if (row == options.end()) {
      // The word itself may be a secret typed in the wrong place; only what looks like an option is repeated.
      const std::string what =
          word.starts_with("--") ? "onbekende optie " + std::string(word.substr(0, equals)) : "een los woord";
      return wrong(what + "; deze opdracht kent " + optionList(options));
    }
    const std::string name(row->name);
    auto& values = result.values_[row->name];
    if (row->kind == OptionRow::Kind::flag) {
      if (equals != word.size()) return wrong(name + " krijgt geen waarde");
      continue;
    }
    if (row->kind == OptionRow::Kind::value && !values.empty())
      return wrong(name + " mag maar een keer worden gegeven");
    const bool attached = equals != word.size();
    if (!attached && (i + 1 == args.size() || args[i + 1].starts_with("--")))
      return wrong("na " + name + " ontbreekt een waarde");
    values.push_back(attached ? word.substr(equals + 1) : args[++i]);
    if (values.back().empty()) return wrong("na " + name + " ontbreekt een waarde");
  }
  return result;
}

std::string_view Arguments::value(std::string_view name) const {
  const auto found = values_.find(name);
  return found == values_.end() || found->second.empty() ? std::string_view() : found->second.front();
}

std::vector<std::string_view> Arguments::all(std::string_view name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::vector<std::string_view>() : found->second;
}

Read<Date> readDay(std::string_view option, std::string_view text, Date earliest) {
  const auto day = text.size() == 10 ? Date::parse(text) : std::nullopt;
  if (!day)
    return wrong(std::string(option) + ": '" + std::string(text) +
                 "' is geen bestaande dag; schrijf JJJJ-MM-DD");
  if (*day < earliest)
    return wrong(std::string(option) + ": " + day->text() + " ligt in het verleden; de vroegste dag is " +
                 earliest.text());
  return *day;
}

Read<Rollen> readRoles(std::string_view text) {
  Rollen roles;
  for (const std::string_view part : splitAtCommas(text)) {
    const auto rol = parseRol(part);
    if (!rol)
      return wrong("onbekende rol '" + std::string(part) + "'; de rollen zijn " + rolesText(Rollen(31)));
    roles.add(*rol);
  }
  return roles;
}

Read<Toekenningen> readGrants(std::span<const std::string_view> gemeenten, Rollen common,
                              const Gemeentenaam& name) {
  Toekenningen grants;
  for (const std::string_view word : gemeenten) {
    const size_t equals = std::min(word.find('='), word.size());
    const std::string text(word.substr(0, equals));
    const auto code = Gemeentecode::parse(text);
    if (!code) return wrong("'" + text + "' is geen gemeentecode; die heeft vier cijfers, bijvoorbeeld 0363");
    if (name && !name(*code)) return wrong("gemeentecode " + text + " bestaat niet");
    Rollen roles = common;
    if (equals != word.size()) {
      const auto own = readRoles(word.substr(equals + 1));
      if (!own) return wrong("gemeente " + text + ": " + own.error());
      roles = *own;
    }
    grants[*code] = united(grants[*code], roles);
  }
  return grants;
}

Read<int> readOverlap(std::string_view text) {
  int days = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
  if (error != std::errc{} || end != text.data() + text.size() || days < 1 ||
      days > Rotation::kMaxOverlapDays)
    return wrong(
        "--dagen: geef een getal van 1 tot en met 14, of --direct om het oude wachtwoord meteen te "
        "beeindigen");
  return days;
}

Read<Oin> readOin(std::string_view text) {
  const auto oin = Oin::parse(text);
  const bool digits = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  if (!oin || !digits) return wrong("--oin: een OIN heeft twintig cijfers");
  return *oin;
}

std::string rolesText(Rollen roles) {
  std::string text;
  for (const Rol rol : kRollen) {
    if (roles.has(rol)) text += (text.empty() ? "" : ", ") + std::string(rolNaam(rol));
  }
  return text;
}

}  // namespace cvsgw::security
