// What a municipality is shown of a Wi2013 dossier: the answer records and the display rules.
#pragma once

#include <optional>
#include <string>

#include "gateway/isi/namens.hpp"
#include "gateway/isi/signalen.hpp"
#include "gateway/isi/wi2013/dossier.hpp"
#include "gateway/isi/wi2013/zicht.hpp"

namespace cvsgw::isi::wi2013 {

/// Block "Persoonsgegevens" of the person's screen (§ 3.4).
struct Persoonsgegevens {
  static constexpr Namespace kNamespace = Namespace::wi2013;
  static constexpr std::string_view kType = "PersoonsgegevensType";
  bool wijzigenMogelijk = false;
  Pvt pvt;
  MaatschappelijkeBegeleiding maatschappelijkeBegeleiding;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("wijzigenMogelijk", self.wijzigenMogelijk);
    visit.field("pvt", self.pvt);
    visit.field("maatschappelijkeBegeleiding", self.maatschappelijkeBegeleiding);
  }
};

/// Block "Factuur" of the person's screen (§ 3.6).
struct Factuurgegevens {
  static constexpr Namespace kNamespace = Namespace::wi2013;
  static constexpr std::string_view kType = "FactuurgegevensType";
  std::string factuurAanwezig;
  bool toevoegenMogelijk = false;
  bool wijzigenMogelijk = false;
  std::optional<Factuur> ingediendeFactuur;  ///< the last one

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.code("factuurAanwezig", self.factuurAanwezig, codes::kFactuurAanwezig);
    visit.field("toevoegenMogelijk", self.toevoegenMogelijk);
    visit.field("wijzigenMogelijk", self.wijzigenMogelijk);
    visit.field("ingediendeFactuur", self.ingediendeFactuur);
  }
};

/// The person's screen (§ 3.4). persoonId and signalen are the store's to fill.
struct Persoon {
  static constexpr Namespace kNamespace = Namespace::wi2013;
  static constexpr std::string_view kType = "PersoonType";
  std::string persoonId;
  Bsn bsn;
  std::string naam;
  std::optional<std::string> voornamen;
  std::optional<std::string> voorvoegsel;
  std::string achternaam;
  std::string geslacht;
  std::optional<Date> geboortedatum;
  std::optional<Date> datumOverlijden;
  std::optional<std::string> gemeente;  ///< where the person lives now; absent when no longer in the BRP
  std::string verblijf;
  bool inburgeringsplichtig = false;
  SignaalTelling signalen;
  Persoonsgegevens persoonsgegevens;
  Factuurgegevens factuur;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("persoonId", self.persoonId);
    visit.field("bsn", self.bsn);
    visit.field("naam", self.naam);
    visit.field("voornamen", self.voornamen);
    visit.field("voorvoegsel", self.voorvoegsel);
    visit.field("achternaam", self.achternaam);
    visit.code("geslacht", self.geslacht, codes::kGeslacht);
    visit.field("geboortedatum", self.geboortedatum);
    visit.field("datumOverlijden", self.datumOverlijden);
    visit.code("gemeente", self.gemeente, kGemeenten);
    visit.code("verblijf", self.verblijf, codes::kVerblijf);
    visit.field("inburgeringsplichtig", self.inburgeringsplichtig);
    visit.field("signalen", self.signalen);
    visit.field("persoonsgegevens", self.persoonsgegevens);
    visit.field("factuur", self.factuur);
  }
};

/// A row of ZoekPersonen (§ 3.3). signaalAanwezig is the store's to fill.
struct PersoonRij {
  static constexpr Namespace kNamespace = Namespace::wi2013;
  static constexpr std::string_view kType = "PersoonRijType";
  Bsn bsn;
  std::optional<std::string> voornamen;
  std::optional<std::string> voorvoegsel;
  std::string achternaam;
  std::optional<Date> geboortedatum;
  std::optional<bool> pvtPlichtig;
  bool voldaanAanPvtPlicht = false;
  std::optional<bool> rechtOpMaatschappelijkeBegeleiding;
  std::string factuurAanwezig;
  bool signaalAanwezig = false;
  std::string verblijf;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("bsn", self.bsn);
    visit.field("voornamen", self.voornamen);
    visit.field("voorvoegsel", self.voorvoegsel);
    visit.field("achternaam", self.achternaam);
    visit.field("geboortedatum", self.geboortedatum);
    visit.field("pvtPlichtig", self.pvtPlichtig);
    visit.field("voldaanAanPvtPlicht", self.voldaanAanPvtPlicht);
    visit.field("rechtOpMaatschappelijkeBegeleiding", self.rechtOpMaatschappelijkeBegeleiding);
    visit.code("factuurAanwezig", self.factuurAanwezig, codes::kFactuurAanwezig);
    visit.field("signaalAanwezig", self.signaalAanwezig);
    visit.code("verblijf", self.verblijf, codes::kVerblijf);
  }
};

/// An entry of HaalPersonen: the columns of the row but signaalAanwezig, which HaalSignalen tells. When
/// `vervallen`, only persoonId and volgnummer are filled.
struct PersoonIngang {
  static constexpr Namespace kNamespace = Namespace::wi2013;
  static constexpr std::string_view kType = "PersoonIngangType";
  std::string persoonId;
  std::int64_t volgnummer = 0;
  bool vervallen = false;
  std::optional<Bsn> bsn;
  std::optional<std::string> voornamen;
  std::optional<std::string> voorvoegsel;
  std::optional<std::string> achternaam;
  std::optional<Date> geboortedatum;
  std::optional<bool> pvtPlichtig;
  std::optional<bool> voldaanAanPvtPlicht;
  std::optional<bool> rechtOpMaatschappelijkeBegeleiding;
  std::optional<std::string> factuurAanwezig;
  std::optional<std::string> verblijf;

  static PersoonIngang of(std::string persoonId, std::int64_t volgnummer, const PersoonRij& rij);

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("persoonId", self.persoonId);
    visit.field("volgnummer", self.volgnummer);
    visit.field("vervallen", self.vervallen);
    visit.field("bsn", self.bsn);
    visit.field("voornamen", self.voornamen);
    visit.field("voorvoegsel", self.voorvoegsel);
    visit.field("achternaam", self.achternaam);
    visit.field("geboortedatum", self.geboortedatum);
    visit.field("pvtPlichtig", self.pvtPlichtig);
    visit.field("voldaanAanPvtPlicht", self.voldaanAanPvtPlicht);
    visit.field("rechtOpMaatschappelijkeBegeleiding", self.rechtOpMaatschappelijkeBegeleiding);
    visit.code("factuurAanwezig", self.factuurAanwezig, codes::kFactuurAanwezig);
    visit.code("verblijf", self.verblijf, codes::kVerblijf);
  }
};

/// The column "Factuur aanwezig": Ja, Nee or NVT. NVT: cannot have one, for want of a loan or of a PVT duty.
std::string_view factuurAanwezig(const Dossier& dossier);
/// Whether a municipality with this sight could send an invoice on `day` (§ 3.6); roles apart.
bool factuurIndienbaar(const Dossier& dossier, Verblijf verblijf, Date day);

/// The person's screen for this caller. What the caller may change depends on its roles and its day.
Persoon beeldVan(const Dossier& dossier, Verblijf verblijf, const Namens& namens);
PersoonRij rijVan(const Dossier& dossier, Verblijf verblijf);

}  // namespace cvsgw::isi::wi2013
