<?php
// Wijzigen onder de Wi2021 met SoapClient, op testpersonen van gemeente 0363; de gegevens moeten pas gevuld zijn.
//
//   php wijzigen_php.php quickstart.json [uitkomst.json]
declare(strict_types=1);

require __DIR__ . '/verbinden_php.php';

const GEMEENTE = '0363';
const NIEUW = '999994013'; // binnen de tien weken voor het PIP
const IN_AZC = '999994025'; // twee maanden geleden door het COA gekoppeld, nog zonder PIP
const MET_SIGNALEN = '999994001';
const INSTELLING = '0000010018';

// [meldingen]
/** Wat uw gebruiker ziet: de tekst bij het veld; beslis zelf op `resultaat` en `code`, nooit op de tekst. */
function toon(string $stap, object $antwoord): void {
    echo "$stap: $antwoord->resultaat\n";
    foreach ($antwoord->meldingen->melding ?? [] as $melding) {
        echo "  $melding->code ", $melding->veld ?? '', ": $melding->tekst\n";
    }
}

/** De codes waar uw gebruiker ja op moet zeggen voordat het bericht opnieuw gaat, met een nieuw kenmerk. */
function te_bevestigen(object $antwoord): array {
    $vragen = array_filter($antwoord->meldingen->melding ?? [], fn ($melding) => $melding->bevestigen);
    return array_values(array_map(fn ($melding) => $melding->code, $vragen));
}
// [/meldingen]

function dag(string $datum, int $erbij): string {
    return (new DateTimeImmutable($datum))->modify("$erbij days")->format('Y-m-d');
}

/** Wat u niet opgeeft, gaat niet mee: SoapClient laat een optioneel element met null weg. */
function pip(string $dagtekening, string $niveau = 'B1', ?int $uren = 600): array {
    return [
        'datumDagtekening' => $dagtekening,
        'leerroute' => 'B',
        'niveau' => $niveau,
        'geschatteUrenIntensiteit' => $uren,
    ];
}

function stand_pip(object $p): array {
    return [
        $p->versie, $p->datumDagtekening, $p->leerroute->code, $p->niveau->code ?? null,
        $p->geschatteUrenIntensiteit ?? null, $p->urenBelastbaarheidParticipatie ?? null,
        $p->toestemmingNietVrijstellendeOpleiding,
    ];
}

function stand_aanbod(object $a): array {
    return [$a->versie, $a->aanbodId, $a->instellingsnaam, $a->startdatumOpleiding ?? null, $a->einddatumOpleiding ?? null];
}

/** Doet de wijzigingen na elkaar en onthoudt wat er van elk werd. */
final class Weg
{
    public array $uitkomst = [];

    public function __construct(public readonly SoapClient $client)
    {
    }

    public function doe(
        string $stap,
        string $bewerking,
        array $vraag,
        ?string $kenmerk = null,
        ?callable $stand = null
    ): object {
        $vraag = ['gemeentecode' => GEMEENTE] + $vraag;
        $antwoord = wijzig($this->client, 'wi2021', $bewerking, $kenmerk ?? nieuw_kenmerk(), $vraag);
        toon($stap, $antwoord);
        $this->uitkomst[$stap] = [
            'resultaat' => $antwoord->resultaat,
            'meldingen' => array_map(
                fn ($m) => [$m->code, $m->bevestigen, $m->veld ?? null, $m->regel ?? null, $m->tekst],
                $antwoord->meldingen->melding ?? []
            ),
            'stand' => isset($antwoord->stand) && $stand ? $stand($antwoord->stand) : null,
        ];
        return $antwoord;
    }

    public function persoon(string $bsn): object {
        return $this->client->RaadpleegPersoon(['gemeentecode' => GEMEENTE, 'bsn' => $bsn])->persoon;
    }
}

/** Eerst proberen (er wordt niets vastgelegd), en wat er fout aan kan zijn: alles in één antwoord. */
function proef(Weg $weg, string $vandaag): void {
    $vraag = ['bsn' => NIEUW, 'pip' => pip($vandaag), 'verwerking' => ['alleenValideren' => true]];
    if ($weg->doe('proef', 'VoegPipToe', $vraag)->resultaat !== 'Goedgekeurd') {
        fwrite(STDERR, "deze testpersonen zijn al gewijzigd; vul de gegevens opnieuw\n");
        exit(1);
    }
    $weg->uitkomst['zonderSpoor'] = !isset($weg->persoon(NIEUW)->pip->actueel);
    $weg->doe('geweigerd', 'VoegPipToe', ['bsn' => NIEUW, 'pip' => pip('2021-12-31', 'A2', null)]);
}

// [bevestigen]
function bevestig(Weg $weg, string $vandaag): void {
    $vraag = ['bsn' => IN_AZC, 'pip' => pip(dag($vandaag, -31))];
    $eerste = nieuw_kenmerk();
    $antwoord = $weg->doe('vraagt', 'VoegPipToe', $vraag, $eerste);
    if ($antwoord->resultaat !== 'BevestigingNodig') {
        return;
    }
    $vraag['verwerking'] = ['bevestigdeMeldingen' => ['code' => te_bevestigen($antwoord)]];
    try { // het oude kenmerk hoort bij de oude inhoud
        $weg->doe('oudKenmerk', 'VoegPipToe', $vraag, $eerste);
    } catch (SoapFault $fout) {
        $weg->uitkomst['oudKenmerk'] = lees_fout($fout)['code'];
    }
    $weg->doe('bevestigd', 'VoegPipToe', $vraag, nieuw_kenmerk(), stand_pip(...));
}
// [/bevestigen]

