import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The road of changes under the Wi2021, the same as docs/aansluitgids/wijzigen_zeep.py walks. */
final class Changes {
  private static final String GEMEENTE = "0363";
  private static final String NIEUW = "999994013";
  private static final String IN_AZC = "999994025";
  private static final String MET_SIGNALEN = "999994001";

  private final Object port;
  private final LocalDate today;
  private final Map<String, Object> outcome = new LinkedHashMap<>();

  Changes(Object port, LocalDate today) {
    this.port = port;
    this.today = today;
  }

  Map<String, Object> run() throws Exception {
    trial();
    confirm();
    String read = establish();
    changePlan(read);
    settle();
    outcome.put("historiePip", history("Pip", "pips", "pip"));
    outcome.put("historieAanbod", history("Aanbod", "aanbiedingen", "aanbod"));
    return outcome;
  }

  private interface Stand {
    Object of(Object stand) throws Exception;
  }

  /** Sends a change; `request` holds what comes between gemeentecode and gebruikerkenmerk, in order. */
  private List<Object> send(String step, String operation, String id, Stand stand, Object... request)
      throws Exception {
    Object[] arguments = new Object[request.length + 2];
    arguments[0] = GEMEENTE;
    for (int i = 0; i < request.length; ++i) {
      arguments[i + 1] = request[i] == null ? null : Beans.as(port, operation, i + 1, request[i]);
    }
    List<Object> answer = Berichtkenmerk.wijzig(port, id, () -> Beans.call(port, operation, arguments));
    List<Object> messages = new ArrayList<>();
    for (Object melding : (List<?>) Beans.get(answer.get(1), "melding")) {
      messages.add(columns(melding, "code", "bevestigen", "veld", "regel", "tekst"));
    }
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("resultaat", answer.get(0));
    found.put("meldingen", messages);
    found.put("stand", answer.get(2) == null ? null : stand.of(answer.get(2)));
    outcome.put(step, found);
    return answer;
  }

  private static List<Object> columns(Object bean, String... names) throws Exception {
    List<Object> cells = new ArrayList<>();
    for (String name : names) {
      cells.add(Beans.get(bean, name.split("/")));
    }
    return cells;
  }

  private static Object none(Object stand) {
    return null;
  }

  private static Object plan(Object pip) throws Exception {
    return columns(pip, "versie", "datumDagtekening", "leerroute/code", "niveau/code", "geschatteUrenIntensiteit",
        "urenBelastbaarheidParticipatie", "toestemmingNietVrijstellendeOpleiding");
  }

  private static Map<String, Object> pip(String dagtekening, String niveau, Integer uren) {
    Map<String, Object> elements = new LinkedHashMap<>(
        Map.of("datumDagtekening", dagtekening, "leerroute", "B", "niveau", niveau));
    if (uren != null) {
      elements.put("geschatteUrenIntensiteit", uren);
    }
    return elements;
  }

  private Object person() throws Exception {
    return Beans.call(port, "raadpleegPersoon", GEMEENTE, NIEUW, null).get(0);
  }

  private void trial() throws Exception {
    send("proef", "voegPipToe", Berichtkenmerk.nieuw(), Changes::none, NIEUW, pip(today.toString(), "B1", 600),
        Map.of("alleenValideren", true));
    outcome.put("zonderSpoor", Beans.get(person(), "pip", "actueel") == null);
    send("geweigerd", "voegPipToe", Berichtkenmerk.nieuw(), Changes::none, NIEUW, pip("2021-12-31", "A2", null), null);
  }

  private void confirm() throws Exception {
    Map<String, Object> plan = pip(today.minusDays(31).toString(), "B1", 600);
    String first = Berichtkenmerk.nieuw();
    List<Object> answer = send("vraagt", "voegPipToe", first, Changes::none, IN_AZC, plan, null);
    List<Object> codes = new ArrayList<>();
    for (Object melding : (List<?>) Beans.get(answer.get(1), "melding")) {
      if ((boolean) Beans.get(melding, "bevestigen")) {
        codes.add(Beans.get(melding, "code"));
      }
    }
    Map<String, Object> confirmed = Map.of("bevestigdeMeldingen", Map.of("code", codes));
    try {
      send("oudKenmerk", "voegPipToe", first, Changes::none, IN_AZC, plan, confirmed);
    } catch (inburgering.cvs_isi.wi2021.v1.TechnischeFout fault) {
      outcome.put("oudKenmerk", fault.getFaultInfo().getCode());
    }
    send("bevestigd", "voegPipToe", Berichtkenmerk.nieuw(), Changes::plan, IN_AZC, plan, confirmed);
  }

