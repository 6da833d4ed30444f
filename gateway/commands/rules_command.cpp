#include "gateway/commands/rules_command.hpp"

#include <iostream>
#include <vector>

#include "gateway/commands/arguments.hpp"
#include "gateway/domain/regelregister.hpp"
#include "gateway/laws/algemeen/rules/regels.hpp"
#include "gateway/laws/wi2007/rules/regels.hpp"
#include "gateway/laws/wi2013/rules/regels.hpp"
#include "gateway/laws/wi2021/rules/regels.hpp"
#include "gateway/security/keys/key_listing.hpp"

namespace cvsgw {
namespace {

using security::jsonString;

constexpr std::string_view kRulesHelp =
    R"(Gebruik: cvsgw rules [--json | --markdown]
         toont het register van regels: wat wordt getoetst, wat vanzelf gaat, en wat geen systeem kan toetsen
)";

constexpr std::string_view kPageHead =
    R"(# Register van regels

Elke zin van de handleidingen die zegt dat iets moet, mag, niet kan, alleen, binnen, vóór, na, ten hoogste of automatisch gebeurt, is hier een
regel. Een regel van de soort *toets* antwoordt met de melding met die code (B: blokkeert tot de code is bevestigd); *automatisch* doet het
ISI vanzelf; *weergave* zegt wat wordt getoond; *nietToetsbaar* kan geen systeem toetsen, met de reden erbij. Zonder operatie: de
dagverwerking, een gebeurtenis, of elke operatie die de melding geeft. Dit bestand wordt gemaakt met `cvsgw rules --markdown`
(bouwdoel `regels`); een test vergelijkt het. `cvsgw rules --json` geeft hetzelfde voor machines.

)";

std::string operaties(const RegelRij& rij) {
  if (rij.alleWijzigingen) return std::string(kAlleWijzigingen);
  std::string text;
  for (const auto& operatie : rij.operaties) text += (text.empty() ? "" : ", ") + operatie;
  return text;
}

std::string melding(const RegelRij& rij) {
  return rij.code + (rij.bevestigen ? " (B)" : "");
}

std::string uitleg(const RegelRij& rij) {
  return rij.toelichting.empty() ? rij.tekst : rij.tekst + " (" + rij.toelichting + ")";
}

std::string optioneel(const std::string& text) {
  return text.empty() ? "null" : jsonString(text);
}

void writeJson(std::ostream& out, std::span<const RegelRij> rijen) {
  std::string_view separator;
  out << "[\n";
  for (const auto& rij : rijen) {
    out << separator << R"(  {"id": )" << jsonString(rij.id) << R"(, "aard": )"
        << jsonString(aardNaam(rij.aard)) << R"(, "alleWijzigingen": )"
        << (rij.alleWijzigingen ? "true" : "false") << R"(, "operaties": [)";
    std::string_view inner;
    for (const auto& operatie : rij.operaties) {
      out << inner << jsonString(operatie);
      inner = ", ";
    }
    out << R"(], "code": )" << optioneel(rij.code) << R"(, "bevestigen": )"
        << (rij.bevestigen ? "true" : "false") << R"(, "bron": )" << jsonString(rij.bron) << R"(, "tekst": )"
        << jsonString(rij.tekst) << R"(, "toelichting": )" << optioneel(rij.toelichting)
        << R"(, "geldigVanaf": )" << jsonString(rij.geldigVanaf) << "}";
    separator = ",\n";
  }
  out << "\n]\n";
}

void writePage(std::ostream& out, std::span<const RegelRij> rijen) {
  out << kPageHead << "| regel | soort | melding | operaties | bron | geldig vanaf | tekst |\n"
      << "|---|---|---|---|---|---|---|\n";
  for (const auto& rij : rijen) {
    out << "| " << rij.id << " | " << aardNaam(rij.aard) << " | " << melding(rij) << " | " << operaties(rij)
        << " | " << rij.bron << " | " << rij.geldigVanaf << " | " << uitleg(rij) << " |\n";
  }
}

// Some lines for each rule: a screen is too narrow for seven columns.
void writeTable(std::ostream& out, std::span<const RegelRij> rijen) {
  for (const auto& rij : rijen) {
    out << rij.id << "  " << aardNaam(rij.aard) << (rij.code.empty() ? "" : "  ") << melding(rij)
        << "  vanaf " << rij.geldigVanaf << "  " << rij.bron << "\n";
    if (const auto waar = operaties(rij); !waar.empty()) out << "    " << waar << "\n";
    out << "    " << uitleg(rij) << "\n";
  }
  out << rijen.size() << " regels\n";
}

std::vector<Regel> alleRegels() {
  std::vector<Regel> all;
  const auto add = [&all](const auto& regels) { all.insert(all.end(), regels.begin(), regels.end()); };
  add(laws::wi2007::regels());
  add(laws::wi2013::regels());
  add(laws::wi2021::regels());
  add(laws::algemeen::bestandenRegels());
  add(laws::algemeen::loketRegels());
  return all;
}

}  // namespace

int rulesCommand(std::span<const std::string_view> arguments) {
  if (helped(arguments, kRulesHelp)) return 0;
  const std::string_view form = arguments.empty() ? "" : arguments[0];
  if (arguments.size() > 1 || (!form.empty() && form != "--json" && form != "--markdown")) {
    std::cerr << kRulesHelp;
    return 2;
  }
  const auto regels = alleRegels();
  const auto rijen = regelregister(regels, meldingRegister());
  if (form == "--json") {
    writeJson(std::cout, rijen);
  } else if (form == "--markdown") {
    writePage(std::cout, rijen);
  } else {
    writeTable(std::cout, rijen);
  }
  return 0;
}

}  // namespace cvsgw