function leg_vast(Weg $weg, string $vandaag): string {
    $vraag = ['bsn' => NIEUW, 'pip' => pip($vandaag)];
    $kenmerk = nieuw_kenmerk();
    $eerste = $weg->doe('pip', 'VoegPipToe', $vraag, $kenmerk, stand_pip(...));
    $weg->doe('zelfdeKenmerk', 'VoegPipToe', $vraag, $kenmerk, stand_pip(...)); // alsof het antwoord verloren ging
    $weg->doe('anderKenmerk', 'VoegPipToe', $vraag);
    $aanbod = [
        'instellingsnummer' => INSTELLING, 'datumInschrijving' => $vandaag, 'startdatumOpleiding' => dag($vandaag, 14),
    ];
    $weg->doe('aanbod', 'VoegAanbodToe', ['bsn' => NIEUW, 'aanbod' => $aanbod], null, stand_aanbod(...));
    $weg->uitkomst['aanbiedingen'] = count($weg->persoon(NIEUW)->inburgeringsaanbod->aanbiedingen->aanbod ?? []);
    $uren = ['soort' => 'Participatie', 'totaalAantalUren' => 18, 'datumTotaal' => $vandaag];
    $stand_uren = fn ($u) => [$u->versie, $u->soort->code, $u->aantalUren, $u->datumTotaal];
    $weg->doe('uren', 'RegistreerUrenGemeente', ['bsn' => NIEUW, 'uren' => $uren], null, $stand_uren);
    return $eerste->stand->versie;
}

/** De versie die u las gaat mee: wie op een verouderd scherm werkt, overschrijft zo niets. */
function wijzig_pip(Weg $weg, string $vandaag, string $gelezen): void {
    $vraag = ['bsn' => NIEUW, 'pip' => pip($vandaag, 'A2'), 'verwerking' => ['verwachteVersie' => $gelezen]];
    $weg->doe('gewijzigd', 'WijzigPip', $vraag, null, stand_pip(...));
    $weg->doe('verouderd', 'WijzigPip', ['pip' => pip($vandaag, 'B1', 700)] + $vraag);
}

function handel_af(Weg $weg): void {
    $criteria = ['bsn' => MET_SIGNALEN, 'nietAfgehandeld' => true];
    $gevonden = $weg->client->ZoekSignalen(['gemeentecode' => GEMEENTE, 'criteria' => $criteria]);
    $ids = array_map(fn ($signaal) => $signaal->signaalId, $gevonden->signalen->signaal ?? []);
    $rijen = fn ($stand) => array_map(fn ($s) => [$s->signaalId, $s->code, $s->status], $stand->signaal ?? []);
    $vraag = ['signaalIds' => ['signaalId' => $ids], 'status' => 'Afgehandeld'];
    $weg->doe('signalen', 'WijzigSignaalstatus', $vraag, null, $rijen);
    // Alles of niets: een kenmerk dat niet (meer) bestaat, houdt ook de andere tegen.
    $vraag = ['signaalIds' => ['signaalId' => [...$ids, 'S21.0']], 'status' => 'InBehandeling'];
    $weg->doe('onbekend', 'WijzigSignaalstatus', $vraag);
}

function historie(SoapClient $client, string $soort, string $omhulsel, string $naam): array {
    $antwoord = $client->RaadpleegHistorie(['gemeentecode' => GEMEENTE, 'bsn' => NIEUW, 'soort' => $soort]);
    return [
        array_map(fn ($rij) => $rij->versie, $antwoord->historie->$omhulsel->$naam ?? []),
        array_map(fn ($melding) => $melding->code, $antwoord->meldingen->melding ?? []),
    ];
}

$aansluiting = json_decode(file_get_contents($argv[1]), true, 16, JSON_THROW_ON_ERROR);
$wachtwoord = trim(file_get_contents($aansluiting['wachtwoordBestand']));
$vandaag = verbind($aansluiting, 'algemeen', $wachtwoord)->Ping()->vandaag;
$weg = new Weg(verbind($aansluiting, 'wi2021', $wachtwoord));
proef($weg, $vandaag);
bevestig($weg, $vandaag);
$gelezen = leg_vast($weg, $vandaag);
wijzig_pip($weg, $vandaag, $gelezen);
handel_af($weg);
$weg->uitkomst['historiePip'] = historie($weg->client, 'Pip', 'pips', 'pip');
$weg->uitkomst['historieAanbod'] = historie($weg->client, 'Aanbod', 'aanbiedingen', 'aanbod');
if (isset($argv[2])) {
    $json = json_encode($weg->uitkomst, JSON_UNESCAPED_UNICODE | JSON_PRETTY_PRINT | JSON_THROW_ON_ERROR);
    file_put_contents($argv[2], $json);
}
