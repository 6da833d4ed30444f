#include "adapters/store/populate/populate.hpp"

#include "adapters/store/wi2013/situaties.hpp"
#include "gateway/isi/wi2013/codes.hpp"

namespace cvsgw::store {
namespace {

namespace codes = isi::wi2013::codes;
using isi::Signaalstatus;
using situaties2013::Situatie;

// Where a person stands in the PVT; persons take turns, so that all occur in a few dozen.
enum class Fase {
  begonnen,
  onderweg,
  bijnaVoorbij,
  voorbij,
  langVoorbij,
  netVoldaan,
  voldaan,
  metFactuur,
  metReden,
  verhuisd,
  nietPlichtig,
  herzien,
  aantal
};
constexpr auto kFasen = static_cast<std::int64_t>(Fase::aantal);

// DUO cleans up what is new for more than a quarter (§ 3.7): older signals are those in progress.
constexpr int kDagenNieuw = 80;

Date startOf(Fase fase, Random& random, Date vandaag) {
  switch (fase) {
    case Fase::begonnen:
      return vandaag.plusDays(-random.between(0, 60));
    case Fase::bijnaVoorbij:
      return vandaag.plusYears(-1).plusDays(random.between(5, 60));
    case Fase::voorbij:
      return vandaag.plusYears(-1).plusDays(-random.between(1, 13));
    case Fase::langVoorbij:
      return vandaag.plusYears(-1).plusDays(-random.between(14, 90));
    case Fase::nietPlichtig:
      return random.dateBetween(Date(2015, 1, 1), Date(2017, 9, 30));
    case Fase::metReden:
      return vandaag.plusYears(-1).plusDays(-random.between(14, 700));
    default:
      return vandaag.plusDays(-random.between(90, 330));
  }
}

// The signals that the passing of the term gives (§ 3.9), up to `vandaag`.
void termSignals(Situatie& situatie, Date vandaag) {
  const auto& pvt = situatie.dossier.pvt;
  const Date end = *pvt.datumEindePvtPlicht;
  situatie.meld("SS601", *pvt.datumStartPvtPlicht);
  const auto open = [&](Date day) {
    return day <= vandaag && !(pvt.datumVoldaan && *pvt.datumVoldaan < day);
  };
  if (open(end.plusMonths(-2))) situatie.meld("SS602", end.plusMonths(-2));
  if (open(end.plusDays(1))) situatie.meld("SS603", end.plusDays(1));
  const Date late = end.plusDays(15);
  const bool reasoned = pvt.datumRegistratie && *pvt.datumRegistratie < late;
  if (open(late) && !reasoned) situatie.meld("SS604", late);
}

void noDuty(Situatie& situatie, std::int64_t round) {
  auto& pvt = situatie.dossier.pvt;
  pvt.pvtPlichtig = round % 3 == 0 ? std::nullopt : std::optional(false);
  pvt.datumStartPvtPlicht.reset();
  pvt.datumEindePvtPlicht.reset();
  pvt.gemeenteEersteVestiging.reset();
  situatie.dossier.inburgeringsplichtig = round % 2 == 0;
}

void revised(Situatie& situatie, std::int64_t round, Date vandaag) {
  static constexpr std::array<std::string_view, 5> kCodes{"SS606", "SS607", "SS608", "SS609", "SS610"};
  situatie.meld(kCodes[static_cast<size_t>(round) % kCodes.size()], vandaag.plusDays(-9));
}

void advance(Situatie& situatie, Fase fase, std::int64_t round, const BasisPersoon& basis, Date vandaag) {
  const auto turn = static_cast<size_t>(round);
  switch (fase) {
    case Fase::netVoldaan:
      situaties2013::voldoe(situatie, vandaag.plusDays(-3));
      break;
    case Fase::voldaan:
      situaties2013::voldoe(situatie, vandaag.plusDays(-40));
      situatie.dossier.pvt.pvtPlichtig = false;
      break;
    case Fase::metFactuur: {
      // The seventh has no status yet.
      const auto status = turn % 7 < codes::kFactuurstatus.rows.size()
                              ? codes::kFactuurstatus.rows[turn % 7].code
                              : std::string_view{};
      situaties2013::voldoe(situatie, vandaag.plusDays(-50));
      situatie.dossier.lening = true;
      situaties2013::dienFactuurIn(situatie, "PVT" + std::to_string(basis.index), status,
                                   vandaag.plusDays(-30));
      break;
    }
    case Fase::metReden: {
      const auto reasons = codes::kRedenNietVoldaan.rows;
      situaties2013::registreerReden(situatie, reasons[turn % reasons.size()].code,
                                     situatie.dossier.pvt.datumEindePvtPlicht->plusDays(10));
      break;
    }
    case Fase::verhuisd:
      situaties2013::verhuis(situatie, basis.andereGemeente, vandaag.plusDays(-20));
      break;
    case Fase::nietPlichtig:
      noDuty(situatie, round);
      break;
    case Fase::herzien:
      revised(situatie, round, vandaag);
      break;
    default:
      break;
  }
}

void setStatuses(Situatie& situatie, std::int64_t round, Date vandaag) {
  std::erase_if(situatie.berichten, [&](const auto& bericht) {
    return bericht.datum < vandaag.plusDays(-kDagenNieuw) && round % 3 != 0;
  });
  for (auto& bericht : situatie.berichten) {
    const bool old = bericht.datum < vandaag.plusDays(-kDagenNieuw);
    bericht.status = old ? Signaalstatus::inBehandeling : static_cast<Signaalstatus>((round++) % 3);
  }
}

void setPerson(isi::wi2013::Dossier& dossier, const BasisPersoon& basis) {
  dossier.bsn = basis.bsn;
  if (!basis.voornamen.empty()) dossier.voornamen = basis.voornamen;
  dossier.voorvoegsel = basis.voorvoegsels;
  dossier.achternaam = basis.achternaam;
  dossier.geslacht = basis.geslacht;
  dossier.geboortedatum = basis.geboortedatum;
}

}  // namespace

void populateWi2013(Session& writer, const BasisPersoon& basis, Random& random, Date vandaag) {
  // Two of every five persons come here.
  const std::int64_t turn = basis.index / 5 * 2 + (basis.index % 5 == 3 ? 1 : 0);
  const auto fase = static_cast<Fase>(turn % kFasen);
  const std::int64_t round = turn / kFasen;
  const Date start = startOf(fase, random, vandaag);
  Situatie situatie;
  setPerson(situatie.dossier, basis);
  situaties2013::begin(situatie, basis.gemeente, start);
  situatie.dossier.lening = random.chance(60);
  if (random.chance(45))
    situaties2013::geefBegeleiding(situatie, start, vandaag);
  else if (random.chance(90))
    situatie.dossier.maatschappelijkeBegeleiding.recht = false;
  advance(situatie, fase, round, basis, vandaag);
  if (fase != Fase::nietPlichtig && fase != Fase::verhuisd) termSignals(situatie, vandaag);
  if (random.below(100) == 0) situatie.dossier.datumOverlijden = vandaag.plusDays(-random.between(0, 40));
  if (random.below(100) == 0) situatie.dossier.datumUitschrijving = vandaag.plusDays(-random.between(0, 400));
  setStatuses(situatie, round, vandaag);
  situaties2013::bewaar(writer, situatie, vandaag);
}

}  // namespace cvsgw::store
