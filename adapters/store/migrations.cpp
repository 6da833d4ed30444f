#include "adapters/store/migrations.hpp"

#include <array>
#include <string>
#include <vector>

namespace cvsgw::store {
namespace {

// A version is a list of scripts. A published version never changes; a change is a new version at the end.
using Version = std::vector<const char*>;

const std::vector<Version>& versions() {
  static const std::vector<Version> kVersions{
      {kSchemaCommon, kSchemaWi2007, kSchemaWi2013, kSchemaWi2021},
      {kCountsOfAllCodes},
      {kCoveringIndexes},
      {kChanges},
      {kSchemaDagen},
      {kSchemaDagenWi2007},
      {kSchemaCertificaten},
      {kSchemaPost},
      {kWijzigenWi2013},
      {kDagbegin},
      {kSchemaLoket},
      {kSchemaAuditbak},
  };
  return kVersions;
}

}  // namespace

int newestSchemaVersion() {
  return static_cast<int>(versions().size());
}

void migrate(Session& writer) {
  writer.script("BEGIN IMMEDIATE");
  try {
    writer.script("CREATE TABLE IF NOT EXISTS schemaversie (versie INTEGER NOT NULL)");
    std::int64_t current = 0;
    {
      auto query = writer.query("SELECT COALESCE(MAX(versie), 0) FROM schemaversie");
      if (query.step()) current = query.number(0);
    }
    if (current > newestSchemaVersion()) {
      throw Error("the database has schema version " + std::to_string(current) +
                  ", this program knows up to " + std::to_string(newestSchemaVersion()) +
                  ": use the newer program");
    }
    for (auto next = current; next < newestSchemaVersion(); ++next) {
      for (const char* script : versions()[static_cast<size_t>(next)]) writer.script(script);
      writer.query("INSERT INTO schemaversie (versie) VALUES (?1)").with(next + 1).run();
    }
    writer.script("COMMIT");
  } catch (...) {
    writer.script("ROLLBACK");
    throw;
  }
}

}  // namespace cvsgw::store
