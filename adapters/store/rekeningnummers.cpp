#include "adapters/store/rekeningnummers.hpp"

#include <array>

namespace cvsgw::store {

bool rekeningnummerBekend(Session& session, const Gemeentecode& gemeente) {
  auto query = session.query("SELECT 1 FROM rekeningnummer_onbekend WHERE gemeente = ?1");
  query.with(gemeente);
  return !query.step();
}

std::vector<isi::Gebeurteniskop> rekeningnummerkoppen() {
  static const std::array kVelden{isi::kDatumVeld, isi::Veld{"gemeente", isi::Veldsoort::gemeente, true},
                                  isi::Veld{"bekend", isi::Veldsoort::jaNee, true}};
  return {{"rekeningnummer", "Het rekeningnummer van een gemeente is bij DUO bekend, of niet.", "", kVelden}};
}

std::vector<std::string> verwerkRekeningnummer(Session& writer, const isi::Gebeurtenis& gebeurtenis,
                                               Date vandaag) {
  const isi::Velden velden(gebeurtenis, vandaag);
  const auto gemeente = *velden.gemeente();
  if (rekeningnummerBekend(writer, gemeente) == velden.ja("bekend"))
    return {velden.ja("bekend") ? "het rekeningnummer van deze gemeente is al bekend"
                                : "het rekeningnummer van deze gemeente is al niet bekend"};
  writer
      .query(velden.ja("bekend") ? "DELETE FROM rekeningnummer_onbekend WHERE gemeente = ?1"
                                 : "INSERT INTO rekeningnummer_onbekend (gemeente) VALUES (?1)")
      .with(gemeente)
      .run();
  return {};
}

}  // namespace cvsgw::store
