// The answers of InburgeringWi2007. Each is written straight from its fields; `kType` is the wrapper element,
// whose type the schema does not name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/domain/melding.hpp"
#include "gateway/isi/signalen.hpp"
#include "gateway/isi/wi2007/port.hpp"

namespace cvsgw::laws::wi2007 {

/// A found signal (§ 3.6).
struct SignaalRij {
  static constexpr Namespace kNamespace = Namespace::wi2007;
  static constexpr std::string_view kType = "SignaalType";
  std::string signaalId;
  std::int64_t volgnummer = 0;
  std::string code;
  std::string omschrijving;
  std::string status;
  Date datum;
  Bsn bsn;
  std::optional<std::string> aNummer;
  std::optional<std::string> achternaam;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("signaalId", self.signaalId);
    visit.field("volgnummer", self.volgnummer);
    visit.field("code", self.code);
    visit.field("omschrijving", self.omschrijving);
    visit.field("status", self.status);
    visit.field("datum", self.datum);
    visit.field("bsn", self.bsn);
    visit.field("aNummer", self.aNummer);
    visit.field("achternaam", self.achternaam);
  }
};

/// An entry of HaalSignalen: when `vervallen`, nothing but its id and volgnummer.
struct SignaalIngang {
  static constexpr Namespace kNamespace = Namespace::wi2007;
  static constexpr std::string_view kType = "SignaalIngangType";
  std::string signaalId;
  std::int64_t volgnummer = 0;
  bool vervallen = false;
  std::optional<std::string> code;
  std::optional<std::string> omschrijving;
  std::optional<std::string> status;
  std::optional<Date> datum;
  std::optional<Bsn> bsn;
  std::optional<std::string> aNummer;
  std::optional<std::string> achternaam;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("signaalId", self.signaalId);
    visit.field("volgnummer", self.volgnummer);
    visit.field("vervallen", self.vervallen);
    visit.field("code", self.code);
    visit.field("omschrijving", self.omschrijving);
    visit.field("status", self.status);
    visit.field("datum", self.datum);
    visit.field("bsn", self.bsn);
    visit.field("aNummer", self.aNummer);
    visit.field("achternaam", self.achternaam);
  }
};

struct ZoekPersonenAntwoord {
  static constexpr Namespace kNamespace = Namespace::wi2007;
  static constexpr std::string_view kType = "ZoekPersonenResponse";
  std::int64_t totaal = 0;
  std::int32_t pagina = 1;
  std::int32_t aantalPaginas = 0;
  std::vector<isi::wi2007::PersoonRij> personen;
  std::vector<Melding> meldingen;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("totaal", self.totaal);
    visit.field("pagina", self.pagina);
    visit.field("aantalPaginas", self.aantalPaginas);
    visit.list("personen", "persoon", self.personen);
    visit.list("meldingen", "melding", self.meldingen);
  }
};

struct HaalPersonenAntwoord {
  static constexpr Namespace kNamespace = Namespace::wi2007;
  static constexpr std::string_view kType = "HaalPersonenResponse";
  std::int64_t laatsteVolgnummer = 0;
  bool meerBeschikbaar = false;
  std::vector<isi::wi2007::PersoonIngang> personen;
  std::vector<Melding> meldingen;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("laatsteVolgnummer", self.laatsteVolgnummer);
    visit.field("meerBeschikbaar", self.meerBeschikbaar);
    visit.list("personen", "persoon", self.personen);
    visit.list("meldingen", "melding", self.meldingen);
  }
};

struct RaadpleegPersoonAntwoord {
  static constexpr Namespace kNamespace = Namespace::wi2007;
  static constexpr std::string_view kType = "RaadpleegPersoonResponse";
  std::optional<isi::wi2007::Persoon> persoon;
  std::vector<Melding> meldingen;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("persoon", self.persoon);
    visit.list("meldingen", "melding", self.meldingen);
  }
};

/// A file that an answer carries.
struct Document {
  static constexpr Namespace kNamespace = Namespace::wi2007;
  static constexpr std::string_view kType = "DocumentType";
  std::string bestandsnaam;
  std::string mediatype;
  std::string sha256;
  std::string inhoud;  ///< base64

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("bestandsnaam", self.bestandsnaam);
    visit.field("mediatype", self.mediatype);
    visit.field("sha256", self.sha256);
    visit.field("inhoud", self.inhoud);
  }
};

struct HaalPersoonPdfAntwoord {
  static constexpr Namespace kNamespace = Namespace::wi2007;
  static constexpr std::string_view kType = "HaalPersoonPdfResponse";
  std::optional<Document> document;
  std::vector<Melding> meldingen;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("document", self.document);
    visit.list("meldingen", "melding", self.meldingen);
  }
};

struct ZoekSignalenAntwoord {
  static constexpr Namespace kNamespace = Namespace::wi2007;
  static constexpr std::string_view kType = "ZoekSignalenResponse";
  std::int64_t totaal = 0;
  std::int32_t pagina = 1;
  std::int32_t aantalPaginas = 0;
  std::vector<SignaalRij> signalen;
  std::vector<Melding> meldingen;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("totaal", self.totaal);
    visit.field("pagina", self.pagina);
    visit.field("aantalPaginas", self.aantalPaginas);
    visit.list("signalen", "signaal", self.signalen);
    visit.list("meldingen", "melding", self.meldingen);
  }
};

struct TelSignalenAntwoord {
  static constexpr Namespace kNamespace = Namespace::wi2007;
  static constexpr std::string_view kType = "TelSignalenResponse";
  isi::SignaalTelling telling;
  std::vector<Melding> meldingen;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("telling", self.telling);
    visit.list("meldingen", "melding", self.meldingen);
  }
};

struct HaalSignalenAntwoord {
  static constexpr Namespace kNamespace = Namespace::wi2007;
  static constexpr std::string_view kType = "HaalSignalenResponse";
  std::int64_t laatsteVolgnummer = 0;
  bool meerBeschikbaar = false;
  std::vector<SignaalIngang> signalen;
  std::vector<Melding> meldingen;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("laatsteVolgnummer", self.laatsteVolgnummer);
    visit.field("meerBeschikbaar", self.meerBeschikbaar);
    visit.list("signalen", "signaal", self.signalen);
    visit.list("meldingen", "melding", self.meldingen);
  }
};

}  // namespace cvsgw::laws::wi2007
