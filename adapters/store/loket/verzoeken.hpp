// Requests to DUO as rows: the request's document and what is searched of it.
#pragma once

#include <optional>
#include <string>

#include "adapters/store/sql.hpp"
#include "gateway/isi/loket/stukken.hpp"

namespace cvsgw::store {

struct VerzoekRij {
  Gemeentecode gemeente;
  isi::loket::Verzoek verzoek;
};

std::optional<VerzoekRij> findVerzoek(Session& session, std::string_view verzoekId);
/// Writes the request over its earlier state.
void updateVerzoek(Session& writer, const isi::loket::Verzoek& verzoek);

}  // namespace cvsgw::store
