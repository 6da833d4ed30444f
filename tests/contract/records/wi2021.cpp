// The records of InburgeringWi2021's answers.
#include "gateway/isi/wi2021/beeld.hpp"

#include "gateway/isi/wi2021/codes.hpp"
#include "gateway/isi/wi2021/details.hpp"
#include "gateway/isi/wi2021/rijen.hpp"
#include "gateway/laws/wi2021/antwoorden.hpp"
#include "gateway/laws/wi2021/certificaatantwoorden.hpp"
#include "gateway/laws/wi2021/gemeentemutaties.hpp"
#include "gateway/laws/wi2021/mutaties.hpp"
#include "tests/contract/records/records.hpp"

namespace cvsgw::contract {

Rows wi2021Rows() {
  using namespace isi::wi2021;
  using namespace laws::wi2021;
  constexpr auto ns = Namespace::wi2021;
  return {
      .records =
          {
              record<ZoekPersonenAntwoord>(),
              record<HaalPersonenAntwoord>(),
              record<RaadpleegPersoonAntwoord>(),
              record<RaadpleegHistorieAntwoord>(),
              record<RaadpleegExamenAntwoord>(),
              record<LijstInstellingenAntwoord>(),
              record<LijstContactpersonenAntwoord>(),
              record<RaadpleegCaseloadAntwoord>(),
              record<ZoekSignalenAntwoord>(),
              record<TelSignalenAntwoord>(),
              record<HaalSignalenAntwoord>(),
              record<VoegPipToeAntwoord>(),
              record<WijzigPipAntwoord>(),
              record<VerwijderPipAntwoord>(),
              record<OntheftLbtAntwoord>(),
              record<VoegMapToeAntwoord>(),
              record<WijzigMapAntwoord>(),
              record<VerwijderMapAntwoord>(),
              record<VoegPvtToeAntwoord>(),
              record<WijzigPvtAntwoord>(),
              record<VerwijderPvtAntwoord>(),
              record<VraagLbtOpnieuwAanAntwoord>(),
              record<GeefBioAdviesAntwoord>(),
              record<RegistreerEindgesprekZrouteAntwoord>(),
              record<WijzigEindgesprekZrouteAntwoord>(),
              record<VerwijderEindgesprekZrouteAntwoord>(),
              record<VoegContactpersoonToeAntwoord>(),
              record<WijzigContactpersoonAntwoord>(),
              record<VerwijderContactpersoonAntwoord>(),
              record<KoppelContactpersoonAntwoord>(),
              record<OntkoppelContactpersoonAntwoord>(),
              withOptionalStand(record<DraagCaseloadOverAntwoord>()),
              withOptionalStand(record<WijzigSignaalstatusAntwoord>()),
              record<VoegAanbodToeAntwoord>(),
              record<WijzigAanbodAntwoord>(),
              record<VerwijderAanbodAntwoord>(),
              record<RegistreerUrenGemeenteAntwoord>(),
              record<RegistreerUrenInstellingAntwoord>(),
              record<ZoekCertificatenAntwoord>(),
              record<HaalCertificaatAntwoord>(),
              record<HandelCertificaatAfAntwoord>(),
              record<CertificaatRij>(),
              record<CertificaatBestand>(),
              record<SignaalRij>(),
              record<SignaalIngang>(),
              record<PersoonRij>(),
              record<PersoonIngang>(),
              record<Persoon>(),
              record<Personalia>(),
              record<Periode>(),
              record<Inzage>(),
              record<Inburgeringsplicht>(),
              record<PlichtPeriode>(),
              record<Termijn>(),
              record<Doelgroep>(),
              record<ContactpersoonBlok>(),
              record<GekoppeldeContactpersoon>(),
              record<LeerbaarheidstoetsBlok>(),
              record<Leerbaarheidstoets>(),
              record<LbtHerkansing>(),
              record<PipBlok>(),
              record<Pip>(),
              record<InburgeringsaanbodBlok>(),
              record<Aanbod>(),
              record<ExamensBlok>(),
              record<Examenregel>(),
              record<MapBlok>(),
              record<Map>(),
              record<PvtBlok>(),
              record<Pvt>(),
              record<DeelgenomenUrenBlok>(),
              record<UrenGemeente>(),
              record<UrenInstelling>(),
              record<BioBlok>(),
              record<EindgesprekZrouteBlok>(),
              record<Eindgesprek>(),
              record<Boete>(),
              record<Aanvraag>(),
              record<DuoMelding>(),
              record<Historie>(),
              record<Examendetail>(),
              record<Examentijdlijn>(),
              record<Examenpoging>(),
              record<Instelling>(),
              record<Contactpersoon>(),
              record<CaseloadRij>(),
          },
      .enumerations =
          {
              {{ns, "DoelgroepCodeType"}, &codes::kDoelgroep},
              {{ns, "SignaalcodeType"}, &codes::kSignaal},
              {{ns, "ExamenonderdeelType"}, &codes::kExamenonderdeel},
              {{ns, "InstellingSoortType"}, &codes::kSoortInstelling},
              {{ns, "LeerrouteCodeType"}, &codes::kLeerroute},
              {{ns, "NiveauCodeType"}, &codes::kNiveau},
              {{ns, "AlfabetiseringCodeType"}, &codes::kAlfabetisering},
              {{ns, "VerwijtbaarheidCodeType"}, &codes::kVerwijtbaarheid},
              {{ns, "RedenLbtOpnieuwCodeType"}, &codes::kRedenLbtOpnieuw},
              {{ns, "UrensoortGemeenteCodeType"}, &codes::kUrensoortGemeente},
          },
      .withoutList =
          {
              {{ns, "PersoonKolomType"}, "columns to sort by (§ 3.5.2)"},
              {{ns, "SignaalKolomType"}, "columns to sort by (§ 3.2.1)"},
              {{ns, "CertificaatKolomType"}, "columns to sort by (§ 3.6.16)"},
              {{ns, "HistorieSoortType"}, "names of blocks, no codes of DUO"},
              {{ns, "NieuweSignaalstatusType"}, "words of the contract for the two statuses that can be set"},
              {{ns, "CaseloadWeergaveType"}, "a choice of the screen (§ 3.3.1)"},
              {{ns, "BioOordeelCodeType"}, "positive or negative (§ 3.6.14); in no answer"},
          },
  };
}

}  // namespace cvsgw::contract
