// What becomes of an element that is left out, empty or out of order: omitted_node.mjs CONNECTION OUTCOME
import { readFileSync, writeFileSync } from 'node:fs';
import { leesFout, roep, verbind } from '../../../docs/aansluitgids/verbinden_node.mjs';

const connection = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const password = readFileSync(connection.wachtwoordBestand, 'utf8').trim();
const client = await verbind(connection, 'wi2021', password);
const { vandaag: datumDagtekening } = await roep(await verbind(connection, 'algemeen', password), 'Ping');
const leerroute = 'B';
const geschatteUrenIntensiteit = 600;
const cases = {
  leftOut: { datumDagtekening, leerroute, geschatteUrenIntensiteit },
  undefined: { datumDagtekening, leerroute, niveau: undefined, geschatteUrenIntensiteit },
  null: { datumDagtekening, leerroute, niveau: null, geschatteUrenIntensiteit },
  empty: { datumDagtekening, leerroute, niveau: '', geschatteUrenIntensiteit },
  order: { leerroute, geschatteUrenIntensiteit, datumDagtekening },
  date: { datumDagtekening: new Date(`${datumDagtekening}T00:00:00Z`), leerroute, geschatteUrenIntensiteit },
};
const outcome = {};
for (const [name, pip] of Object.entries(cases)) {
  const request = { gemeentecode: '0363', bsn: '999994001', pip, verwerking: { alleenValideren: true } };
  try {
    outcome[name] = (await roep(client, 'WijzigPip', request)).resultaat;
  } catch (fault) {
    outcome[name] = leesFout(fault).code;
  }
}
writeFileSync(process.argv[3], JSON.stringify(outcome));
process.exit(0);
