// De CVS-ISI-gateway aanroepen met node-soap (npm install soap).
//
//   node voorbeeld_node.mjs quickstart.json [uitkomst.json]
//
// quickstart.json wijst url, ca, sleutel, wachtwoordBestand en gemeentecode aan. Het tweede bestand krijgt wat er
// gelezen is.
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import { createRequire } from 'node:module';
import path from 'node:path';

// De map van waaruit u draait heeft node_modules; in uw eigen code is dit gewoon: import soap from 'soap';
const soap = createRequire(path.join(process.cwd(), 'package.json'))('soap');

// [verbinden]
async function verbind(aansluiting, dienst, wachtwoord) {
  const httpsAgent = new https.Agent({ ca: readFileSync(aansluiting.ca), keepAlive: true });
  const client = await soap.createClientAsync(`${aansluiting.url}/ws/${dienst}/v1?wsdl`, {
    wsdl_options: { httpsAgent, timeout: 30000 },
    // Zonder deze regel wordt een datum een Date: een tijdstip, dat bij rekenen met lokale tijd een dag kan verspringen.
    customDeserializer: { date: (tekst) => tekst },
  });
  const sleutel = new soap.WSSecurity(aansluiting.sleutel, wachtwoord, { hasTimeStamp: false, hasTokenCreated: false });
  sleutel.addOptions = (opties) => Object.assign(opties, { httpsAgent, timeout: 30000 });
  client.setSecurity(sleutel);
  // WS-Addressing doet node-soap niet uit zichzelf; met een MessageID is een aanroep terug te vinden.
  client.addSoapHeader((_, __, actie) =>
    `<wsa:Action xmlns:wsa="http://www.w3.org/2005/08/addressing">${actie}</wsa:Action>` +
    `<wsa:MessageID xmlns:wsa="http://www.w3.org/2005/08/addressing">urn:uuid:${randomUUID()}</wsa:MessageID>`);
  return client;
}

/** Roept een bewerking aan; node-soap geeft vijf waarden terug, de eerste is het antwoord. */
const roep = async (client, bewerking, vraag = {}) => (await client[`${bewerking}Async`](vraag))[0] ?? {};

/** Een lijst met een rij komt soms als los object en een lege lijst als niets; dit maakt er altijd een lijst van. */
const lijst = (omhulsel, naam) => [omhulsel?.[naam] ?? []].flat();
// [/verbinden]

// Per wet: de dienst, een zoekvraag die mag, en hoe RaadpleegPersoon de persoon noemt.
const WETTEN = {
  Wi2007: ['wi2007', { geslacht: 'Vrouw' }, (bsn) => ({ criteria: { bsn } })],
  Wi2013: ['wi2013', { verblijf: 'Woonachtig' }, (bsn) => ({ bsn })],
  Wi2021: ['wi2021', {}, (bsn) => ({ bsn })],
};

// [bladeren]
async function bladeren(client, bewerking, gemeentecode, criteria, omhulsel, naam) {
  const rijen = [];
  for (let pagina = 1, laatste = 1, totaal; ; ++pagina) {
    const paginering = { pagina, paginagrootte: 50 };
    const antwoord = await roep(client, bewerking, { gemeentecode, criteria, paginering });
    rijen.push(...lijst(antwoord[omhulsel], naam));
    totaal = Number(antwoord.totaal);
    laatste = Number(antwoord.aantalPaginas);
    if (pagina >= laatste) return { totaal, rijen };
  }
}
// [/bladeren]

// [ophalen]
async function ophalen(client, bewerking, gemeentecode, omhulsel, naam, naVolgnummer = 0) {
  const ingangen = [];
  for (;;) {
    const antwoord = await roep(client, bewerking, { gemeentecode, naVolgnummer, maximum: 100 });
    ingangen.push(...lijst(antwoord[omhulsel], naam));
    naVolgnummer = Number(antwoord.laatsteVolgnummer); // bewaar dit nummer bij uw gegevens
    if (!antwoord.meerBeschikbaar || antwoord.meerBeschikbaar === 'false') return ingangen;
  }
}
// [/ophalen]

// [fouten]
function leesFout(fout) {
  const fault = fout.root?.Envelope?.Body?.Fault;
  if (!fault) throw fout; // geen SOAP-fault: netwerk, TLS of een tussenstation
  const detail = fault.detail.technischeFout;
  return {
    faultcode: fault.faultcode,
    code: detail.code,
    kant: detail.kant,
    tekst: detail.tekst,
    referentie: detail.referentie,
    schendingen: lijst(detail.schendingen, 'schending').map((schending) => schending.pad),
  };
}
// [/fouten]

function leesPersoon(persoon) {
  const wie = persoon.personalia ?? persoon; // Wi2021 zet de persoon in een eigen blok
  return {
    bsn: wie.bsn,
    achternaam: wie.achternaam,
    geboortedatum: wie.geboortedatum ?? null,
    signalen: Number(persoon.signalen.totaal),
  };
}

