#include "gateway/config/checks.hpp"

#include <algorithm>

namespace cvsgw::config {

std::string path(std::filesystem::path& target, const std::string& value, const std::filesystem::path& base) {
  target = value.empty() ? std::filesystem::path() : base / value;
  return {};
}

std::string existingFile(std::filesystem::path& target, const std::string& value,
                         const std::filesystem::path& base) {
  path(target, value, base);
  return std::filesystem::is_regular_file(target)
             ? ""
             : "een bestand dat bestaat (PEM; gezocht is " + target.string() + ")";
}

std::string existingFileOrFolder(std::filesystem::path& target, const std::string& value,
                                 const std::filesystem::path& base) {
  path(target, value, base);
  const bool ok = std::filesystem::is_regular_file(target) || std::filesystem::is_directory(target);
  return ok ? "" : "een bestand of map die bestaat (gezocht is " + target.string() + ")";
}

std::string environment(bool& test, const std::string& value) {
  if (value != "productie" && value != "proef") return "productie of proef";
  test = value == "proef";
  return {};
}

std::string address(std::string& target, const std::string& value) {
  if (value.empty() || value.find_first_of(" /") != std::string::npos)
    return "een IP-adres, bijvoorbeeld 127.0.0.1 of ::1";
  target = value;
  return {};
}

std::string publicUrl(std::string& target, const std::string& value) {
  const bool ok = value.empty() || (value.starts_with("https://") &&
                                    value.find_first_of(" <>\"'&?#", 8) == std::string::npos &&
                                    value.size() > 8 && value.back() != '/');
  if (!ok) return "een adres als https://isi.voorbeeld.nl, zonder schuine streep aan het eind";
  target = value;
  return {};
}

std::string oin(std::string& target, const std::string& value) {
  const bool ok =
      value.empty() || (value.size() == 20 && value.find_first_not_of("0123456789") == std::string::npos);
  if (!ok) return "een OIN van twintig cijfers";
  target = value;
  return {};
}

std::string mailServer(std::string& target, const std::string& value) {
  const bool ok = value.size() <= 255 && value.find_first_not_of(
                                             "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                             "0123456789.-:") == std::string::npos;
  if (!ok) return "de naam of het IP-adres van een mailserver, bijvoorbeeld smtp.gemeente.example";
  target = value;
  return {};
}

std::string encryption(std::string& target, const std::string& value) {
  if (value != "starttls" && value != "impliciet" && value != "geen") return "starttls, impliciet of geen";
  target = value;
  return {};
}

std::string mailAddress(std::string& target, const std::string& value) {
  const auto at = value.find('@');
  const bool plain = std::ranges::all_of(value, [](char c) {
    return c > ' ' && c <= '~' && std::string_view("<>()[]\\,;:\"").find(c) == std::string_view::npos;
  });
  const bool ok = value.empty() || (plain && value.size() <= 254 && at != std::string::npos && at > 0 &&
                                    at + 1 < value.size() && value.find('@', at + 1) == std::string::npos);
  if (!ok) return "een e-mailadres als cvs-isi@gemeente.example, zonder naam erbij";
  target = value;
  return {};
}

std::string activityRegister(std::string& target, const std::string& value) {
  const auto colon = value.find(':');
  const bool ok =
      colon != std::string::npos && colon > 1 && value.size() <= 200 &&
      std::ranges::all_of(value, [](char c) { return c > ' ' && c <= '~' && c != '"' && c != '\\'; });
  if (!ok) return "een URI, bijvoorbeeld urn:inburgering:cvs-isi:verwerking";
  target = value;
  return {};
}

bool isLoopback(const std::string& server) {
  return server == "localhost" || server == "::1" ||
         (server.starts_with("127.") && server.find_first_not_of("0123456789.") == std::string::npos);
}

std::string date(std::optional<Date>& target, const std::string& value) {
  if (value.empty()) return {};
  target = Date::parse(value);
  return target ? "" : "een bestaande datum als 2026-11-22";
}

}  // namespace cvsgw::config
