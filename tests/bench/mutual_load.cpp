// Load over mutual TLS, which wrk cannot make: a number of connections, each on a thread of its own, that
// send the prepared messages of a file over and over, or (FILE is -) that only shake hands and say goodbye,
// never resuming. Usage: mutual_load PORT CERTIFICATE KEY CONNECTIONS SECONDS FILE. Prints what requests.lua
// prints.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <memory>
#include <span>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Free {
  void operator()(SSL_CTX* p) const { SSL_CTX_free(p); }
  void operator()(SSL* p) const { SSL_free(p); }
};

struct Tally {
  std::vector<long> microseconds;
  std::uint64_t bytes = 0;
  std::uint64_t failed = 0;
  std::uint64_t broken = 0;
};

/// One connection; the server's certificate is not looked at, since its cost is ours and not the server's.
class Connection {
 public:
  Connection(SSL_CTX* context, std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int noDelay = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &noDelay, sizeof noDelay);
    ssl_.reset(SSL_new(context));
    SSL_set_fd(ssl_.get(), socket_);
    open_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0 &&
            SSL_connect(ssl_.get()) == 1;
  }
  ~Connection() {
    ssl_.reset();
    ::close(socket_);
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  bool open() const { return open_; }

  /// Bytes of one answer; 0 when the connection ended.
  std::size_t exchange(const std::string& request, bool& good) {
    if (SSL_write(ssl_.get(), request.data(), static_cast<int>(request.size())) <= 0) return 0;
    std::string answer;
    std::size_t whole = 0;
    char buffer[16384];
    while (whole == 0 || answer.size() < whole) {
      const int got = SSL_read(ssl_.get(), buffer, sizeof buffer);
      if (got <= 0) return 0;
      answer.append(buffer, static_cast<std::size_t>(got));
      const std::size_t head = answer.find("\r\n\r\n");
      const std::size_t length = answer.find("Content-Length: ");
      if (whole == 0 && head != std::string::npos && length < head)
        whole = head + 4 + std::stoul(answer.substr(length + 16, 12));
    }
    good = answer.starts_with("HTTP/1.1 200");
    return whole;
  }

  /// Waits until the server has closed, and so has judged our certificate.
  void goodbye() {
    SSL_shutdown(ssl_.get());
    ::shutdown(socket_, SHUT_WR);
    char buffer[4096];
    while (::recv(socket_, buffer, sizeof buffer, 0) > 0) {
    }
  }

 private:
  int socket_;
  std::unique_ptr<SSL, Free> ssl_;
  bool open_ = false;
};

std::vector<std::string> readMessages(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::vector<std::string> parts;
  for (std::string part; std::getline(in, part, '\x1e');) parts.push_back(part);
  std::vector<std::string> requests;
  for (std::size_t i = 2; i < parts.size(); ++i) {
    requests.push_back(
        "POST " + parts[0] +
        " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml; charset=utf-8\r\nSOAPAction: \"" + parts[1] +
        "\"\r\nContent-Length: " + std::to_string(parts[i].size()) + "\r\n\r\n" + parts[i]);
  }
  return requests;
}

void work(SSL_CTX* context, std::uint16_t port, const std::vector<std::string>& messages, std::size_t at,
          Clock::time_point until, Tally& tally) {
  std::unique_ptr<Connection> kept;
  while (Clock::now() < until) {
    const auto begin = Clock::now();
    bool good = false;
    std::size_t bytes = 0;
    if (!kept || messages.empty()) kept = std::make_unique<Connection>(context, port);
    if (messages.empty()) {
      kept->goodbye();
      good = kept->open();
      bytes = good ? 1 : 0;
    } else {
      bytes = kept->open() ? kept->exchange(messages[at++ % messages.size()], good) : 0;
    }
    if (bytes == 0) {
      ++tally.broken;
      kept.reset();
      continue;
    }
    if (!good) ++tally.failed;
    tally.bytes += bytes;
    tally.microseconds.push_back(
        std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin).count());
  }
}

int run(std::span<char*> arguments) {
  const std::unique_ptr<SSL_CTX, Free> context(SSL_CTX_new(TLS_client_method()));
  if (SSL_CTX_use_certificate_chain_file(context.get(), arguments[2]) != 1 ||
      SSL_CTX_use_PrivateKey_file(context.get(), arguments[3], SSL_FILETYPE_PEM) != 1) {
    std::cerr << "the certificate or its key cannot be read\n";
    return 1;
  }
  const auto port = static_cast<std::uint16_t>(std::stoi(arguments[1]));
  const std::string file = arguments[6];
  const auto messages = file == "-" ? std::vector<std::string>() : readMessages(file);
  if (file != "-" && messages.empty()) {
    std::cerr << "no messages in " << file << '\n';
    return 1;
  }
  std::vector<Tally> tallies(std::stoul(arguments[4]));
  std::vector<std::thread> threads;
  const auto begin = Clock::now();
  const auto until = begin + std::chrono::seconds(std::stoi(arguments[5]));
  for (std::size_t i = 0; i < tallies.size(); ++i)
    threads.emplace_back(work, context.get(), port, std::cref(messages), i * 7919, until,
                         std::ref(tallies[i]));
  for (std::thread& thread : threads) thread.join();
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin).count();
  Tally all;
  for (const Tally& tally : tallies) {
    all.microseconds.insert(all.microseconds.end(), tally.microseconds.begin(), tally.microseconds.end());
    all.bytes += tally.bytes, all.failed += tally.failed, all.broken += tally.broken;
  }
  if (all.microseconds.empty()) all.microseconds.push_back(0);
  std::ranges::sort(all.microseconds);
  const auto part = [&](std::size_t percent) {
    return all.microseconds[(all.microseconds.size() - 1) * percent / 100];
  };
  std::printf(
      "result {\"requests\": %zu, \"microseconds\": %ld, \"bytes\": %lu, \"p50\": %ld, \"p99\": %ld, "
      "\"max\": %ld, "
      "\"failed\": %lu, \"broken\": %lu}\n",
      all.microseconds.size(), static_cast<long>(took), all.bytes, part(50), part(99), part(100), all.failed,
      all.broken);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::span<char*> arguments(argv, static_cast<std::size_t>(argc));
  if (arguments.size() != 7) {
    std::cerr << "usage: mutual_load PORT CERTIFICATE KEY CONNECTIONS SECONDS FILE|-\n";
    return 2;
  }
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return run(arguments);
  } catch (const std::exception& e) {
    std::cerr << e.what() << '\n';
    return 1;
  }
}
