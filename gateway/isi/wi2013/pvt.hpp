// The participatieverklaringstraject (PVT), maatschappelijke begeleiding and invoices of one person: blocks
// that the dossier holds and the person's screen shows alike. Times are days in Europe/Amsterdam.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "gateway/domain/fields.hpp"
#include "gateway/domain/gemeenten.hpp"
#include "gateway/isi/wi2013/codes.hpp"

namespace cvsgw::isi::wi2013 {

/// § 3.4 and § 3.5. `versie` is filled by the store when it keeps the block.
struct Pvt {
  static constexpr Namespace kNamespace = Namespace::wi2013;
  static constexpr std::string_view kType = "PvtType";
  std::string versie;
  std::optional<std::string> gemeenteEersteVestiging;  ///< where the person lived when the plicht was imposed
  std::optional<std::string> gemeenteOndertekening;
  std::optional<bool> pvtPlichtig;  ///< absent: not yet determined
  std::optional<Date> datumStartPvtPlicht;
  std::optional<Date> datumEindePvtPlicht;  ///< last day of the term
  std::optional<Date> datumStartDeelname;
  std::optional<Date> datumEindeDeelname;
  std::optional<Date> datumVoldaan;
  std::optional<std::string> redenNietVoldaan;
  std::optional<Date> datumRegistratie;  ///< of datumVoldaan or redenNietVoldaan
  std::optional<bool> definitief;        ///< set by the weekly run; absent while nothing is registered

  bool voldaan() const { return datumVoldaan.has_value(); }

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("versie", self.versie);
    visit.code("gemeenteEersteVestiging", self.gemeenteEersteVestiging, kGemeenten);
    visit.code("gemeenteOndertekening", self.gemeenteOndertekening, kGemeenten);
    visit.field("pvtPlichtig", self.pvtPlichtig);
    visit.field("datumStartPvtPlicht", self.datumStartPvtPlicht);
    visit.field("datumEindePvtPlicht", self.datumEindePvtPlicht);
    visit.field("datumStartDeelname", self.datumStartDeelname);
    visit.field("datumEindeDeelname", self.datumEindeDeelname);
    visit.field("datumVoldaan", self.datumVoldaan);
    visit.code("redenNietVoldaan", self.redenNietVoldaan, codes::kRedenNietVoldaan);
    visit.field("datumRegistratie", self.datumRegistratie);
    visit.field("definitief", self.definitief);
  }
};

/// Last day of a PVT term that starts on `start`: one year (§ 3.4, the screen's example).
Date pvtTermijnEinde(Date start);
/// Day on which a registration becomes definitive: the first weekly run after its fourteenth day, so two to
/// three weeks later (§ 3.5, note 7). `week`: the day of the run.
Date definitiefOp(Date registratie, std::chrono::weekday week = std::chrono::Monday);

/// § 4.2.
struct MaatschappelijkeBegeleiding {
  static constexpr Namespace kNamespace = Namespace::wi2013;
  static constexpr std::string_view kType = "MaatschappelijkeBegeleidingType";
  std::optional<bool> recht;  ///< absent: not yet determined
  std::optional<bool> gemeldBijBzk;
  std::optional<Date> datumGemeldBijBzk;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("recht", self.recht);
    visit.field("gemeldBijBzk", self.gemeldBijBzk);
    visit.field("datumGemeldBijBzk", self.datumGemeldBijBzk);
  }
};

/// The amount of every invoice (§ 3.6).
inline constexpr Bedrag kFactuurbedrag{15000};

/// § 3.6. `versie` is filled by the store when it keeps the invoice.
struct Factuur {
  static constexpr Namespace kNamespace = Namespace::wi2013;
  static constexpr std::string_view kType = "FactuurType";
  std::string versie;
  std::string factuurnummer;
  Date factuurdatum;
  std::optional<std::string> debiteurnummer;
  Bedrag bedrag;
  std::optional<std::string> status;  ///< 1..6; absent: DUO has not set one

  /// Accepted by the person: from status 4 (vrijgegeven) on, but not 6 (geweigerd).
  bool geaccepteerd() const { return status == "4" || status == "5"; }
  /// Turned down by DUO or by the person, so that another invoice may follow.
  bool afgesloten() const { return status == "1" || status == "6"; }

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("versie", self.versie);
    visit.field("factuurnummer", self.factuurnummer);
    visit.field("factuurdatum", self.factuurdatum);
    visit.field("debiteurnummer", self.debiteurnummer);
    visit.field("bedrag", self.bedrag);
    visit.code("status", self.status, codes::kFactuurstatus);
  }
};

}  // namespace cvsgw::isi::wi2013
