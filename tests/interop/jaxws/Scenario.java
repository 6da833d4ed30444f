import inburgering.cvs_isi.algemeen.v1.InburgeringAlgemeenV1;
import inburgering.cvs_isi.wi2007.v1.InburgeringWi2007V1;
import inburgering.cvs_isi.wi2013.v1.InburgeringWi2013V1;
import inburgering.cvs_isi.wi2021.v1.InburgeringWi2021V1;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.xml.ws.Binding;
import javax.xml.ws.BindingProvider;
import javax.xml.ws.handler.Handler;
import javax.xml.ws.soap.AddressingFeature;

/**
 * The interop scenario through JAX-WS, with WS-Addressing on. Arguments: key, file with its password, municipality,
 * file for the outcome, file for that of the changes. The classes were generated from the served WSDLs, which also carry the addresses.
 */
public final class Scenario {
  private final String sleutel;
  private final String gemeentecode;

  private Scenario(String sleutel, String gemeentecode) {
    this.sleutel = sleutel;
    this.gemeentecode = gemeentecode;
  }

  public static void main(String[] arguments) throws Exception {
    String wachtwoord = Files.readString(Path.of(arguments[1])).strip();
    Scenario scenario = new Scenario(arguments[0], arguments[2]);
    Files.writeString(Path.of(arguments[3]), Json.write(scenario.run(wachtwoord)));
    Files.writeString(Path.of(arguments[4]), Json.write(scenario.change(wachtwoord)));
  }

  @SuppressWarnings("rawtypes")
  private <Port> Port connect(Port port, String wachtwoord) {
    Binding binding = ((BindingProvider) port).getBinding();
    List<Handler> handlers = binding.getHandlerChain();
    handlers.add(new Berichtkenmerk());
    handlers.add(new Sleutelkop(sleutel, wachtwoord));
    binding.setHandlerChain(handlers);
    return port;
  }

  private Map<String, Object> run(String wachtwoord) throws Exception {
    AddressingFeature wsa = new AddressingFeature(true);
    Object algemeen = connect(new InburgeringAlgemeenV1().getInburgeringAlgemeenPortV1(wsa), wachtwoord);
    Map<String, Object> laws = new LinkedHashMap<>();
    laws.put("Wi2007", law(connect(new InburgeringWi2007V1().getInburgeringWi2007PortV1(wsa), wachtwoord),
        Map.of("geslacht", "Vrouw")));
    laws.put("Wi2013", law(connect(new InburgeringWi2013V1().getInburgeringWi2013PortV1(wsa), wachtwoord),
        Map.of("verblijf", "Woonachtig")));
    laws.put("Wi2021", law(connect(new InburgeringWi2021V1().getInburgeringWi2021PortV1(wsa), wachtwoord), Map.of()));

    Map<String, Object> outcome = new LinkedHashMap<>(general(algemeen));
    outcome.put("wetten", laws);
    Map<String, Object> bepaald = new LinkedHashMap<>();
    for (Map.Entry<String, Object> law : laws.entrySet()) {
      Object bsn = ((Map<?, ?>) ((Map<?, ?>) law.getValue()).get("persoon")).get("bsn");
      Object uitkomst = Beans.call(algemeen, "bepaalWet", gemeentecode, bsn, null).get(0);
      bepaald.put(law.getKey(), Arrays.asList(Beans.get(uitkomst, "wet", "code"), Beans.get(uitkomst, "woonachtig"),
          Beans.get(uitkomst, "gegevensInzien")));
    }
    outcome.put("bepaalWet", bepaald);
    Object vreemd = connect(new InburgeringAlgemeenV1().getInburgeringAlgemeenPortV1(wsa), "niet-het-wachtwoord");
    outcome.put("fouten", Map.of(
        "verkeerdWachtwoord", fault(() -> Beans.call(vreemd, "ping", (Object) null)),
        "schema", fault(() -> Beans.call(algemeen, "bepaalWet", gemeentecode, "12345", null))));
    return outcome;
  }

  private Map<String, Object> change(String wachtwoord) throws Exception {
    AddressingFeature wsa = new AddressingFeature(true);
    Object algemeen = connect(new InburgeringAlgemeenV1().getInburgeringAlgemeenPortV1(wsa), wachtwoord);
    Object today = Beans.get(new Found(Beans.call(algemeen, "ping", (Object) null).get(1)), "value");
    Object wi2021 = connect(new InburgeringWi2021V1().getInburgeringWi2021PortV1(wsa), wachtwoord);
    return new Changes(wi2021, LocalDate.parse(today.toString())).run();
  }

  private Map<String, Object> general(Object port) throws Exception {
    Map<String, Object> outcome = new LinkedHashMap<>();
    outcome.put("vandaag", Beans.get(new Found(Beans.call(port, "ping", (Object) null).get(1)), "value"));
    Object key = Beans.call(port, "raadpleegAutorisatie", (Object) null).get(0);
    Map<String, Object> roles = new LinkedHashMap<>();
    for (Object row : (List<?>) Beans.get(key, "autorisaties", "autorisatie")) {
      roles.put(Beans.get(row, "gemeente", "code").toString(), Beans.get(row, "rollen", "rol"));
    }
    outcome.put("autorisatie", Map.of("oudWachtwoordGebruikt", Beans.get(key, "oudWachtwoordGebruikt"),
        "geldigTotEnMet", Beans.get(key, "geldigTotEnMet"), "rollen", roles));
    Object wanted = Beans.make(port, "lijstCodes", 0, Map.of("lijst", "gemeente"));
    Object lists = Beans.call(port, "lijstCodes", wanted, null).get(0);
    List<?> found = (List<?>) Beans.get(lists, "lijst");
    outcome.put("gemeenten", table((List<?>) Beans.get(found.get(0), "rijen", "rij"), "code", "omschrijving"));
    return outcome;
  }

