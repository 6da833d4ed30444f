// The certificate of the Z-route (§ 3.6.16): when there is one, what is kept of it, and what is printed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "gateway/domain/fields.hpp"
#include "gateway/isi/document.hpp"
#include "gateway/isi/pagina.hpp"
#include "gateway/isi/wi2021/codes.hpp"
#include "gateway/isi/wi2021/dossier.hpp"

namespace cvsgw::isi::wi2021 {

/// A certificate in a list, and as the object of HandelCertificaatAf.
struct CertificaatRij {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "CertificaatType";
  std::string versie;
  std::string certificaatId;
  Bsn bsn;
  std::string achternaam;
  Date datumEindgesprek;
  std::string status;  ///< code of kCertificaatstatus
  std::optional<Date> datumAfgehandeld;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("versie", self.versie);
    visit.field("certificaatId", self.certificaatId);
    visit.field("bsn", self.bsn);
    visit.field("achternaam", self.achternaam);
    visit.field("datumEindgesprek", self.datumEindgesprek);
    visit.code("status", self.status, codes::kCertificaatstatus);
    visit.field("datumAfgehandeld", self.datumAfgehandeld);
  }
};

/// All that is printed, as it was on the day on which the certificate became available: it outlives the
/// dossier's sight and changes of it.
struct Certificaat {
  std::string certificaatId;  ///< `Z21.17`; given by the store
  Gemeentecode gemeentecode;  ///< that registered the final talk: the certificate is hers, also after a move
  std::string gemeentenaam;
  Bsn bsn;
  std::optional<std::string> voornamen;
  std::optional<std::string> voorvoegsel;
  std::string achternaam;
  std::optional<Date> geboortedatum;  ///< absent when day or month is unknown
  std::optional<std::string> niveau;  ///< code of kNiveau; absent: the plan names none
  Date datumEindgesprek;
  Date datumBeschikbaar;
};

/// The certificate that follows from a final talk which ended the obligation; nothing before that day, or
/// when the obligation ended otherwise. Pure.
std::optional<Certificaat> certificaatVan(const Dossier& dossier);

/// What is printed on the paper. Pure.
Document documentVan(const Certificaat& certificaat);
/// A name for the file, without personal data.
std::string bestandsnaamVan(const Certificaat& certificaat);

struct CertificaatCriteria {
  std::optional<Bsn> bsn;
  bool alleenNietAfgehandeld = true;
};

/// Every order ends with the BSN and then the id, so that it is total.
enum class CertificaatKolom : std::uint8_t { bsn, achternaam, datumEindgesprek };

struct CertificaatSortering {
  CertificaatKolom kolom = CertificaatKolom::bsn;
  Richting richting = Richting::oplopend;
};

}  // namespace cvsgw::isi::wi2021
