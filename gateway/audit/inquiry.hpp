// Answers from the trail: who received what about a person, and records for other systems.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/audit/entry.hpp"
#include "gateway/audit/keys.hpp"
#include "gateway/audit/sqlite.hpp"

namespace cvsgw::audit {

struct Record {
  std::int64_t seq = 0;
  Entry entry;
};

/// The keys of the years that a trail has records of, and the years that cannot be searched without theirs.
struct Searchable {
  std::vector<YearKeys> keys;
  std::vector<int> missing;
};
/// By what the trail says, not by what happens to be in `folder`. Threading: one thread. Throws AuditError.
Searchable searchable(Connection& connection, const std::filesystem::path& folder);

/// Every record about this person, in order, under the keys of all these years: also those of a part of a
/// file in which he stands. Threading: one thread. Throws AuditError.
void recordsAbout(Connection& connection, const std::vector<YearKeys>& keys, const Bsn& bsn,
                  const std::function<void(const Record&)>& take);

/// Every record of what this user of this application key asked for, in order, under the keys of all these
/// years. Reads the whole log of users. Threading: one thread. Throws AuditError.
void recordsOfUser(Connection& connection, const std::vector<YearKeys>& keys,
                   std::string_view applicatiesleutel, std::string_view gebruikerkenmerk,
                   const std::function<void(const Record&)>& take);

/// All records, in order, from number `van` on.
void allRecords(Connection& connection, std::int64_t van, const std::function<void(const Record&)>& take);

/// One line of JSON for a person's question: moment, operation, who, on whose behalf, with what result.
std::string disclosureJson(const Record& record);

/// Lines of JSON with the names of Logboek Dataverwerkingen. `eachPerson`: a record about several persons
/// becomes a parent without a person and a child for each (LDV: at most one data subject in a record); else
/// they stand in a list. The user is in no line.
std::string ldvJson(const Record& record, bool eachPerson);

/// `text` between quotes, as JSON has it.
std::string jsonText(std::string_view text);

}  // namespace cvsgw::audit
