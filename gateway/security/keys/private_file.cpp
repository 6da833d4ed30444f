#include "gateway/security/keys/private_file.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <openssl/crypto.h>

namespace cvsgw::security {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }
  bool open() const { return fd_ >= 0; }

 private:
  int fd_;
};

std::string because(const std::filesystem::path& path, std::string_view what) {
  return path.string() + ": " + std::string(what) + " (" + std::strerror(errno) + ")";
}

bool writeAll(int fd, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(fd, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    content.remove_prefix(static_cast<size_t>(written));
  }
  return true;
}

KeyOutcome<void> requirePrivate(const std::filesystem::path& path, const struct stat& status) {
  if (!S_ISREG(status.st_mode))
    return keyError(KeyErrorKind::insecureFile, path.string() + " is geen gewoon bestand");
  if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    return keyError(KeyErrorKind::insecureFile,
                    path.string() +
                        " is toegankelijk voor andere gebruikers; alleen de eigenaar mag "
                        "rechten hebben (chmod 600)");
  return {};
}

}  // namespace

KeyOutcome<void> createPrivateFile(const std::filesystem::path& path, std::string_view content) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (!file.open()) return keyError(KeyErrorKind::storeUnavailable, because(path, "kan niet worden gemaakt"));
  if (!writeAll(file.get(), content) || ::fsync(file.get()) != 0) {
    const std::string text = because(path, "kan niet worden geschreven");
    ::unlink(path.c_str());
    return keyError(KeyErrorKind::storeUnavailable, text);
  }
  return {};
}

KeyOutcome<void> requirePrivate(const std::filesystem::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0)
    return keyError(KeyErrorKind::storeUnavailable, because(path, "kan niet worden bekeken"));
  return requirePrivate(path, status);
}

KeyOutcome<Secret> readPrivateFile(const std::filesystem::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status {};
  if (!file.open() || ::fstat(file.get(), &status) != 0)
    return keyError(KeyErrorKind::storeUnavailable, because(path, "kan niet worden gelezen"));
  if (auto safe = requirePrivate(path, status); !safe) return tl::unexpected(std::move(safe).error());
  std::array<char, 4096> buffer{};
  const ssize_t count = ::read(file.get(), buffer.data(), buffer.size());
  if (count < 0) return keyError(KeyErrorKind::storeUnavailable, because(path, "kan niet worden gelezen"));
  Secret content(std::string(buffer.data(), static_cast<size_t>(count)));
  OPENSSL_cleanse(buffer.data(), buffer.size());
  return content;
}

KeyOutcome<std::string> requireOwnDirectory(const std::filesystem::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0)
    return keyError(KeyErrorKind::storeUnavailable, because(path, "kan niet worden bekeken"));
  if ((status.st_mode & (S_IWGRP | S_IWOTH)) != 0)
    return keyError(KeyErrorKind::insecureFile,
                    "in de map " + path.string() + " mogen andere gebruikers schrijven (chmod 700)");
  if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    return "de map " + path.string() + " is toegankelijk voor andere gebruikers (chmod 700)";
  return std::string();
}

KeyOutcome<void> ensurePrivateFile(const std::filesystem::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (!file.open()) return keyError(KeyErrorKind::storeUnavailable, because(path, "kan niet worden geopend"));
  return {};
}

}  // namespace cvsgw::security
