#include "gateway/security/keys/key_documents.hpp"

#include "gateway/security/keys/private_file.hpp"
#include "gateway/security/keys/random.hpp"

namespace cvsgw::security {
namespace {

std::string keyLetter(const KeyRecord& key, const std::string& reference, const Gemeentenaam& name) {
  std::string text =
      "CVS-ISI-gateway: applicatiesleutel\n"
      "==================================\n\n"
      "Kenmerk:            " +
      reference + "\n" + "Applicatiesleutel:  " + key.applicatiesleutel + "\n" +
      "Label:              " + key.label + "\n" + "Leverancier:        " + key.leverancier + "\n" +
      "Geldig:             " + key.geldigVan.text() + " tot en met " + key.geldigTot.text() + "\n";
  if (key.oin)
    text +=
        "OIN:                " + key.oin->value() + " (werkt alleen met een clientcertificaat met dit OIN)\n";
  text += "\nGemeenten en rollen:\n";
  for (const auto& [gemeente, rollen] : key.toekenningen) {
    const auto naam = name ? name(gemeente) : std::nullopt;
    text += "  " + gemeente.value() + (naam ? " " + *naam : "") + ": " + rolesText(rollen) + "\n";
  }
  text +=
      "\nHet wachtwoord staat in een afzonderlijk document met hetzelfde kenmerk.\n"
      "Verstuur en bewaar de twee documenten gescheiden van elkaar.\n";
  return text;
}

Secret passwordLetter(const IssuedKey& issued, const std::string& reference) {
  // Reserved first, so that growing leaves no copy of the password behind.
  std::string text;
  text.reserve(2048);
  text += "CVS-ISI-gateway: wachtwoord\n===========================\n\nKenmerk:     ";
  text += reference;
  text += "\nWachtwoord:  ";
  text += issued.wachtwoord.reveal();
  text +=
      "\n\nDit wachtwoord hoort bij een applicatiesleutel die afzonderlijk is verstrekt.\n"
      "Het is nergens opgeslagen en kan niet opnieuw worden getoond; wie het kwijt is, vraagt een nieuw "
      "wachtwoord aan.\n";
  for (const PasswordRecord& password : issued.record.wachtwoorden) {
    if (!password.geldigTot) continue;
    text += "Het vorige wachtwoord werkt nog tot ";
    text += momentText(*password.geldigTot);
    text += ".\n";
  }
  return Secret(std::move(text));
}

KeyOutcome<void> write(const std::filesystem::path& file, std::string_view content) {
  auto written = createPrivateFile(file, content);
  if (!written) return keyError(KeyErrorKind::deliveryFailed, std::move(written).error().text);
  return {};
}

void remove(std::filesystem::path& file) {
  std::error_code ignored;
  if (!file.empty()) std::filesystem::remove(file, ignored);
  file.clear();
}

}  // namespace

KeyDocuments::KeyDocuments(std::filesystem::path directory, Form form)
    : directory_(std::move(directory)), form_(form), reference_(randomBase32(8)) {}

KeyOutcome<void> KeyDocuments::writeKey(const KeyRecord& key, const Gemeentenaam& name) {
  const std::filesystem::path file = directory_ / ("sleutel-" + reference_ + ".txt");
  auto written =
      write(file, form_ == Form::bare ? key.applicatiesleutel + "\n" : keyLetter(key, reference_, name));
  if (written) key_ = file;
  return written;
}

KeyOutcome<void> KeyDocuments::writePassword(const IssuedKey& issued) {
  const std::filesystem::path file = directory_ / ("wachtwoord-" + reference_ + ".txt");
  const Secret text = form_ == Form::bare ? Secret(std::string(issued.wachtwoord.reveal()) + "\n")
                                          : passwordLetter(issued, reference_);
  auto written = write(file, text.reveal());
  if (written) password_ = file;
  return written;
}

void KeyDocuments::discard() {
  remove(key_);
  remove(password_);
}

}  // namespace cvsgw::security
