// Events from outside on SQL.
#pragma once

#include "adapters/store/sql.hpp"
#include "gateway/isi/wi2021/gebeurtenis.hpp"

namespace cvsgw::store {

/// Threading: as the port says. The days up to `vandaag` are processed before the event.
class GebeurtenissenStore final : public isi::wi2021::Gebeurtenissen {
 public:
  explicit GebeurtenissenStore(Database& database) : database_(database) {}
  Outcome<std::vector<std::string>> verwerk(const isi::wi2021::Gebeurtenis& gebeurtenis,
                                            Date vandaag) override;

 private:
  Database& database_;
};

/// One line of a file of events: a JSON object with `gebeurtenis` and the event's fields, whose values are
/// texts, numbers or booleans. The error says what would be right.
tl::expected<isi::wi2021::Gebeurtenis, std::string> leesGebeurtenis(std::string_view regel);

}  // namespace cvsgw::store
