#include "gateway/limits/usage_file.hpp"

#include <chrono>
#include <stdexcept>

#include "gateway/security/keys/private_file.hpp"

namespace cvsgw::limits {
namespace {

constexpr std::chrono::seconds kPeriod{1};

// Two columns of counts at first; what a budget earns is asked anew after a restart. The name differs, so
// that the old table is not read, and goes.
constexpr const char* kSchema =
    "CREATE TABLE IF NOT EXISTS buiten_zicht (groep TEXT NOT NULL PRIMARY KEY, dag TEXT NOT NULL, personen "
    "INTEGER NOT NULL) WITHOUT ROWID; DROP TABLE IF EXISTS verbruik;";

security::Database openFile(const std::filesystem::path& directory) {
  const auto file = directory / kUsageFileName;
  if (auto made = security::ensurePrivateFile(file); !made) throw std::runtime_error(made.error().text);
  if (auto safe = security::requirePrivate(file); !safe) throw std::runtime_error(safe.error().text);
  return security::Database(file);
}

std::vector<Consumption> readRows(security::Database& database) {
  std::vector<Consumption> rows;
  auto query = database.prepare("SELECT groep, dag, personen FROM buiten_zicht");
  while (query.step()) {
    const auto day = Date::parse(query.text(1));
    if (day) rows.push_back({query.text(0), *day, query.integer(2)});
  }
  return rows;
}

}  // namespace

UsageFile::UsageFile(const std::filesystem::path& directory, Budget& budget, Date today,
                     std::function<void(const LogText&)> trouble)
    : database_(openFile(directory)), budget_(budget), trouble_(std::move(trouble)) {
  database_.execute(kSchema);
  budget_.restore(readRows(database_), today);
  thread_ = std::thread([this] { run(); });
}

UsageFile::~UsageFile() {
  {
    const std::lock_guard lock(lock_);
    stopping_ = true;
  }
  stop_.notify_all();
  thread_.join();
  flush();
}

void UsageFile::run() {
  std::unique_lock lock(lock_);
  while (!stop_.wait_for(lock, kPeriod, [this] { return stopping_; })) {
    lock.unlock();
    flush();
    lock.lock();
  }
}

void UsageFile::flush() {
  const std::lock_guard lock(writing_);
  for (auto& row : budget_.changed()) waiting_.push_back(std::move(row));
  if (waiting_.empty()) return;
  try {
    write(waiting_);
    waiting_.clear();
    failing_ = false;
  } catch (const std::exception& error) {
    // The budgets in memory hold; only a restart would give back what was used. Newer totals replace these
    // rows.
    if (!failing_) trouble_(LogText(std::string("verbruik.sqlite: ") + error.what()));
    failing_ = true;
    if (waiting_.size() > 100'000) waiting_.clear();
  }
}

void UsageFile::write(const std::vector<Consumption>& rows) {
  security::Transaction transaction(database_, security::Transaction::Kind::write);
  auto others = database_.prepare("DELETE FROM buiten_zicht WHERE dag < ?1");
  others.bind(1, rows.back().day.text()).run();
  for (const Consumption& row : rows) {
    auto put = database_.prepare(
        "INSERT INTO buiten_zicht (groep, dag, personen) VALUES (?1, ?2, ?3) ON CONFLICT (groep) DO UPDATE "
        "SET dag = excluded.dag, personen = excluded.personen");
    put.bind(1, row.group).bind(2, row.day.text()).bind(3, row.outside).run();
  }
  transaction.commit();
}

}  // namespace cvsgw::limits
