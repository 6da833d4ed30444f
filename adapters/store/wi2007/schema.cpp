#include "adapters/store/migrations.hpp"

namespace cvsgw::store {

// The search columns of Wi2007, one row per row of zicht.
const char* const kSchemaWi2007 = R"sql(
CREATE TABLE zoek2007 (
  persoon_id TEXT NOT NULL PRIMARY KEY REFERENCES zicht (persoon_id) ON DELETE CASCADE
);
)sql";

}  // namespace cvsgw::store