  /** A value with a getter, so that Beans.get writes it as it writes an element. */
  public record Found(Object value) {
    public Object getValue() {
      return value;
    }
  }

  private Map<String, Object> law(Object port, Map<String, Object> criteria) throws Exception {
    Map<String, Object> signalCriteria = Map.of("datumVanaf", "2000-01-01");
    Rows personen = pages(port, "zoekPersonen", criteria, "persoon");
    Rows signalen = pages(port, "zoekSignalen", signalCriteria, "signaal");
    String bsn = null;
    for (Object row : personen.rows) {
      boolean deceased = Beans.has(row, "datumOverlijden") && Beans.get(row, "datumOverlijden") != null;
      bsn = bsn == null && !deceased ? (String) Beans.get(row, "bsn") : bsn;
    }
    // Wi2007 names the person in criteria, the other laws by the number itself.
    Object who = criteria.containsKey("geslacht") ? Beans.make(port, "raadpleegPersoon", 1, Map.of("bsn", bsn)) : bsn;
    Object persoon = Beans.call(port, "raadpleegPersoon", gemeentecode, who, null).get(0);
    Object personalia = Beans.has(persoon, "personalia") ? Beans.get(persoon, "personalia") : persoon;
    Object telling = Beans.call(port, "telSignalen", gemeentecode,
        Beans.make(port, "telSignalen", 1, signalCriteria), null).get(0);

    Map<String, Object> outcome = new LinkedHashMap<>();
    List<Object> bsns = new ArrayList<>();
    for (Object row : personen.rows) {
      bsns.add(Beans.get(row, "bsn"));
    }
    outcome.put("personen", Map.of("totaal", personen.total, "bsns", bsns));
    Map<String, Object> person = new LinkedHashMap<>();
    for (String element : List.of("bsn", "achternaam", "geboortedatum")) {
      person.put(element, Beans.get(personalia, element));
    }
    person.put("signalen", Beans.get(persoon, "signalen", "totaal"));
    outcome.put("persoon", person);
    outcome.put("telling", table(List.of(telling), "totaal", "nieuw", "inBehandeling", "afgehandeld").get(0));
    outcome.put("signalen", Map.of("totaal", signalen.total,
        "rijen", table(signalen.rows, "signaalId", "code", "status", "datum")));
    outcome.put("feedSignalen",
        table(feed(port, "haalSignalen", "signaal"), "signaalId", "volgnummer", "vervallen"));
    outcome.put("feedPersonen", table(feed(port, "haalPersonen", "persoon"), "persoonId", "volgnummer", "vervallen",
        "bsn", "achternaam", "geboortedatum"));
    return outcome;
  }

  private record Rows(int total, List<Object> rows) {}

  private Rows pages(Object port, String operation, Map<String, Object> criteria, String element) throws Exception {
    List<Object> rows = new ArrayList<>();
    for (int page = 1;; ++page) {
      List<Object> answer = Beans.call(port, operation, gemeentecode, Beans.make(port, operation, 1, criteria),
          Beans.make(port, operation, 2, Map.of("pagina", page, "paginagrootte", 50)), null);
      rows.addAll((List<?>) Beans.get(answer.get(3), element));
      if (page >= (int) answer.get(2)) {
        return new Rows((int) answer.get(0), rows);
      }
    }
  }

  private List<Object> feed(Object port, String operation, String element) throws Exception {
    List<Object> entries = new ArrayList<>();
    long after = 0;
    for (;;) {
      List<Object> answer = Beans.call(port, operation, gemeentecode, after, 100, null);
      entries.addAll((List<?>) Beans.get(answer.get(2), element));
      after = (long) answer.get(0);
      if (!(boolean) answer.get(1)) {
        return entries;
      }
    }
  }

  private static List<Object> table(List<?> rows, String... columns) throws Exception {
    List<Object> out = new ArrayList<>();
    for (Object row : rows) {
      List<Object> cells = new ArrayList<>();
      for (String column : columns) {
        cells.add(Beans.get(row, column));
      }
      out.add(cells);
    }
    return out;
  }

  private static Map<String, Object> fault(Callable<?> call) throws Exception {
    try {
      call.call();
    } catch (inburgering.cvs_isi.algemeen.v1.TechnischeFout declared) {
      Object detail = declared.getFaultInfo();
      List<Object> paths = new ArrayList<>();
      if (Beans.get(detail, "schendingen", "schending") instanceof List<?> violations) {
        for (Object violation : violations) {
          paths.add(Beans.get(violation, "pad"));
        }
      }
      Map<String, Object> out = new LinkedHashMap<>();
      for (String element : List.of("code", "kant", "tekst", "referentie")) {
        out.put(element, Beans.get(detail, element));
      }
      out.put("schendingen", paths);
      return out;
    }
    throw new IllegalStateException("a fault was expected");
  }
}
