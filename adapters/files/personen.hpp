// Who stands in a file that was made: noted while its rows pass by, kept beside it.
#pragma once

#include <filesystem>
#include <vector>

#include "gateway/domain/bsn.hpp"
#include "gateway/isi/bestanden.hpp"

namespace cvsgw::files {

/// Hands rows on and notes the person of each: what stands in the column BSN. Threading: one thread.
class PersonenInTabel final : public isi::Tabellen {
 public:
  explicit PersonenInTabel(isi::Tabellen& bron) : bron_(bron) {}
  Outcome<void> lees(const isi::Bestand& bestand, const Gemeentecode& gemeente,
                     const isi::RijOntvanger& ontvanger) override;
  const std::vector<Bsn>& bsns() const { return bsns_; }

 private:
  isi::Tabellen& bron_;
  std::vector<Bsn> bsns_;
};

std::filesystem::path personenBij(const std::filesystem::path& bestand);
/// On disk before the file itself gets its name. Throws FilesError.
void bewaarPersonen(const std::filesystem::path& map, const std::filesystem::path& bestand,
                    const std::vector<Bsn>& bsns);
/// isiUnavailable when they cannot be read.
Outcome<std::vector<Bsn>> leesPersonen(const std::filesystem::path& bestand);
/// The file, then its persons.
void verwijder(const std::filesystem::path& bestand);
/// Persons whose file is not there: what a crash left between the two.
bool isVerweesd(const std::filesystem::path& pad);

}  // namespace cvsgw::files
