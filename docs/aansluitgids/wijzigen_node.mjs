// Wijzigen onder de Wi2021 met node-soap, op testpersonen van gemeente 0363; de gegevens moeten pas gevuld zijn.
//
//   node wijzigen_node.mjs quickstart.json [uitkomst.json]
import { readFileSync, writeFileSync } from 'node:fs';
import { leesFout, lijst, nieuwKenmerk, roep, verbind, wijzig } from './verbinden_node.mjs';

const gemeentecode = '0363';
const NIEUW = '999994013'; // binnen de tien weken voor het PIP
const IN_AZC = '999994025'; // twee maanden geleden door het COA gekoppeld, nog zonder PIP
const MET_SIGNALEN = '999994001';
const INSTELLING = '0000010018';

// node-soap leest een boolean soms als tekst.
const waar = (waarde) => waarde === true || waarde === 'true';
const getal = (waarde) => (waarde === undefined ? null : Number(waarde));

// [meldingen]
/** Wat uw gebruiker ziet: de tekst bij het veld; beslis zelf op `resultaat` en `code`, nooit op de tekst. */
function toon(stap, antwoord) {
  console.log(`${stap}: ${antwoord.resultaat}`);
  for (const melding of lijst(antwoord.meldingen, 'melding')) {
    console.log(`  ${melding.code} ${melding.veld ?? ''}: ${melding.tekst}`);
  }
}

/** De codes waar uw gebruiker ja op moet zeggen voordat het bericht opnieuw gaat, met een nieuw kenmerk. */
const teBevestigen = (antwoord) =>
  lijst(antwoord.meldingen, 'melding').filter((melding) => waar(melding.bevestigen)).map((melding) => melding.code);
// [/meldingen]

