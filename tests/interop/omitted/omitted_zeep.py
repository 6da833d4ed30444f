"""What becomes of an element that is left out, empty, misspelt or out of order: omitted_zeep.py CONNECTION OUTCOME"""
import json
import sys
from pathlib import Path

from verbinden_zeep import lees_fout, verbind
from zeep.exceptions import Fault

connection = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
password = Path(connection["wachtwoordBestand"]).read_text(encoding="utf-8").strip()
client = verbind(connection, "wi2021", password)
today = verbind(connection, "algemeen", password).service.Ping().vandaag
CASES = {
    "leftOut": {"datumDagtekening": today, "leerroute": "B", "geschatteUrenIntensiteit": 600},
    "null": {"datumDagtekening": today, "leerroute": "B", "niveau": None, "geschatteUrenIntensiteit": 600},
    "empty": {"datumDagtekening": today, "leerroute": "B", "niveau": "", "geschatteUrenIntensiteit": 600},
    "order": {"leerroute": "B", "geschatteUrenIntensiteit": 600, "datumDagtekening": today},
    "misspelt": {"datumDagtekening": today, "leerroute": "B", "geschatteUren": 600},
}
outcome = {}
for name, pip in CASES.items():
    try:
        outcome[name] = client.service.WijzigPip(
            gemeentecode="0363", bsn="999994001", pip=pip, verwerking={"alleenValideren": True}).resultaat
    except Fault as fault:
        outcome[name] = lees_fout(client, fault)["code"]
    except TypeError:
        outcome[name] = "TypeError"
Path(sys.argv[2]).write_text(json.dumps(outcome), encoding="utf-8")
