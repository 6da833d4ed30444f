// The operators' door: is the process alive, is it ready.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace cvsgw::transport {

struct Readiness {
  bool ready = false;
  std::string json = "{}";  ///< short; names of parts, never personal data
};

/// Plain HTTP, meant for loopback: `/livez` is 200 as long as the process answers, `/readyz` is 200 or 503 as
/// the callback decides, anything else 404. Runs on its own threads, so that it answers when all workers are
/// busy. The callback is called by several threads at once and must be quick.
class ManagementServer {
 public:
  /// Listens at once; port 0: any free one. Throws StartError.
  ManagementServer(const std::string& address, std::uint16_t port, std::function<Readiness()> readiness);
  ~ManagementServer();
  ManagementServer(const ManagementServer&) = delete;
  ManagementServer& operator=(const ManagementServer&) = delete;

  std::uint16_t port() const;
  void stop();

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace cvsgw::transport
