// How a server listens, and the bounds that keep one client from harming the others.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>

#include "gateway/http/head_gate.hpp"

struct ssl_ctx_st;  // OpenSSL's SSL_CTX

namespace cvsgw::transport {

/// The server cannot start: an unreadable or unfit key file, a port in use. The text names the setting's
/// value.
struct StartError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

enum class ClientCertificate {
  none,      ///< not asked for
  optional,  ///< asked for; absent is fine, a presented one must verify
  required,  ///< without a verified one there is no connection
};

/// What a client's certificate has to say, besides belonging to a chain that holds.
struct PeerRules {
  bool organisation = false;  ///< an OIN (PKI001), made for clients, nobody's personal certificate (R07, R08)
  bool testAllowed = true;    ///< OINs of 00000099, and roots that are not PKIoverheid's (R12)
};

struct TlsOptions {
  std::string certificateFile;  ///< PEM: the server's certificate, then its intermediates
  std::string privateKeyFile;   ///< PEM, without rights for group or others
  ClientCertificate clientCertificate = ClientCertificate::none;
  std::string caFile;  ///< PEM: roots (and intermediates) that client certificates must lead to
  std::string
      crlPath;  ///< PEM or DER, a file or a folder: revocation lists of every issuer; empty: not looked at
  PeerRules peers;
  /// Files that were refused are tried again after this time, also when they have not changed: what is not
  /// yet valid becomes so, and what is in force ends.
  std::chrono::milliseconds retryRefused{60'000};
  /// Gets each new context, with its key and trust, before it comes into force, for what else hangs on the
  /// same files. A text refuses it: at the start the listener does not start, later the present one stays.
  std::function<std::string(ssl_ctx_st&)> beforeUse;
};

/// All are totals from the moment named, not pauses between two bytes. Checked every `sweepInterval`.
struct Deadlines {
  using Duration = std::chrono::milliseconds;
  Duration handshake{5'000};           ///< from accept
  Duration header{5'000};              ///< from the first byte of a request to the end of its head
  Duration body{10'000};               ///< from the end of the head
  Duration response{20'000};           ///< from the handler's answer until the kernel has taken it all
  Duration idle{60'000};               ///< between two requests, and before the first
  Duration pause{2'000};               ///< without progress, beyond half of a bound of memory
  Duration linger{2'000};              ///< after the last answer, for the client to read it and close
  Duration connectionLife{3'600'000};  ///< from accept; then the next answer is the last one
  Duration sweepInterval{50};
};

struct ServerOptions {
  std::string address = "0.0.0.0";
  std::uint16_t port = 0;  ///< 0: any free one, see Server::port()
  unsigned workers = 0;    ///< threads; 0: two per core, at least four
  unsigned seats = 0;      ///< of them at work at once, the others stand in for those that wait; 0: one per
                           ///< core, at least two
  std::size_t maxConnections = 4096;
  std::size_t maxConnectionsPerSource = 1024;  ///< per IPv4 address or IPv6 /64, and per OIN
  /// Of all connections together: unfinished requests, and answers that their clients have not read. Beyond
  /// half of it who holds up is cut, beyond it what is large is refused.
  std::size_t maxBufferedBytes = 64 * 1024 * 1024;
  std::size_t maxUnsentBytes = 256 * 1024 * 1024;
  std::size_t maxParkedBytes = 64 * 1024 * 1024;  ///< answers that wait; beyond it workers wait with them
  std::size_t maxLingerBytes = 64 * 1024 * 1024;  ///< thrown away per connection while a client still sends
  TlsOptions tls;
  Deadlines deadlines;
  http::Limits limits;
};

}  // namespace cvsgw::transport
