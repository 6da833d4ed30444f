#include "gateway/transport/tls_files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace cvsgw::transport {

namespace {

constexpr size_t kLargestPem = 1024 * 1024;
constexpr size_t kLargestRevocationList = 16 * 1024 * 1024;  // a large TSP's is one to two
constexpr size_t kMostRevocationLists = 64;

class OpenFile {
 public:
  explicit OpenFile(const std::string& path) : fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~OpenFile() {
    if (fd_ >= 0) ::close(fd_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

enum class Privacy { open, ownerOnly };

tl::expected<std::string, std::string> read(const std::string& path, size_t largest,
                                            Privacy privacy = Privacy::open) {
  const auto wrong = [&](const std::string& what) { return tl::unexpected(path + ": " + what); };
  const OpenFile file(path);
  struct stat status {};
  if (file.get() < 0 || ::fstat(file.get(), &status) != 0)
    return wrong(std::string("cannot be read: ") + std::strerror(errno));
  if (!S_ISREG(status.st_mode)) return wrong("is not a plain file");
  if (privacy == Privacy::ownerOnly && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    return wrong("group or others have rights on this private key; take them away (chmod 600)");
  std::string content;
  content.resize(std::min(static_cast<size_t>(status.st_size), largest) + 1);
  size_t filled = 0;
  while (filled < content.size()) {
    const ssize_t got = ::read(file.get(), content.data() + filled, content.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return wrong(std::string("cannot be read: ") + std::strerror(errno));
    if (got == 0) break;
    filled += static_cast<size_t>(got);
  }
  if (filled > largest)
    return wrong("is larger than such a file is: over " + std::to_string(largest) + " bytes");
  content.resize(filled);
  return content;
}

/// The file itself, or the files of a folder by name; hidden ones are somebody's work in progress.
std::vector<std::string> revocationFiles(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(path, ignored)) return {path};
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(path, ignored)) {
    if (!entry.path().filename().string().starts_with('.') && !entry.is_directory(ignored))
      files.push_back(entry.path().string());
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

tl::expected<TlsFiles, std::string> readTlsFiles(const TlsOptions& options) {
  TlsFiles files;
  auto certificates = read(options.certificateFile, kLargestPem);
  if (!certificates) return tl::unexpected(std::move(certificates).error());
  files.certificates = *std::move(certificates);
  auto key = read(options.privateKeyFile, kLargestPem, Privacy::ownerOnly);
  if (!key) return tl::unexpected(std::move(key).error());
  files.privateKey = Secret(*std::move(key));
  if (options.clientCertificate == ClientCertificate::none) return files;
  auto trusted = read(options.caFile, kLargestPem);
  if (!trusted) return tl::unexpected(std::move(trusted).error());
  files.trusted = *std::move(trusted);
  if (options.crlPath.empty()) return files;
  const auto lists = revocationFiles(options.crlPath);
  if (lists.empty() || lists.size() > kMostRevocationLists) {
    return tl::unexpected(options.crlPath + ": holds " + std::to_string(lists.size()) +
                          " revocation lists; 1 to " + std::to_string(kMostRevocationLists) +
                          " are expected");
  }
  for (const std::string& path : lists) {
    auto list = read(path, kLargestRevocationList);
    if (!list) return tl::unexpected(std::move(list).error());
    files.revocationLists.emplace_back(path, *std::move(list));
  }
  return files;
}

std::string marksOf(const TlsOptions& options) {
  std::vector<std::string> paths{options.certificateFile, options.privateKeyFile};
  if (options.clientCertificate != ClientCertificate::none) paths.push_back(options.caFile);
  if (!options.crlPath.empty()) {
    const auto lists = revocationFiles(options.crlPath);
    paths.insert(paths.end(), lists.begin(), lists.end());
  }
  std::string marks;
  for (const std::string& path : paths) {
    struct stat status {};
    marks += path;
    if (::stat(path.c_str(), &status) == 0) {
      for (const auto part :
           {static_cast<std::int64_t>(status.st_dev), static_cast<std::int64_t>(status.st_ino),
            static_cast<std::int64_t>(status.st_size), static_cast<std::int64_t>(status.st_mode),
            static_cast<std::int64_t>(status.st_mtim.tv_sec),
            static_cast<std::int64_t>(status.st_mtim.tv_nsec)})
        marks += ' ' + std::to_string(part);
    }
    marks += '\n';
  }
  return marks;
}

}  // namespace cvsgw::transport
