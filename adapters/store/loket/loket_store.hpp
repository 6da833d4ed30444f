// What a municipality sends to DUO under no single law, on SQL.
#pragma once

#include "adapters/store/sql.hpp"
#include "gateway/isi/loket/port.hpp"

namespace cvsgw::store {

/// Threading: as the port says.
class LoketStore final : public isi::loket::Port {
 public:
  explicit LoketStore(Database& database) : database_(database) {}
  Outcome<isi::loket::Uitkomst> bestel(
      const isi::Namens& namens, const isi::Opdracht& opdracht,
      const std::function<isi::loket::Bestelbesluit(const isi::loket::Bestelstand&)>& beslissing) override;
  Outcome<isi::loket::Uitkomst> verstuur(
      const isi::Namens& namens, const isi::Opdracht& opdracht, const isi::loket::Berichtinhoud& inhoud,
      const std::optional<Bsn>& persoon,
      const std::function<isi::loket::Berichtbesluit(const isi::loket::Berichtstand&)>& beslissing) override;
  Outcome<isi::loket::Uitkomst> dienIn(
      const isi::Namens& namens, const isi::Opdracht& opdracht, Wet wet, const Bsn& bsn,
      std::string_view soort,
      const std::function<isi::loket::Verzoekbesluit(const isi::loket::Verzoekstand&)>& beslissing) override;
  Outcome<isi::Page<isi::loket::Verzoek>> lijst(const isi::Namens& namens,
                                                const isi::loket::VerzoekCriteria& criteria,
                                                const isi::PageRequest& page) override;

 private:
  Database& database_;
};

/// Day processing: forgets what its retention term has ended.
void forgetLoket(Session& writer, Date day);

}  // namespace cvsgw::store