/** Een datum als tekst, met dagen erbij; rekenen in UTC, anders verspringt hij rond de zomertijd. */
function dag(datum, erbij) {
  const moment = new Date(`${datum}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + erbij);
  return moment.toISOString().slice(0, 10);
}

/** Wat u niet opgeeft, gaat niet mee: laat het element weg; null of '' zou een leeg element worden. */
function pip(datumDagtekening, niveau = 'B1', geschatteUrenIntensiteit = 600) {
  const plan = { datumDagtekening, leerroute: 'B', niveau };
  return geschatteUrenIntensiteit ? { ...plan, geschatteUrenIntensiteit } : plan;
}

const standPip = (p) => [p.versie, p.datumDagtekening, p.leerroute.code, p.niveau?.code ?? null,
  getal(p.geschatteUrenIntensiteit), getal(p.urenBelastbaarheidParticipatie), waar(p.toestemmingNietVrijstellendeOpleiding)];
const standAanbod = (a) =>
  [a.versie, a.aanbodId, a.instellingsnaam, a.startdatumOpleiding ?? null, a.einddatumOpleiding ?? null];
const standUren = (u) => [u.versie, u.soort.code, getal(u.aantalUren), u.datumTotaal];

const uitkomst = {};

async function doe(client, stap, bewerking, vraag, kenmerk = nieuwKenmerk(), stand = () => null) {
  const antwoord = await wijzig(client, bewerking, kenmerk, { gemeentecode, ...vraag });
  toon(stap, antwoord);
  uitkomst[stap] = {
    resultaat: antwoord.resultaat,
    meldingen: lijst(antwoord.meldingen, 'melding')
      .map((m) => [m.code, waar(m.bevestigen), m.veld ?? null, m.regel ?? null, m.tekst]),
    stand: antwoord.stand ? stand(antwoord.stand) : null,
  };
  return antwoord;
}

const persoon = async (client, bsn) => (await roep(client, 'RaadpleegPersoon', { gemeentecode, bsn })).persoon;

/** Eerst proberen (er wordt niets vastgelegd), en wat er fout aan kan zijn: alles in één antwoord. */
async function proef(client, vandaag) {
  const verwerking = { alleenValideren: true };
  const antwoord = await doe(client, 'proef', 'VoegPipToe', { bsn: NIEUW, pip: pip(vandaag), verwerking });
  if (antwoord.resultaat !== 'Goedgekeurd') throw new Error('deze testpersonen zijn al gewijzigd; vul de gegevens opnieuw');
  uitkomst.zonderSpoor = (await persoon(client, NIEUW)).pip.actueel === undefined;
  await doe(client, 'geweigerd', 'VoegPipToe', { bsn: NIEUW, pip: pip('2021-12-31', 'A2', null) });
}

// [bevestigen]
async function bevestig(client, vandaag) {
  const vraag = { bsn: IN_AZC, pip: pip(dag(vandaag, -31)) };
  const eerste = nieuwKenmerk();
  const antwoord = await doe(client, 'vraagt', 'VoegPipToe', vraag, eerste);
  if (antwoord.resultaat !== 'BevestigingNodig') return;
  vraag.verwerking = { bevestigdeMeldingen: { code: teBevestigen(antwoord) } };
  try { // het oude kenmerk hoort bij de oude inhoud
    await doe(client, 'oudKenmerk', 'VoegPipToe', vraag, eerste);
  } catch (fout) {
    uitkomst.oudKenmerk = leesFout(fout).code;
  }
  await doe(client, 'bevestigd', 'VoegPipToe', vraag, nieuwKenmerk(), standPip);
}
// [/bevestigen]

async function legVast(client, vandaag) {
  const vraag = { bsn: NIEUW, pip: pip(vandaag) };
  const kenmerk = nieuwKenmerk();
  const eerste = await doe(client, 'pip', 'VoegPipToe', vraag, kenmerk, standPip);
  await doe(client, 'zelfdeKenmerk', 'VoegPipToe', vraag, kenmerk, standPip); // alsof het antwoord verloren ging
  await doe(client, 'anderKenmerk', 'VoegPipToe', vraag);
  const aanbod = { instellingsnummer: INSTELLING, datumInschrijving: vandaag, startdatumOpleiding: dag(vandaag, 14) };
  await doe(client, 'aanbod', 'VoegAanbodToe', { bsn: NIEUW, aanbod }, nieuwKenmerk(), standAanbod);
  uitkomst.aanbiedingen = lijst((await persoon(client, NIEUW)).inburgeringsaanbod.aanbiedingen, 'aanbod').length;
  const uren = { soort: 'Participatie', totaalAantalUren: 18, datumTotaal: vandaag };
  await doe(client, 'uren', 'RegistreerUrenGemeente', { bsn: NIEUW, uren }, nieuwKenmerk(), standUren);
  return eerste.stand.versie;
}

/** De versie die u las gaat mee: wie op een verouderd scherm werkt, overschrijft zo niets. */
async function wijzigPip(client, vandaag, verwachteVersie) {
  const vraag = { bsn: NIEUW, pip: pip(vandaag, 'A2'), verwerking: { verwachteVersie } };
  await doe(client, 'gewijzigd', 'WijzigPip', vraag, nieuwKenmerk(), standPip);
  await doe(client, 'verouderd', 'WijzigPip', { ...vraag, pip: pip(vandaag, 'B1', 700) });
}

async function handelAf(client) {
  const criteria = { bsn: MET_SIGNALEN, nietAfgehandeld: true };
  const gevonden = await roep(client, 'ZoekSignalen', { gemeentecode, criteria });
  const signaalId = lijst(gevonden.signalen, 'signaal').map((signaal) => signaal.signaalId);
  const rijen = (stand) => lijst(stand, 'signaal').map((s) => [s.signaalId, s.code, s.status]);
  await doe(client, 'signalen', 'WijzigSignaalstatus', { signaalIds: { signaalId }, status: 'Afgehandeld' },
    nieuwKenmerk(), rijen);
  // Alles of niets: een kenmerk dat niet (meer) bestaat, houdt ook de andere tegen.
  const metOnbekend = { signaalId: [...signaalId, 'S21.0'] };
  await doe(client, 'onbekend', 'WijzigSignaalstatus', { signaalIds: metOnbekend, status: 'InBehandeling' });
}

async function historie(client, soort, omhulsel, naam) {
  const antwoord = await roep(client, 'RaadpleegHistorie', { gemeentecode, bsn: NIEUW, soort });
  return [
    lijst(antwoord.historie?.[omhulsel], naam).map((rij) => rij.versie),
    lijst(antwoord.meldingen, 'melding').map((melding) => melding.code),
  ];
}

const [, , aansluitbestand, uitkomstbestand] = process.argv;
const aansluiting = JSON.parse(readFileSync(aansluitbestand, 'utf8'));
const wachtwoord = readFileSync(aansluiting.wachtwoordBestand, 'utf8').trim();
const { vandaag } = await roep(await verbind(aansluiting, 'algemeen', wachtwoord), 'Ping');
const client = await verbind(aansluiting, 'wi2021', wachtwoord);
await proef(client, vandaag);
await bevestig(client, vandaag);
const gelezen = await legVast(client, vandaag);
await wijzigPip(client, vandaag, gelezen);
await handelAf(client);
uitkomst.historiePip = await historie(client, 'Pip', 'pips', 'pip');
uitkomst.historieAanbod = await historie(client, 'Aanbod', 'aanbiedingen', 'aanbod');
if (uitkomstbestand) writeFileSync(uitkomstbestand, JSON.stringify(uitkomst, null, 1));
process.exit(0); // de open verbindingen houden het programma anders nog even bezig
