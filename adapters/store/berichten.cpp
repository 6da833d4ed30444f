#include "adapters/store/berichten.hpp"

namespace cvsgw::store {
namespace {

Date firstRemembered(Date vandaag) {
  return vandaag.plusDays(-isi::kOnthoudenDagen);
}

}  // namespace

std::optional<EerderBericht> findBericht(Session& session, const isi::Opdracht& opdracht, Date vandaag) {
  if (!opdracht.messageId) return std::nullopt;
  auto query = session.query(
      "SELECT vingerafdruk, uitkomst FROM bericht WHERE applicatiesleutel = ?1 AND message_id = ?2 AND dag "
      ">= ?3");
  query.with(opdracht.applicatiesleutel, *opdracht.messageId, firstRemembered(vandaag));
  if (!query.step()) return std::nullopt;
  return EerderBericht{query.string(0), query.string(1)};
}

void rememberBericht(Session& writer, const isi::Opdracht& opdracht, const std::string& uitkomst,
                     Date vandaag) {
  if (!opdracht.messageId) return;
  writer
      .query(
          "INSERT INTO bericht (applicatiesleutel, message_id, vingerafdruk, uitkomst, dag) VALUES (?1, ?2, "
          "?3, ?4, ?5) "
          "ON CONFLICT (applicatiesleutel, message_id) DO UPDATE SET vingerafdruk = excluded.vingerafdruk, "
          "uitkomst = excluded.uitkomst, dag = excluded.dag")
      .with(opdracht.applicatiesleutel, *opdracht.messageId, opdracht.vingerafdruk, uitkomst, vandaag)
      .run();
}

void forgetBerichten(Session& writer, Date vandaag) {
  writer.query("DELETE FROM bericht WHERE dag < ?1").with(firstRemembered(vandaag)).run();
}

}  // namespace cvsgw::store
