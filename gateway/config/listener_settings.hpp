// A listener besides the one of [server]: a table [[luisteraar]] of the settings file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "gateway/config/row.hpp"
#include "gateway/domain/bsn.hpp"
#include "gateway/domain/profiel.hpp"

namespace cvsgw::config {

struct ListenerSettings {
  std::string adres = "127.0.0.1";
  std::uint16_t poort = 0;  ///< 0: any free port, told at the start
  Profiel profiel = Profiel::be;
  std::string publiekeUrl;  ///< empty: https://localhost:<poort>
  std::filesystem::path certificaat;
  std::filesystem::path sleutel;
  std::filesystem::path vertrouwen;  ///< PEM: the roots (and intermediates) of clients
  std::filesystem::path crl;         ///< PEM or DER: a file, or a folder of files
  std::string oin;                   ///< ours: what `?OIN=` in wsa:To has to be
  /// Under a signed profile: OIN of the connection and of someone else whose signed messages it may bring.
  std::vector<std::pair<Oin, Oin>> ondertekenaars;
};

inline constexpr std::string_view kListenerSection = "luisteraar";

std::span<const Row<ListenerSettings>> listenerRows();

/// What is missing in a listener, or does not go together: one text for each.
std::vector<std::string> objections(const ListenerSettings& listener);

}  // namespace cvsgw::config
