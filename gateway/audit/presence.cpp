#include "gateway/audit/presence.hpp"

#include <fcntl.h>
#include <unistd.h>

#include "gateway/audit/sqlite.hpp"

namespace cvsgw::audit {
namespace {

// Of the open file, not of the process: two trails of one process see each other, too.
struct flock wholeFile(short type) {
  struct flock lock {};
  lock.l_type = type;
  lock.l_whence = SEEK_SET;
  return lock;
}

}  // namespace

Presence::Presence(const std::filesystem::path& file)
    : fd_(::open((file.string() + "-dient").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
  auto shared = wholeFile(F_RDLCK);
  if (fd_ >= 0 && ::fcntl(fd_, F_OFD_SETLK, &shared) == 0) return;
  if (fd_ >= 0) ::close(fd_);
  throw AuditError("cannot lock " + file.string() + "-dient");
}

Presence::~Presence() {
  ::close(fd_);
}

bool Presence::others() const {
  auto alone = wholeFile(F_WRLCK);
  if (::fcntl(fd_, F_OFD_GETLK, &alone) != 0) throw AuditError("the lock of the trail cannot be looked at");
  return alone.l_type != F_UNLCK;
}

}  // namespace cvsgw::audit
