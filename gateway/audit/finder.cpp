#include "gateway/audit/finder.hpp"

#include <algorithm>
#include <cstring>

#include "gateway/audit/keys.hpp"

namespace cvsgw::audit {
namespace {

constexpr std::size_t kPairBytes = 24;

std::string packed(const Pseudonym& pseudonym, std::int64_t seq) {
  std::string out(view(pseudonym));
  appendNumber(out, static_cast<std::uint64_t>(seq));
  return out;
}

std::int64_t seqAt(std::string_view paren, std::size_t at) {
  std::uint64_t bits = 0;
  for (const char byte : paren.substr(at * kPairBytes + 16, 8))
    bits = bits << 8 | static_cast<unsigned char>(byte);
  return static_cast<std::int64_t>(bits);
}

/// The first pair that is not smaller.
std::size_t lowerBound(std::string_view paren, std::string_view wanted) {
  std::size_t low = 0;
  std::size_t high = paren.size() / kPairBytes;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (paren.substr(middle * kPairBytes, kPairBytes) < wanted)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

bool holds(std::string_view betrokkenen, std::string_view pseudonym) {
  for (std::size_t at = 0; at + kPersonBytes <= betrokkenen.size(); at += kPersonBytes)
    if (betrokkenen.substr(at, pseudonym.size()) == pseudonym) return true;
  return false;
}

}  // namespace

void Run::add(std::string_view betrokkenen, std::int64_t seq) {
  if (seq != last_ + 1) {
    pairs_.clear();
    from_ = seq;
  }
  last_ = seq;
  for (std::size_t at = 0; at + kPersonBytes <= betrokkenen.size(); at += kPersonBytes) {
    Pair pair{{}, seq};
    std::memcpy(pair.pseudonym.data(), betrokkenen.data() + at, pair.pseudonym.size());
    pairs_.push_back(pair);
  }
}

void Run::dropBefore(std::int64_t from) {
  if (from <= from_) return;
  pairs_.erase(pairs_.begin(), std::ranges::lower_bound(pairs_, from, {}, &Pair::seq));
  from_ = from;
}

std::string Run::take() {
  std::ranges::sort(pairs_);
  std::string out;
  out.reserve(pairs_.size() * kPairBytes);
  for (const auto& pair : pairs_) {
    out += view(pair.pseudonym);
    appendNumber(out, static_cast<std::uint64_t>(pair.seq));
  }
  pairs_.clear();
  from_ = last_ + 1;
  return out;
}

std::int64_t indexedUpTo(Connection& connection) {
  // Where everything was purged, the seals know how far the numbers went.
  return std::max(
      connection.single("SELECT COALESCE(MAX(tot_seq), 0) FROM wijzer"),
      connection.single("SELECT COALESCE(MAX(s.tot_seq), 0) FROM segment s JOIN verwijdering v ON "
                        "v.segment = s.nummer"));
}

bool addRun(Connection& connection, std::int64_t upTo, bool whatever, Run* fresh) {
  const std::int64_t from = indexedUpTo(connection) + 1;
  if (fresh) fresh->dropBefore(from);
  const bool known = fresh && fresh->covers(from, upTo);
  Run read;
  Run& run = known ? *fresh : read;
  std::int64_t last = known ? upTo : from - 1;
  if (!known) {
    auto records = connection.prepare(
        "SELECT seq, betrokkenen FROM verwerking WHERE seq BETWEEN ?1 AND ?2 ORDER BY seq");
    records.number(1, from).number(2, upTo);
    while (run.size() < kRunPairs && records.step()) {
      last = records.number(0);
      run.add(records.blob(1), last);
    }
    records.reset();
  }
  if (last < from || (run.size() < kRunPairs && !whatever)) return false;
  const std::string paren = run.take();
  connection.prepare("INSERT INTO wijzer (van_seq, tot_seq, paren) VALUES (?1, ?2, ?3)")
      .number(1, from)
      .number(2, last)
      .blob(3, paren)
      .run();
  return true;
}

std::vector<std::int64_t> recordsOf(Connection& connection, const Pseudonym& pseudonym) {
  std::vector<std::int64_t> found;
  std::int64_t covered = 0;
  auto runs = connection.prepare("SELECT tot_seq, paren FROM wijzer ORDER BY van_seq");
  const std::string wanted = packed(pseudonym, 0);
  while (runs.step()) {
    covered = runs.number(0);
    const auto paren = runs.blob(1);
    for (std::size_t at = lowerBound(paren, wanted);
         at < paren.size() / kPairBytes && paren.substr(at * kPairBytes, 16) == view(pseudonym); ++at)
      found.push_back(seqAt(paren, at));
  }
  // A day that is signed away may have lost its runs and have records left.
  auto rest = connection.prepare(
      "SELECT seq, betrokkenen FROM verwerking WHERE seq > ?1 AND betrokkenen IS NOT NULL UNION ALL "
      "SELECT r.seq, r.betrokkenen FROM verwijdering v JOIN segment s ON s.nummer = v.segment JOIN "
      "verwerking r "
      "ON r.seq BETWEEN s.van_seq AND s.tot_seq WHERE r.betrokkenen IS NOT NULL");
  rest.number(1, covered);
  while (rest.step())
    if (holds(rest.blob(1), view(pseudonym))) found.push_back(rest.number(0));
  std::ranges::sort(found);
  const auto twice = std::ranges::unique(found);
  found.erase(twice.begin(), twice.end());
  return found;
}

}  // namespace cvsgw::audit
