<?php
// Lezen uit de CVS-ISI-gateway met SoapClient (Debian: php-soap).
//
//   php voorbeeld_php.php quickstart.json [uitkomst.json]
//
// quickstart.json wijst url, ca, sleutel, wachtwoordBestand en gemeentecode aan. Het tweede bestand krijgt wat er
// gelezen is.
declare(strict_types=1);

require __DIR__ . '/verbinden_php.php';

// [bladeren]
/** Alle rijen van een Zoek-bewerking, pagina na pagina. */
function bladeren(
    SoapClient $client,
    string $bewerking,
    string $gemeentecode,
    array $criteria,
    string $omhulsel,
    string $naam
): array {
    $rijen = [];
    $pagina = 0;
    do {
        $antwoord = $client->$bewerking([
            'gemeentecode' => $gemeentecode,
            'criteria' => $criteria,
            'paginering' => ['pagina' => ++$pagina, 'paginagrootte' => 50],
        ]);
        // Een lege lijst heeft het element niet; daarom ?? [].
        array_push($rijen, ...($antwoord->$omhulsel->$naam ?? []));
    } while ($pagina < $antwoord->aantalPaginas);
    return ['totaal' => $antwoord->totaal, 'rijen' => $rijen];
}
// [/bladeren]

// [ophalen]
/** Alle ingangen na $naVolgnummer; bewaar na elke portie het laatste volgnummer bij uw gegevens. */
function ophalen(
    SoapClient $client,
    string $bewerking,
    string $gemeentecode,
    string $omhulsel,
    string $naam,
    int $naVolgnummer = 0
): array {
    $ingangen = [];
    do {
        $antwoord = $client->$bewerking([
            'gemeentecode' => $gemeentecode, 'naVolgnummer' => $naVolgnummer, 'maximum' => 100,
        ]);
        array_push($ingangen, ...($antwoord->$omhulsel->$naam ?? []));
        $naVolgnummer = $antwoord->laatsteVolgnummer;
    } while ($antwoord->meerBeschikbaar);
    return $ingangen;
}
// [/ophalen]

// Per wet: de dienst, een zoekvraag die mag, en hoe RaadpleegPersoon de persoon noemt.
$wetten = [
    'Wi2007' => ['wi2007', ['geslacht' => 'Vrouw'], fn (string $bsn) => ['criteria' => ['bsn' => $bsn]]],
    'Wi2013' => ['wi2013', ['verblijf' => 'Woonachtig'], fn (string $bsn) => ['bsn' => $bsn]],
    'Wi2021' => ['wi2021', [], fn (string $bsn) => ['bsn' => $bsn]],
];

function lees_persoon(object $persoon): array {
    $wie = $persoon->personalia ?? $persoon; // Wi2021 zet de persoon in een eigen blok
    return [
        'bsn' => $wie->bsn,
        'achternaam' => $wie->achternaam,
        'geboortedatum' => $wie->geboortedatum ?? null,
        'signalen' => $persoon->signalen->totaal,
    ];
}

function lees_wet(SoapClient $client, array $zoekvraag, callable $wie, string $gemeentecode): array {
    $personen = bladeren($client, 'ZoekPersonen', $gemeentecode, $zoekvraag, 'personen', 'persoon');
    $levend = array_values(array_filter($personen['rijen'], fn ($rij) => !isset($rij->datumOverlijden)));
    $persoon = $levend
        ? $client->RaadpleegPersoon(['gemeentecode' => $gemeentecode] + $wie($levend[0]->bsn))->persoon
        : null;
    $criteria = ['datumVanaf' => '2000-01-01'];
    $telling = $client->TelSignalen(['gemeentecode' => $gemeentecode, 'criteria' => $criteria])->telling;
    $signalen = bladeren($client, 'ZoekSignalen', $gemeentecode, $criteria, 'signalen', 'signaal');
    return [
        'personen' => [
            'totaal' => $personen['totaal'],
            'bsns' => array_map(fn ($rij) => $rij->bsn, $personen['rijen']),
        ],
        'persoon' => $persoon ? lees_persoon($persoon) : null,
        'telling' => [$telling->totaal, $telling->nieuw, $telling->inBehandeling, $telling->afgehandeld],
        'signalen' => [
            'totaal' => $signalen['totaal'],
            'rijen' => array_map(fn ($s) => [$s->signaalId, $s->code, $s->status, $s->datum], $signalen['rijen']),
        ],
        'feedSignalen' => array_map(
            fn ($s) => [$s->signaalId, $s->volgnummer, $s->vervallen],
            ophalen($client, 'HaalSignalen', $gemeentecode, 'signalen', 'signaal')
        ),
        'feedPersonen' => array_map(
            fn ($p) => [
                $p->persoonId, $p->volgnummer, $p->vervallen,
                $p->bsn ?? null, $p->achternaam ?? null, $p->geboortedatum ?? null,
            ],
            ophalen($client, 'HaalPersonen', $gemeentecode, 'personen', 'persoon')
        ),
    ];
}

