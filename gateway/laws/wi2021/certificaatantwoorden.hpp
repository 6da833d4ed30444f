// The answers about certificates of the Z-route.
#pragma once

#include "gateway/isi/wi2021/certificaat.hpp"
#include "gateway/laws/wi2021/mutaties.hpp"

namespace cvsgw::laws::wi2021 {

struct ZoekCertificatenAntwoord {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "ZoekCertificatenResponse";
  std::int64_t totaal = 0;
  std::int32_t pagina = 1;
  std::int32_t aantalPaginas = 0;
  std::vector<isi::wi2021::CertificaatRij> certificaten;
  std::vector<Melding> meldingen;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("totaal", self.totaal);
    visit.field("pagina", self.pagina);
    visit.field("aantalPaginas", self.aantalPaginas);
    visit.list("certificaten", "certificaat", self.certificaten);
    visit.list("meldingen", "melding", self.meldingen);
  }
};

/// The certificate as a file.
struct CertificaatBestand {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "CertificaatBestandType";
  std::string certificaatId;
  std::string bestandsnaam;
  std::string mediatype;
  std::string sha256;
  std::string inhoud;  ///< base64

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("certificaatId", self.certificaatId);
    visit.field("bestandsnaam", self.bestandsnaam);
    visit.field("mediatype", self.mediatype);
    visit.field("sha256", self.sha256);
    visit.field("inhoud", self.inhoud);
  }
};

struct HaalCertificaatAntwoord {
  static constexpr Namespace kNamespace = Namespace::wi2021;
  static constexpr std::string_view kType = "HaalCertificaatResponse";
  std::optional<CertificaatBestand> certificaat;
  std::vector<Melding> meldingen;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("certificaat", self.certificaat);
    visit.list("meldingen", "melding", self.meldingen);
  }
};

using HandelCertificaatAfAntwoord =
    MutatieAntwoord<"HandelCertificaatAfResponse", isi::wi2021::CertificaatRij>;

}  // namespace cvsgw::laws::wi2021
