// The outbox on SQL: mails wait here from the transaction that caused them until a mail server has taken
// them.
#pragma once

#include <vector>

#include "adapters/store/sql.hpp"
#include "gateway/isi/post.hpp"

namespace cvsgw::store {

/// Puts a mail into the outbox, in the transaction of what causes it. False when a mail with its key is there
/// already; nothing happens then.
bool zetKlaar(Session& writer, const isi::Mail& mail);

/// Day processing for one date: forgets what was delivered or given up more than thirty days ago, and gives
/// up what has waited for as long without any sender (no mail server set).
void ruimPostOp(Session& writer, Date dag);

/// Mails of one kind that a municipality's contact persons have not got, for the operator. No addresses.
struct Onbezorgd {
  Gemeentecode gemeente;
  std::string soort;
  std::string toestand;  ///< `wacht` or `opgegeven`
  std::int64_t aantal = 0;
  Moment oudste;                       ///< from when the oldest of them was due
  std::int64_t pogingen = 0;           ///< the most that any of them took
  std::optional<std::string> oorzaak;  ///< of the latest failure
};
std::vector<Onbezorgd> onbezorgdePost(Session& session);

/// Threading: as the port says.
class PostbusStore final : public isi::Postbus {
 public:
  explicit PostbusStore(Database& database) : database_(database) {}
  Outcome<std::optional<isi::Poststuk>> neem(const isi::Tijden& nu, std::chrono::milliseconds huur) override;
  Outcome<std::optional<isi::Opgegeven>> meld(const isi::Poststuk& stuk, const isi::Bezorging& bezorging,
                                              const isi::Tijden& nu) override;
  Outcome<std::vector<isi::Opgegeven>> geefOp(const std::string& oorzaak, const isi::Tijden& nu) override;

 private:
  Database& database_;
};

}  // namespace cvsgw::store
