// Lezen uit de CVS-ISI-gateway met node-soap (npm install soap).
//
//   node voorbeeld_node.mjs quickstart.json [uitkomst.json]
//
// quickstart.json wijst url, ca, sleutel, wachtwoordBestand en gemeentecode aan. Het tweede bestand krijgt wat er
// gelezen is.
import { readFileSync, writeFileSync } from 'node:fs';
import { leesFout, lijst, roep, verbind } from './verbinden_node.mjs';

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
