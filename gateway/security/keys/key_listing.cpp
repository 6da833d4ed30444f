#include "gateway/security/keys/key_listing.hpp"

#include <array>
#include <cstdio>
#include <iomanip>
#include <ostream>

namespace cvsgw::security {
namespace {

bool ended(const PasswordRecord& password, Moment now) {
  return password.geldigTot && now >= *password.geldigTot;
}

std::string passwordLine(const PasswordRecord& password, Moment now) {
  std::string text = password.geldigTot ? "oud wachtwoord" : "wachtwoord";
  text += " van " + momentText(password.aangemaaktOp);
  if (password.geldigTot) {
    text += (ended(password, now) ? ", werkte tot " : ", werkt tot ") + momentText(*password.geldigTot);
    text += ", " + std::to_string(password.keerGebruiktAlsOud) + " keer gebruikt sinds het is vervangen";
  }
  text += password.laatstGebruiktOp ? ", laatst gebruikt " + momentText(*password.laatstGebruiktOp)
                                    : ", niet gebruikt voor zover bekend";
  return text;
}

std::string jsonMoment(const std::optional<Moment>& moment) {
  return moment ? jsonString(momentText(*moment)) : "null";
}

void writeJsonPassword(std::ostream& out, const PasswordRecord& password) {
  out << R"({"aangemaaktOp": )" << jsonString(momentText(password.aangemaaktOp)) << R"(, "geldigTot": )"
      << jsonMoment(password.geldigTot) << R"(, "laatstGebruiktOp": )"
      << jsonMoment(password.laatstGebruiktOp) << R"(, "keerGebruiktAlsOud": )" << password.keerGebruiktAlsOud
      << "}";
}

void writeJsonGrants(std::ostream& out, const Toekenningen& grants) {
  const char* separator = "";
  for (const auto& [gemeente, rollen] : grants) {
    out << separator << jsonString(gemeente.value()) << ": [";
    const char* inner = "";
    for (const Rol rol : kRollen) {
      if (!rollen.has(rol)) continue;
      out << inner << jsonString(rolNaam(rol));
      inner = ", ";
    }
    out << "]";
    separator = ", ";
  }
}

}  // namespace

std::string_view keyStatus(const KeyRecord& key, Date today) {
  if (key.ingetrokkenOp) return "ingetrokken";
  if (today < key.geldigVan) return "nog niet geldig";
  if (today > key.geldigTot) return "verlopen";
  return "geldig";
}

void writeTable(std::ostream& out, std::span<const KeyRecord> keys, Moment now, const Gemeentenaam& name) {
  if (keys.empty()) {
    out << "Er zijn geen applicatiesleutels.\n";
    return;
  }
  const Date today = dateInAmsterdam(now);
  out << std::left << std::setw(25) << "SLEUTEL" << std::setw(17) << "STATUS" << std::setw(12) << "VAN"
      << std::setw(12) << "TOT EN MET"
      << "LABEL (LEVERANCIER)\n";
  for (const KeyRecord& key : keys) {
    out << std::setw(25) << key.applicatiesleutel << std::setw(17) << keyStatus(key, today) << std::setw(12)
        << key.geldigVan.text() << std::setw(12) << key.geldigTot.text() << key.label << " ("
        << key.leverancier << ")\n";
    if (key.ingetrokkenOp) out << "    ingetrokken op " << momentText(*key.ingetrokkenOp) << "\n";
    if (key.oin) out << "    alleen met clientcertificaat van OIN " << key.oin->value() << "\n";
    for (const auto& [gemeente, rollen] : key.toekenningen) {
      const auto naam = name ? name(gemeente) : std::nullopt;
      out << "    " << gemeente.value() << (naam ? " " + *naam : "") << ": " << rolesText(rollen) << "\n";
    }
    for (const PasswordRecord& password : key.wachtwoorden)
      out << "    " << passwordLine(password, now) << "\n";
  }
}

void writeJson(std::ostream& out, std::span<const KeyRecord> keys, Moment now) {
  out << "[";
  const char* separator = "\n";
  for (const KeyRecord& key : keys) {
    out << separator << R"(  {"applicatiesleutel": )" << jsonString(key.applicatiesleutel)
        << R"(, "status": )" << jsonString(keyStatus(key, dateInAmsterdam(now))) << R"(, "label": )"
        << jsonString(key.label) << R"(, "leverancier": )" << jsonString(key.leverancier)
        << R"(, "geldigVan": )" << jsonString(key.geldigVan.text()) << R"(, "geldigTot": )"
        << jsonString(key.geldigTot.text()) << R"(, "ingetrokkenOp": )" << jsonMoment(key.ingetrokkenOp)
        << R"(, "oin": )" << (key.oin ? jsonString(key.oin->value()) : "null") << R"(, "toekenningen": {)";
    writeJsonGrants(out, key.toekenningen);
    out << R"(}, "wachtwoorden": [)";
    const char* inner = "";
    for (const PasswordRecord& password : key.wachtwoorden) {
      out << inner;
      writeJsonPassword(out, password);
      inner = ", ";
    }
    out << "]}";
    separator = ",\n";
  }
  out << "\n]\n";
}

std::string jsonString(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      std::array<char, 8> escape{};
      std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(c));
      quoted += escape.data();
    } else {
      quoted += c;
    }
  }
  return quoted + "\"";
}

}  // namespace cvsgw::security
