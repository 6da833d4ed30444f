// What the transport counts since its start.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace cvsgw::transport {

/// A snapshot; its numbers are each right, but not of one single instant.
struct Statistics {
  std::uint64_t accepted = 0;
  std::uint64_t refusedAtCap = 0;  ///< closed at once: too many connections, in all or of one source
  std::uint64_t acceptPauses = 0;  ///< out of file descriptors or memory
  std::uint64_t handshakesFailed = 0;
  std::uint64_t requests = 0;         ///< handed to the handler
  std::uint64_t framingRefused = 0;   ///< 400 and 417
  std::uint64_t handlerFailures = 0;  ///< the handler threw
  std::uint64_t cutByDeadline = 0;
  std::uint64_t refusedForMemory = 0;  ///< unfinished requests, or unsent answers, held too much together
  std::uint64_t cutForMemory = 0;      ///< held much of it and made no progress
  std::size_t open = 0;                ///< connections now
  std::size_t buffered = 0;            ///< bytes of unfinished requests now
  std::size_t unsent = 0;              ///< bytes of answers until their clients have taken them whole
  std::size_t parked = 0;              ///< bytes of answers that wait for their Wake now
  unsigned busyWorkers = 0;            ///< threads inside the handler now
  unsigned workers = 0;
};

/// The live numbers behind Statistics. Thread-safe.
struct Counters {
  std::atomic<std::uint64_t> accepted{0};
  std::atomic<std::uint64_t> refusedAtCap{0};
  std::atomic<std::uint64_t> acceptPauses{0};
  std::atomic<std::uint64_t> handshakesFailed{0};
  std::atomic<std::uint64_t> requests{0};
  std::atomic<std::uint64_t> framingRefused{0};
  std::atomic<std::uint64_t> handlerFailures{0};
  std::atomic<std::uint64_t> cutByDeadline{0};
  std::atomic<std::uint64_t> refusedForMemory{0};
  std::atomic<std::uint64_t> cutForMemory{0};
  std::atomic<std::size_t> buffered{0};
  std::atomic<std::size_t> unsent{0};
  std::atomic<std::size_t> parked{0};
  std::atomic<std::size_t> promised{0};  ///< requests at the handler, and answers whose Wake has not come
  std::atomic<unsigned> busyWorkers{0};
};

}  // namespace cvsgw::transport
