// A database of its own for a test, gone afterwards. For tests only.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <memory>
#include <string>

#include "adapters/store/sql.hpp"

namespace cvsgw::store {

class TempDatabase {
 public:
  TempDatabase() {
    std::string pattern = (std::filesystem::temp_directory_path() / "cvsgw-store-XXXXXX").string();
    directory_ = ::mkdtemp(pattern.data());
    database_ = std::make_unique<Database>(directory_ / "isi.sqlite");
  }
  TempDatabase(const TempDatabase&) = delete;
  TempDatabase& operator=(const TempDatabase&) = delete;
  ~TempDatabase() {
    database_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(directory_, ignored);
  }
  Database& operator*() const { return *database_; }

 private:
  std::filesystem::path directory_;
  std::unique_ptr<Database> database_;
};

}  // namespace cvsgw::store