function fout_van(callable $aanroep): array {
    try {
        $aanroep();
    } catch (SoapFault $fout) {
        return lees_fout($fout);
    }
    throw new LogicException('hier werd een fout verwacht');
}

$aansluiting = json_decode(file_get_contents($argv[1]), true, 16, JSON_THROW_ON_ERROR);
$wachtwoord = trim(file_get_contents($aansluiting['wachtwoordBestand']));
$gemeentecode = $aansluiting['gemeentecode'];

$algemeen = verbind($aansluiting, 'algemeen', $wachtwoord);
$ping = $algemeen->Ping();
$sleutel = $algemeen->RaadpleegAutorisatie()->sleutel;
$codes = $algemeen->LijstCodes(['criteria' => ['lijst' => 'gemeente']])->lijsten->lijst[0];
$rollen = [];
foreach ($sleutel->autorisaties->autorisatie as $autorisatie) {
    $rollen[$autorisatie->gemeente->code] = $autorisatie->rollen->rol;
}
$uitkomst = [
    'vandaag' => $ping->vandaag,
    'autorisatie' => [
        'oudWachtwoordGebruikt' => $sleutel->oudWachtwoordGebruikt,
        'geldigTotEnMet' => $sleutel->geldigTotEnMet,
        'rollen' => $rollen,
    ],
    'gemeenten' => array_map(fn ($rij) => [$rij->code, $rij->omschrijving], $codes->rijen->rij),
    'wetten' => [],
    'bepaalWet' => [],
];
foreach ($wetten as $wet => [$dienst, $zoekvraag, $wie]) {
    $client = verbind($aansluiting, $dienst, $wachtwoord);
    $gelezen = $uitkomst['wetten'][$wet] = lees_wet($client, $zoekvraag, $wie, $gemeentecode);
    if ($gelezen['persoon']) {
        $vraag = ['gemeentecode' => $gemeentecode, 'bsn' => $gelezen['persoon']['bsn']];
        $bepaald = $algemeen->BepaalWet($vraag)->uitkomst;
        $uitkomst['bepaalWet'][$wet] = [$bepaald->wet->code, $bepaald->woonachtig, $bepaald->gegevensInzien];
    }
    printf("%s: %d personen, %d signalen\n", $wet, count($gelezen['personen']['bsns']), count($gelezen['signalen']['rijen']));
}
$vreemd = verbind($aansluiting, 'algemeen', 'niet-het-wachtwoord');
$uitkomst['fouten'] = [
    'verkeerdWachtwoord' => fout_van(fn () => $vreemd->Ping()),
    'schema' => fout_van(fn () => $algemeen->BepaalWet(['gemeentecode' => $gemeentecode, 'bsn' => '12345'])),
];
foreach ($uitkomst['fouten'] as $naam => $fout) {
    printf("%s: %s (%s) %s [%s]\n", $naam, $fout['code'], $fout['kant'], $fout['tekst'], $fout['referentie']);
}
if (isset($argv[2])) {
    file_put_contents($argv[2], json_encode($uitkomst, JSON_UNESCAPED_UNICODE | JSON_PRETTY_PRINT | JSON_THROW_ON_ERROR));
}