  private String establish() throws Exception {
    Map<String, Object> plan = pip(today.toString(), "B1", 600);
    String id = Berichtkenmerk.nieuw();
    List<Object> first = send("pip", "voegPipToe", id, Changes::plan, NIEUW, plan, null);
    send("zelfdeKenmerk", "voegPipToe", id, Changes::plan, NIEUW, plan, null);
    send("anderKenmerk", "voegPipToe", Berichtkenmerk.nieuw(), Changes::none, NIEUW, plan, null);
    Map<String, Object> offer = Map.of("instellingsnummer", "0000010018", "datumInschrijving", today.toString(),
        "startdatumOpleiding", today.plusDays(14).toString());
    send("aanbod", "voegAanbodToe", Berichtkenmerk.nieuw(),
        a -> columns(a, "versie", "aanbodId", "instellingsnaam", "startdatumOpleiding", "einddatumOpleiding"),
        NIEUW, offer, null);
    List<?> offers = (List<?>) Beans.get(person(), "inburgeringsaanbod", "aanbiedingen", "aanbod");
    outcome.put("aanbiedingen", offers.size());
    Map<String, Object> hours =
        Map.of("soort", "Participatie", "totaalAantalUren", 18, "datumTotaal", today.toString());
    send("uren", "registreerUrenGemeente", Berichtkenmerk.nieuw(),
        u -> columns(u, "versie", "soort/code", "aantalUren", "datumTotaal"), NIEUW, hours, null);
    return (String) Beans.get(first.get(2), "versie");
  }

  private void changePlan(String read) throws Exception {
    Map<String, Object> expected = Map.of("verwachteVersie", read);
    send("gewijzigd", "wijzigPip", Berichtkenmerk.nieuw(), Changes::plan, NIEUW, pip(today.toString(), "A2", 600),
        expected);
    send("verouderd", "wijzigPip", Berichtkenmerk.nieuw(), Changes::none, NIEUW, pip(today.toString(), "B1", 700),
        expected);
  }

  private void settle() throws Exception {
    Object criteria = Beans.make(port, "zoekSignalen", 1, Map.of("bsn", MET_SIGNALEN, "nietAfgehandeld", true));
    Object found = Beans.call(port, "zoekSignalen", GEMEENTE, criteria, null, null).get(3);
    List<Object> ids = new ArrayList<>();
    for (Object signal : (List<?>) Beans.get(found, "signaal")) {
      ids.add(Beans.get(signal, "signaalId"));
    }
    Stand rows = stand -> {
      List<Object> out = new ArrayList<>();
      for (Object signal : (List<?>) Beans.get(stand, "signaal")) {
        out.add(columns(signal, "signaalId", "code", "status"));
      }
      return out;
    };
    send("signalen", "wijzigSignaalstatus", Berichtkenmerk.nieuw(), rows, Map.of("signaalId", ids), "Afgehandeld", null);
    ids.add("S21.0");
    send("onbekend", "wijzigSignaalstatus", Berichtkenmerk.nieuw(), Changes::none, Map.of("signaalId", ids),
        "InBehandeling", null);
  }

  private List<Object> history(String kind, String wrapper, String row) throws Exception {
    List<Object> answer = Beans.call(port, "raadpleegHistorie", GEMEENTE, NIEUW,
        Beans.as(port, "raadpleegHistorie", 2, kind), null);
    List<Object> versions = new ArrayList<>();
    List<Object> codes = new ArrayList<>();
    for (Object each : (List<?>) Beans.get(answer.get(0), wrapper, row)) {
      versions.add(Beans.get(each, "versie"));
    }
    for (Object melding : (List<?>) Beans.get(answer.get(1), "melding")) {
      codes.add(Beans.get(melding, "code"));
    }
    return Arrays.asList(versions, codes);
  }
}
