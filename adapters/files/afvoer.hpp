// Where written bytes go, piece by piece.
#pragma once

#include <stdexcept>
#include <string_view>

namespace cvsgw::files {

/// A file could not be made or read. The text names the cause for the operator and holds nothing of the
/// file's contents.
class FilesError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Threading: one thread. Throws FilesError.
class Afvoer {
 public:
  virtual ~Afvoer() = default;
  virtual void schrijf(std::string_view bytes) = 0;
};

}  // namespace cvsgw::files
