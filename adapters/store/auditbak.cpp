#include "adapters/store/auditbak.hpp"

#include <chrono>
#include <limits>

#include "adapters/store/guard.hpp"
#include "adapters/store/migrations.hpp"

namespace cvsgw::store {

// auditbak: kept until the record is in the audit trail, seconds as a rule; `tijd` in seconds since 1970.
// betrokkenen: BSNs, each with a space behind it.
const char* const kSchemaAuditbak = R"sql(
CREATE TABLE auditbak (
  nummer INTEGER PRIMARY KEY,
  kenmerk TEXT NOT NULL,
  aanzet TEXT NOT NULL,
  betrokkenen TEXT NOT NULL,
  tijd INTEGER NOT NULL
);
CREATE UNIQUE INDEX auditbak_kenmerk ON auditbak (kenmerk);
)sql";

namespace {

constexpr std::size_t kBsnCijfers = 9;

std::int64_t nu() {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

}  // namespace

void noemBetrokkene(const isi::Opdracht& opdracht, const Bsn& bsn) {
  if (opdracht.verantwoording) opdracht.verantwoording->betrokkenen.add(bsn);
}

void bewaarAuditpost(Session& writer, const isi::Opdracht& opdracht) {
  if (opdracht.aanzet.empty() || !opdracht.verantwoording) return;
  std::string betrokkenen;
  for (const auto& bsn : opdracht.verantwoording->betrokkenen.distinct())
    betrokkenen.append(bsn.value()).append(" ");
  writer.query("INSERT INTO auditbak (kenmerk, aanzet, betrokkenen, tijd) VALUES (?1, ?2, ?3, ?4)")
      .with(opdracht.verantwoording->kenmerk, opdracht.aanzet, betrokkenen, nu())
      .run();
}

Outcome<std::vector<isi::Auditpost>> AuditbakStore::oudste(int aantal, int seconden) {
  return guarded([&] {
    Database::Reading reader(database_);
    std::vector<isi::Auditpost> out;
    auto query = reader->query(
        "SELECT kenmerk, aanzet, betrokkenen FROM auditbak WHERE tijd <= ?1 ORDER BY nummer LIMIT ?2");
    // A clock that was ahead and was set right has left posts of the future: whoever asks for all gets those,
    // too.
    query.with(seconden == 0 ? std::numeric_limits<std::int64_t>::max() : nu() - seconden, aantal);
    while (query.step()) {
      auto& post = out.emplace_back(isi::Auditpost{query.string(0), query.string(1), {}});
      const std::string betrokkenen = query.string(2);
      for (std::size_t at = 0; at + kBsnCijfers < betrokkenen.size(); at += kBsnCijfers + 1) {
        if (auto bsn = Bsn::parse(std::string_view(betrokkenen).substr(at, kBsnCijfers)))
          post.betrokkenen.push_back(*std::move(bsn));
      }
    }
    return out;
  });
}

Outcome<void> AuditbakStore::vergeet(const std::vector<std::string>& kenmerken) {
  if (kenmerken.empty()) return {};
  auto done = guarded([&] {
    Database::Writing writer(database_);
    for (const auto& kenmerk : kenmerken)
      writer->query("DELETE FROM auditbak WHERE kenmerk = ?1").with(kenmerk).run();
    writer.commit();
    return true;
  });
  if (!done) return tl::unexpected(std::move(done).error());
  return {};
}

}  // namespace cvsgw::store
