#include "adapters/files/prive.hpp"

#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

namespace cvsgw::files {
namespace {

[[noreturn]] void fail(const char* what) {
  throw FilesError(std::string(what) + ": " + std::system_category().message(errno));
}

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

size_t lees(int fd, char* to, size_t aantal, off_t van) {
  size_t gelezen = 0;
  while (gelezen < aantal) {
    const ssize_t n = ::pread(fd, to + gelezen, aantal - gelezen, van + static_cast<off_t>(gelezen));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail("a file cannot be read");
    if (n == 0) break;
    gelezen += static_cast<size_t>(n);
  }
  return gelezen;
}

class Digest {
 public:
  Digest() { check(context_ && EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1); }
  void voegToe(std::string_view bytes) {
    check(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1);
  }
  std::string hex() {
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned lengte = 0;
    check(EVP_DigestFinal_ex(context_.get(), digest, &lengte) == 1);
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string out;
    for (unsigned i = 0; i < lengte; ++i) out.append(1, kHex[digest[i] >> 4]).append(1, kHex[digest[i] & 15]);
    return out;
  }

 private:
  static void check(bool ok) {
    if (!ok) throw FilesError("no SHA-256");
  }
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_{EVP_MD_CTX_new(), EVP_MD_CTX_free};
};

void sync(const std::filesystem::path& pad, int flags) {
  const Descriptor file(::open(pad.c_str(), flags | O_CLOEXEC));
  if (file.get() < 0 || ::fsync(file.get()) != 0) fail("a file cannot be brought to disk");
}

}  // namespace

void maakMap(const std::filesystem::path& map) {
  if (::mkdir(map.c_str(), 0700) != 0 && errno != EEXIST) fail("the folder for files cannot be made");
}

PriveBestand::PriveBestand(const std::filesystem::path& map) {
  std::string naam = (map / ".werk-XXXXXX").string();
  const Descriptor file(::mkostemp(naam.data(), O_CLOEXEC));  // mode 0600
  if (file.get() < 0) fail("a file cannot be made");
  pad_ = naam;
}

PriveBestand::~PriveBestand() {
  if (!pad_.empty()) ::unlink(pad_.c_str());
}

void PriveBestand::bewaarAls(const std::filesystem::path& naam) {
  sync(pad_, O_RDONLY);
  if (::rename(pad_.c_str(), naam.c_str()) != 0) fail("a file cannot get its name");
  pad_.clear();
  sync(naam.parent_path(), O_RDONLY | O_DIRECTORY);
}

std::string sha256Van(std::string_view bytes) {
  Digest digest;
  digest.voegToe(bytes);
  return digest.hex();
}

std::string sha256(const std::filesystem::path& bestand) {
  const Descriptor file(::open(bestand.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) fail("a file cannot be opened");
  Digest digest;
  std::vector<char> blok(256 * 1024);
  off_t van = 0;
  for (size_t n = 0; (n = lees(file.get(), blok.data(), blok.size(), van)) > 0; van += static_cast<off_t>(n))
    digest.voegToe({blok.data(), n});
  return digest.hex();
}

std::string leesStuk(const std::filesystem::path& bestand, std::int64_t begin, std::int64_t aantal) {
  const Descriptor file(::open(bestand.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) fail("a file cannot be opened");
  std::string out(static_cast<size_t>(aantal), '\0');
  out.resize(lees(file.get(), out.data(), out.size(), static_cast<off_t>(begin)));
  return out;
}

}  // namespace cvsgw::files
