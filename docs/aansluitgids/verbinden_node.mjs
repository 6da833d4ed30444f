// Verbinden met de CVS-ISI-gateway door node-soap (npm install soap): kopieer dit bestand in uw eigen toepassing.
import { createRequire } from 'node:module';
import path from 'node:path';

// De map van waaruit u draait heeft node_modules; in uw eigen code is dit gewoon: import soap from 'soap';
const soap = createRequire(path.join(process.cwd(), 'package.json'))('soap');

// [verbinden]
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import https from 'node:https';

const kenmerken = new WeakMap(); // bij welke vraag welk kenmerk hoort
export const nieuwKenmerk = () => `urn:uuid:${randomUUID()}`;

export async function verbind(aansluiting, dienst, wachtwoord) {
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
  client.addSoapHeader((_, __, actie, vraag) =>
    `<wsa:Action xmlns:wsa="http://www.w3.org/2005/08/addressing">${actie}</wsa:Action>` +
    `<wsa:MessageID xmlns:wsa="http://www.w3.org/2005/08/addressing">${kenmerken.get(vraag) ?? nieuwKenmerk()}</wsa:MessageID>`);
  return client;
}

/** Roept een bewerking aan; node-soap geeft vijf waarden terug, de eerste is het antwoord. */
export const roep = async (client, bewerking, vraag = {}) => (await client[`${bewerking}Async`](vraag))[0] ?? {};

/** Een lijst met een rij komt soms als los object en een lege lijst als niets; dit maakt er altijd een lijst van. */
export const lijst = (omhulsel, naam) => [omhulsel?.[naam] ?? []].flat();
// [/verbinden]

// [berichtkenmerk]
const wacht = (seconden) => new Promise((klaar) => setTimeout(klaar, seconden * 1000));

/** Een wijziging. Blijft het antwoord uit, dan gaat hetzelfde bericht met hetzelfde kenmerk nog eens. */
export async function wijzig(client, bewerking, kenmerk, vraag, pogingen = 5) {
  for (let poging = 0; ; ++poging) {
    const bericht = { ...vraag };
    kenmerken.set(bericht, kenmerk);
    try {
      return await roep(client, bewerking, bericht);
    } catch (fout) {
      const fault = fout.root?.Envelope?.Body?.Fault;
      // Zonder fault en met een code (ECONNRESET, ETIMEDOUT …) kwam er geen antwoord.
      const opnieuw = fault ? leesFout(fout).code === '0051' : fout.code;
      if (!opnieuw || poging + 1 === pogingen) throw fout;
    }
    await wacht(2 ** poging);
  }
}
// [/berichtkenmerk]

// [fouten]
export function leesFout(fout) {
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
