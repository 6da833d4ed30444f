// One mail to a mail server, by SMTP. The only place that includes libcurl.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "gateway/domain/secret.hpp"
#include "gateway/isi/post.hpp"

namespace cvsgw::mail {

enum class Versleuteling : std::uint8_t {
  starttls,   ///< required: without STARTTLS nothing is sent
  impliciet,  ///< TLS from the first byte (port 465)
  geen        ///< for a server on this machine
};

struct SmtpOpties {
  std::string server;  ///< name or address
  std::uint16_t poort = 587;
  Versleuteling versleuteling = Versleuteling::starttls;
  std::filesystem::path ca;  ///< issuers that are trusted, PEM; empty: those of the system
  std::string gebruiker;     ///< empty: does not log in
  Secret wachtwoord;
  std::string afzender;                       ///< one plain address
  std::chrono::milliseconds termijn{60'000};  ///< for the whole of one mail
};

/// Threading: `verstuur` from one thread; `breekAf` from any.
class Smtp {
 public:
  /// Throws std::runtime_error when libcurl cannot be had.
  explicit Smtp(SmtpOpties opties);
  Smtp(const Smtp&) = delete;
  Smtp& operator=(const Smtp&) = delete;
  ~Smtp();

  /// Sends it over a connection of its own; returns within the term, and at once after `breekAf`. `nu` goes
  /// into the Date field. Never throws.
  isi::Bezorging verstuur(const isi::Poststuk& stuk, Moment nu);
  /// Ends the attempt that is under way, and every later one.
  void breekAf() noexcept;

 private:
  struct Multi;
  SmtpOpties opties_;
  std::unique_ptr<Multi> multi_;
  std::atomic<bool> afgebroken_{false};
};

}  // namespace cvsgw::mail
