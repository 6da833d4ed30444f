#include "gateway/commands/keys_entry.hpp"

#include <iostream>

#include "gateway/domain/gemeenten.hpp"
#include "gateway/security/keys/keys_command.hpp"

namespace cvsgw {

int keysEntry(std::span<const std::string_view> arguments) {
  const SystemClock clock;
  const security::KeysEnvironment environment{
      .out = std::cout,
      .err = std::cerr,
      .clock = clock,
      .dataDirectory = "data",
      .gemeentenaam = [](const Gemeentecode& code) -> std::optional<std::string> {
        for (const auto& row : kGemeenten.rows) {
          if (row.code == code.value()) return std::string(row.omschrijving);
        }
        return std::nullopt;
      },
      .cost = {}};
  return security::keysCommand(arguments, environment);
}

}  // namespace cvsgw
