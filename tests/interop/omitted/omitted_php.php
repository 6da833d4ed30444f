<?php
// What becomes of an element that is left out, empty, misspelt or out of order: omitted_php.php CONNECTION OUTCOME
declare(strict_types=1);

require __DIR__ . '/../../../docs/aansluitgids/verbinden_php.php';

$connection = json_decode(file_get_contents($argv[1]), true, 16, JSON_THROW_ON_ERROR);
$password = trim(file_get_contents($connection['wachtwoordBestand']));
$client = verbind($connection, 'wi2021', $password);
$today = verbind($connection, 'algemeen', $password)->Ping()->vandaag;
$cases = [
    'leftOut' => ['datumDagtekening' => $today, 'leerroute' => 'B', 'geschatteUrenIntensiteit' => 600],
    'null' => ['datumDagtekening' => $today, 'leerroute' => 'B', 'niveau' => null, 'geschatteUrenIntensiteit' => 600],
    'empty' => ['datumDagtekening' => $today, 'leerroute' => 'B', 'niveau' => '', 'geschatteUrenIntensiteit' => 600],
    'order' => ['leerroute' => 'B', 'geschatteUrenIntensiteit' => 600, 'datumDagtekening' => $today],
    'misspelt' => ['datumDagtekening' => $today, 'leerroute' => 'B', 'geschatteUren' => 600],
];
$outcome = [];
foreach ($cases as $name => $pip) {
    $request = ['gemeentecode' => '0363', 'bsn' => '999994001', 'pip' => $pip, 'verwerking' => ['alleenValideren' => true]];
    try {
        $outcome[$name] = $client->WijzigPip($request)->resultaat;
    } catch (SoapFault $fault) {
        $outcome[$name] = lees_fout($fault)['code'];
    }
}
file_put_contents($argv[2], json_encode($outcome, JSON_THROW_ON_ERROR));