async function leesWet(client, zoekvraag, wie, gemeentecode) {
  const personen = await bladeren(client, 'ZoekPersonen', gemeentecode, zoekvraag, 'personen', 'persoon');
  const gekozen = personen.rijen.find((rij) => !rij.datumOverlijden)?.bsn;
  const { persoon } = gekozen ? await roep(client, 'RaadpleegPersoon', { gemeentecode, ...wie(gekozen) }) : {};
  const criteria = { datumVanaf: '2000-01-01' };
  const { telling } = await roep(client, 'TelSignalen', { gemeentecode, criteria });
  const signalen = await bladeren(client, 'ZoekSignalen', gemeentecode, criteria, 'signalen', 'signaal');
  const feedSignalen = await ophalen(client, 'HaalSignalen', gemeentecode, 'signalen', 'signaal');
  const feedPersonen = await ophalen(client, 'HaalPersonen', gemeentecode, 'personen', 'persoon');
  const waar = (waarde) => waarde === true || waarde === 'true';
  return {
    personen: { totaal: personen.totaal, bsns: personen.rijen.map((rij) => rij.bsn) },
    persoon: persoon ? leesPersoon(persoon) : null,
    telling: [telling.totaal, telling.nieuw, telling.inBehandeling, telling.afgehandeld].map(Number),
    signalen: {
      totaal: signalen.totaal,
      rijen: signalen.rijen.map((s) => [s.signaalId, s.code, s.status, s.datum]),
    },
    feedSignalen: feedSignalen.map((s) => [s.signaalId, Number(s.volgnummer), waar(s.vervallen)]),
    feedPersonen: feedPersonen.map((p) => [
      p.persoonId, Number(p.volgnummer), waar(p.vervallen),
      p.bsn ?? null, p.achternaam ?? null, p.geboortedatum ?? null,
    ]),
  };
}

async function foutVan(aanroep) {
  try {
    await aanroep();
  } catch (fout) {
    return leesFout(fout);
  }
  throw new Error('hier werd een fout verwacht');
}

const [, , aansluitbestand, uitkomstbestand] = process.argv;
const aansluiting = JSON.parse(readFileSync(aansluitbestand, 'utf8'));
const wachtwoord = readFileSync(aansluiting.wachtwoordBestand, 'utf8').trim();
const { gemeentecode } = aansluiting;

const algemeen = await verbind(aansluiting, 'algemeen', wachtwoord);
const ping = await roep(algemeen, 'Ping');
const { sleutel } = await roep(algemeen, 'RaadpleegAutorisatie');
const codes = await roep(algemeen, 'LijstCodes', { criteria: { lijst: 'gemeente' } });
const uitkomst = {
  vandaag: ping.vandaag,
  autorisatie: {
    oudWachtwoordGebruikt: sleutel.oudWachtwoordGebruikt,
    geldigTotEnMet: sleutel.geldigTotEnMet,
    rollen: Object.fromEntries(
      lijst(sleutel.autorisaties, 'autorisatie').map((a) => [a.gemeente.code, lijst(a.rollen, 'rol')])),
  },
  gemeenten: lijst(lijst(codes.lijsten, 'lijst')[0].rijen, 'rij').map((rij) => [rij.code, rij.omschrijving]),
  wetten: {},
  bepaalWet: {},
};
for (const [wet, [dienst, zoekvraag, wie]] of Object.entries(WETTEN)) {
  const client = await verbind(aansluiting, dienst, wachtwoord);
  const gelezen = await leesWet(client, zoekvraag, wie, gemeentecode);
  uitkomst.wetten[wet] = gelezen;
  if (gelezen.persoon) {
    const bepaald = (await roep(algemeen, 'BepaalWet', { gemeentecode, bsn: gelezen.persoon.bsn })).uitkomst;
    uitkomst.bepaalWet[wet] = [bepaald.wet.code, bepaald.woonachtig, bepaald.gegevensInzien];
  }
  console.log(`${wet}: ${gelezen.personen.bsns.length} personen, ${gelezen.signalen.rijen.length} signalen`);
}
const vreemd = await verbind(aansluiting, 'algemeen', 'niet-het-wachtwoord');
uitkomst.fouten = {
  verkeerdWachtwoord: await foutVan(() => roep(vreemd, 'Ping')),
  schema: await foutVan(() => roep(algemeen, 'BepaalWet', { gemeentecode, bsn: '12345' })),
};
for (const [naam, fout] of Object.entries(uitkomst.fouten)) {
  console.log(`${naam}: ${fout.code} (${fout.kant}) ${fout.tekst} [${fout.referentie}]`);
}
if (uitkomstbestand) writeFileSync(uitkomstbestand, JSON.stringify(uitkomst, null, 1));
process.exit(0); // de open verbindingen houden het programma anders nog even bezig
