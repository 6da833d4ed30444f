// The versions of the store's schema.
#pragma once

#include "adapters/store/sql.hpp"

namespace cvsgw::store {

/// Brings the schema to the newest version, in one transaction. A file of a newer program is refused with an
/// Error.
void migrate(Session& writer);
/// The newest version that this program knows.
int newestSchemaVersion();

/// The tables of a law, first version; defined in adapters/store/<law>/schema.cpp.
extern const char* const kSchemaCommon;
extern const char* const kSchemaWi2007;
extern const char* const kSchemaWi2013;
extern const char* const kSchemaWi2021;
extern const char* const kCountsOfAllCodes;    ///< second version
extern const char* const kCoveringIndexes;     ///< third version
extern const char* const kChanges;             ///< fourth version
extern const char* const kSchemaDagen;         ///< fifth version
extern const char* const kSchemaDagenWi2007;   ///< sixth version
extern const char* const kSchemaCertificaten;  ///< seventh version
extern const char* const kSchemaPost;          ///< eighth version
extern const char* const kWijzigenWi2013;      ///< ninth version
extern const char* const kDagbegin;            ///< tenth version
extern const char* const kSchemaLoket;         ///< eleventh version
extern const char* const kSchemaAuditbak;      ///< twelfth version

}  // namespace cvsgw::store
