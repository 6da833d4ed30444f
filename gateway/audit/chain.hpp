// The chain: appends records in transactions, signs where it stands, closes the days.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "gateway/audit/entry.hpp"
#include "gateway/audit/keys.hpp"
#include "gateway/audit/presence.hpp"
#include "gateway/audit/seals.hpp"
#include "gateway/audit/sqlite.hpp"

namespace cvsgw::audit {

/// A record that is ready for the chain: what takes time was done by whoever made it.
struct Prepared {
  Entry entry;
  Digest digest{};                     ///< recordDigest of the entry
  std::optional<Pseudonym> gebruiker;  ///< of the caller's user
};

struct SigningRules {
  std::int64_t milliseconds = 60'000;  ///< a record waits no longer for a signature
  std::int64_t records = 10'000;       ///< nor do more of them
};

/// The key that this trail is signed with, from the folder of its keys; made when nothing was signed yet.
/// Throws AuditError when it was lost.
Signer signerOf(const std::filesystem::path& file, const std::filesystem::path& keys,
                int busyMilliseconds = 2000);

/// One connection on the store; where the chain stands is read again whenever another one has written, so
/// that several processes may append (a gateway that serves, and `cvsgw audit`). Threading: one thread.
/// Throws AuditError; then nothing of the transaction was written, and a new Chain has to be opened. So it
/// does when the last signed position was not signed with this signer's key; a TamperError when what stands
/// there is not what a gateway or command leaves.
class Chain {
 public:
  Chain(const std::filesystem::path& file, Signer signer, SigningRules rules = {},
        int busyMilliseconds = 2000);
  ~Chain();

  /// Begins a transaction, and looks where the chain stands. `now` in milliseconds since 1970.
  void begin(std::int64_t now);
  /// False: a record of the outbox that is there already.
  bool append(const Prepared& record);
  /// Signs when it is time, closes the day when it is over, and makes all of it durable. Gives the newest
  /// signed position that it has not given yet, whoever signed it, to be told elsewhere.
  std::optional<Checkpoint> commit();

  /// begin and commit with nothing to append, when that would sign or close something; cheap otherwise.
  std::optional<Checkpoint> tick(std::int64_t now);
  /// Signs what is not signed yet.
  std::optional<Checkpoint> sign(std::int64_t now);
  /// Of the transaction that is open.
  const std::optional<Checkpoint>& lastCheckpoint() const { return kop_; }
  /// Whether this year's records were made with the keys of this fingerprint; the first to ask lays it down.
  bool knowsKeys(int year);
  bool keysAre(int year, const Digest& fingerprint);

  /// The last position that this process wrote. Every transaction looks whether it is still there: what is
  /// not signed yet cannot be rewritten behind a gateway that serves.
  const Head& own() const { return own_; }
  void remember(const Head& own) { own_ = own; }
  /// This is the chain of a gateway that serves: it signs by the rules as long as no other one serves, and
  /// what anyone else appends must be signed. Without this every commit signs, so that a gateway takes it.
  void serve(const Presence& presence) { presence_ = &presence; }

  /// A row that stands outside the chain is written in this transaction: its commit signs.
  void mustSign() { mustSign_ = true; }

  Connection& connection() { return connection_; }
  const Signer& signer() const { return signer_; }
  const Head& head() const { return head_; }

 private:
  void readHead();
  void compareOwn();
  void compareSigned();
  void openDay(const std::string& dag);
  void seal(Segment& segment);
  bool known(const Entry& entry);
  bool due(std::int64_t now) const;
  bool dayOver(std::int64_t now) const;
  void putCheckpoint();

  Connection connection_;
  Signer signer_;
  SigningRules rules_;
  Statement version_, last_, at_, lastSegment_, lastKop_, find_, insert_, insertUser_, insertKop_,
      insertSegment_, seal_;
  std::optional<Transaction> transaction_;
  std::int64_t inTransaction_ = 0;     ///< SQLite's data_version: another one when somebody else has written
  std::optional<std::int64_t> known_;  ///< at which head_, segment_ and kop_ are what the last commit left
  std::int64_t now_ = 0;
  std::int64_t newest_ = 0;  ///< moment of the newest record of this transaction
  Head head_;
  Head own_;
  std::optional<Segment> segment_;  ///< the last one, open or sealed
  std::optional<Checkpoint> kop_;   ///< the last one
  std::int64_t given_ = 0;          ///< number of the last position that commit() gave
  const Presence* presence_ = nullptr;
  bool atOnce_ = true;   ///< nothing that this transaction appends may stay unsigned
  bool sealed_ = false;  ///< a day was closed in this transaction
  bool mustSign_ = false;
};

/// The day in Amsterdam, yyyy-mm-dd, of a moment in milliseconds since 1970.
std::string dayOf(std::int64_t milliseconds);

}  // namespace cvsgw::audit
