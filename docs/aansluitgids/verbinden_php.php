<?php
// Verbinden met de CVS-ISI-gateway door SoapClient (Debian: php-soap): kopieer dit bestand in uw eigen toepassing.
declare(strict_types=1);

// [verbinden]
const WSSE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
const WACHTWOORDTEKST = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText';

/** SoapClient kent geen WS-Security; deze kop is alles wat nodig is. */
function sleutelkop(string $sleutel, string $wachtwoord): SoapHeader
{
    $xml = '<wsse:Security xmlns:wsse="' . WSSE . '"><wsse:UsernameToken>'
        . '<wsse:Username>' . htmlspecialchars($sleutel, ENT_XML1) . '</wsse:Username>'
        . '<wsse:Password Type="' . WACHTWOORDTEKST . '">' . htmlspecialchars($wachtwoord, ENT_XML1) . '</wsse:Password>'
        . '</wsse:UsernameToken></wsse:Security>';
    return new SoapHeader(WSSE, 'Security', new SoapVar($xml, XSD_ANYXML));
}

function verbind(array $aansluiting, string $dienst, string $wachtwoord): SoapClient
{
    $client = new SoapClient("{$aansluiting['url']}/ws/$dienst/v1?wsdl", [
        'stream_context' => stream_context_create([
            'ssl' => ['cafile' => $aansluiting['ca'], 'verify_peer' => true, 'verify_peer_name' => true],
            'http' => ['timeout' => 30],
        ]),
        'exceptions' => true,
        'keep_alive' => true,
        // Anders is een lijst met een rij geen lijst maar die rij zelf.
        'features' => SOAP_SINGLE_ELEMENT_ARRAYS,
        // PHP bewaart een WSDL anders een dag lang in /tmp, ook als de gateway een nieuwe heeft.
        'cache_wsdl' => WSDL_CACHE_MEMORY,
    ]);
    $client->__setSoapHeaders([sleutelkop($aansluiting['sleutel'], $wachtwoord)]);
    return $client;
}
// [/verbinden]

// [berichtkenmerk]
const WSA = 'http://www.w3.org/2005/08/addressing';

function nieuw_kenmerk(): string {
    $b = random_bytes(16);
    $b[6] = chr(ord($b[6]) & 0x0f | 0x40);
    $b[8] = chr(ord($b[8]) & 0x3f | 0x80);
    return 'urn:uuid:' . vsprintf('%s%s-%s-%s-%s-%s%s%s', str_split(bin2hex($b), 4));
}

/** Een wijziging. Blijft het antwoord uit, dan gaat hetzelfde bericht met hetzelfde kenmerk nog eens. */
function wijzig(
    SoapClient $client,
    string $dienst,
    string $bewerking,
    string $kenmerk,
    array $vraag,
    int $pogingen = 5
): object {
    // Deze koppen komen bij die van __setSoapHeaders: de sleutel gaat dus gewoon mee. Bij een MessageID hoort een Action.
    $koppen = [
        new SoapHeader(WSA, 'Action', "urn:inburgering:cvs-isi:$dienst:v1/$bewerking"),
        new SoapHeader(WSA, 'MessageID', $kenmerk),
    ];
    for ($poging = 0; ; ++$poging) {
        try {
            return $client->__soapCall($bewerking, [$vraag], null, $koppen);
        } catch (SoapFault $fout) {
            // Faultcode HTTP maakt SoapClient zelf: er kwam geen antwoord.
            $opnieuw = $fout->faultcode === 'HTTP' || ($fout->detail->technischeFout->code ?? '') === '0051';
            if (!$opnieuw || $poging + 1 === $pogingen) {
                throw $fout;
            }
        }
        sleep(2 ** $poging);
    }
}
// [/berichtkenmerk]

// [fouten]
function lees_fout(SoapFault $fout): array {
    $detail = $fout->detail->technischeFout;
    // In een fout werkt SOAP_SINGLE_ELEMENT_ARRAYS niet: een enkele schending is geen lijst.
    $schendingen = $detail->schendingen->schending ?? [];
    return [
        'faultcode' => $fout->faultcode,
        'code' => $detail->code,
        'kant' => $detail->kant,
        'tekst' => $detail->tekst,
        'referentie' => $detail->referentie,
        'schendingen' => array_map(fn ($schending) => $schending->pad, is_array($schendingen) ? $schendingen : [$schendingen]),
    ];
}
// [/fouten]
