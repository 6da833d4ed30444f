// The help texts of `cvsgw keys`, for operators and therefore in Dutch.
#pragma once

#include <string_view>

namespace cvsgw::security::help {

inline constexpr std::string_view kOverview =
    R"(Gebruik: cvsgw keys OPDRACHT [OPTIE ...]

  issue    geef een applicatiesleutel uit; schrijft twee documenten, een met de sleutel en een met het wachtwoord
  list     toon alle sleutels
  rotate   maak een nieuw wachtwoord; het oude werkt nog enige tijd
  revoke   trek een sleutel definitief in
  grant    wijzig de rollen van een sleutel per gemeente

Elke wijziging werkt binnen een seconde in een draaiende gateway. Uitleg per opdracht: cvsgw keys OPDRACHT --help
Rollen: Wi2007, Wi2013, Wi2013MUT, Wi2021, Wi2021MUT (MUT omvat lezen)
Afsluitcode: 0 gedaan, 1 geweigerd of mislukt, 2 verkeerd gevraagd, ook als de regels het niet toelaten
)";
inline constexpr std::string_view kIssue =
    R"(Gebruik: cvsgw keys issue --label TEKST --leverancier NAAM --gemeente CODE[=ROL,ROL] ... [OPTIE ...]

  --label TEKST               waar de sleutel voor is
  --leverancier NAAM          wie hem gebruikt
  --gemeente CODE[=ROL,ROL]   gemeente en haar rollen; mag vaker
  --rollen ROL,ROL            rollen van de gemeenten die er zelf geen noemen
  --geldig-van DAG            eerste dag, JJJJ-MM-DD (vandaag)
  --geldig-tot DAG            laatste dag, die zelf meetelt (een jaar na de eerste)
  --oin OIN                   sleutel werkt alleen met een clientcertificaat met dit OIN
  --uit MAP                   waar de twee documenten komen (de huidige map)
  --kaal                      documenten met alleen de waarde, voor scripts
  --json                      antwoord als JSON: applicatiesleutel, sleuteldocument, wachtwoorddocument
  --data MAP                  gegevensmap van de gateway
)";
inline constexpr std::string_view kList =
    R"(Gebruik: cvsgw keys list [--json] [--data MAP]
)";
inline constexpr std::string_view kRotate =
    R"(Gebruik: cvsgw keys rotate --sleutel NAAM [--dagen N | --direct] [OPTIE ...]

  --sleutel NAAM     de applicatiesleutel, AS-...
  --dagen N          het oude wachtwoord werkt nog N keer 24 uur, 1 tot en met 14 (14)
  --direct           het oude wachtwoord werkt meteen niet meer
  --geldig-tot DAG   nieuwe laatste dag van de sleutel
  --uit MAP          waar het document met het wachtwoord komt (de huidige map)
  --kaal, --json, --data MAP   zie issue

Er zijn nooit meer dan twee wachtwoorden geldig: wat al eerder vervangen was, vervalt meteen.
)";
inline constexpr std::string_view kRevoke =
    R"(Gebruik: cvsgw keys revoke --sleutel NAAM [--data MAP]
)";
inline constexpr std::string_view kGrant =
    R"(Gebruik: cvsgw keys grant --sleutel NAAM --gemeente CODE[=ROL,ROL] ... [OPTIE ...]

  --gemeente CODE[=ROL,ROL]   gemeente en rollen; mag vaker
  --rollen ROL,ROL            rollen van de gemeenten die er zelf geen noemen
  --vervang                   de gemeente krijgt precies deze rollen (anders komen ze erbij)
  --verwijder                 deze rollen vervallen; zonder rollen vervalt de hele gemeente
  --data MAP                  gegevensmap van de gateway
)";

}  // namespace cvsgw::security::help
