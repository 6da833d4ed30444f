#include "gateway/audit/tail.hpp"

#include <algorithm>

namespace cvsgw::audit {
namespace {

namespace fs = std::filesystem;

// Rows of `sleutel` do not count: the first start lays one down before there is any record.
bool holdsNothing(Connection& connection) {
  return connection.single(
             "SELECT EXISTS (SELECT 1 FROM verwerking) OR EXISTS (SELECT 1 FROM segment) OR EXISTS (SELECT 1 "
             "FROM vasthouden) OR EXISTS (SELECT 1 FROM verwijdering) OR EXISTS (SELECT 1 FROM kop)") == 0;
}

bool isKey(const fs::path& file) {
  const auto name = file.filename().string();
  return name.starts_with("audit-") && (name.ends_with(".sleutel") || name.ends_with(".pub"));
}

}  // namespace

TailFlaw flawOfTail(Connection& connection, const std::optional<Checkpoint>& kop,
                    const std::optional<Segment>& segment, std::int64_t lastRecord) {
  // The first record is signed in its own transaction.
  if (!kop) return holdsNothing(connection) ? TailFlaw::none : TailFlaw::noPosition;
  const auto signedUpTo = kop->head.seq;
  if (signedUpTo == 0 && lastRecord > 0) return TailFlaw::noPosition;
  if (segment && signedUpTo < (segment->verzegeld != 0 ? segment->tot : segment->van - 1))
    return TailFlaw::dayNotSigned;
  if (lastRecord <= signedUpTo) return TailFlaw::none;
  if (lastRecord - signedUpTo > kLargestTail) return TailFlaw::tooMany;
  auto newest = connection.prepare("SELECT MAX(eind_ms) FROM verwerking WHERE seq > ?1");
  newest.number(1, signedUpTo);
  // Compared, not subtracted: whoever wrote these moments may have chosen them.
  const bool late = newest.step() && newest.number(0) > kop->tijd + kLongestTail;
  return late ? TailFlaw::tooLong : TailFlaw::none;
}

std::string inWords(TailFlaw flaw, std::int64_t signedUpTo, std::int64_t lastRecord) {
  const auto from = "vanaf record " + std::to_string(signedUpTo + 1);
  const std::string either = ": er zijn ondertekende standen weggehaald, of records ingevoegd";
  switch (flaw) {
    case TailFlaw::none:
      break;
    case TailFlaw::noPosition:
      return "van geen record is er een ondertekende stand: de ondertekende standen zijn weggehaald";
    case TailFlaw::dayNotSigned:
      return from + " is niets ondertekend, en er eindigt een dag: ondertekende standen zijn weggehaald";
    case TailFlaw::tooMany:
      return from + " zijn " + std::to_string(lastRecord - signedUpTo) +
             " records niet ondertekend, meer dan een gateway ooit nalaat" + either;
    case TailFlaw::tooLong:
      return from + " is langer niets ondertekend dan een gateway ooit nalaat" + either;
  }
  return {};
}

bool beginsBesideKeys(const fs::path& file, const fs::path& keys) {
  std::error_code none;
  const auto files = fs::directory_iterator(keys, none);
  if (none || std::ranges::none_of(files, [](const auto& each) { return isKey(each.path()); })) return false;
  if (!fs::exists(file, none) || fs::file_size(file, none) == 0) return true;
  Connection connection(file, Connection::Mode::read);
  return connection.single("PRAGMA user_version") == 0 || holdsNothing(connection);
}

}  // namespace cvsgw::audit
