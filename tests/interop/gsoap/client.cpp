// The interop scenario through gSOAP: client and types come from wsdl2h and soapcpp2 over the served WSDLs.
//   client URL CA KEY PASSWORD GEMEENTECODE OUTCOME CHANGES
#include <fstream>
#include <utility>

#include "InburgeringAlgemeenBinding_USCOREv1.nsmap"
#include "changes.hpp"
#include "client.hpp"
#include "soapInburgeringAlgemeenBinding_USCOREv1Proxy.h"
#include "soapInburgeringWi2007Binding_USCOREv1Proxy.h"
#include "soapInburgeringWi2013Binding_USCOREv1Proxy.h"
#include "soapInburgeringWi2021Binding_USCOREv1Proxy.h"

namespace {

struct Rows {
  int total = 0;
  std::vector<Text> rows;
};

/// Reads one law. `Law` names the generated types of its service; see the three below.
template <class Law>
class Reader {
 public:
  using Proxy = typename Law::Proxy;

  explicit Reader(const Connection& connection)
      : client_(connection, Law::kService), code_(connection.gemeentecode) {}

  std::pair<std::string, Text> read() {
    std::string chosen;
    const Rows persons = findPersons(chosen);
    typename Law::RaadpleegPersoon who;
    who.gemeentecode = code_;
    typename Law::PersoonCriteria criteria;
    Law::name(who, criteria, chosen);
    const auto* const person = client_.call(&Proxy::RaadpleegPersoon, who)->persoon;
    const auto& personalia = Law::personalia(*person);
    const Text outcome =
        json::Object()
            .with("personen",
                  json::Object().with("totaal", persons.total).with("bsns", json::list(persons.rows)).done())
            .with("persoon", json::Object()
                                 .with("bsn", personalia.bsn)
                                 .with("achternaam", personalia.achternaam)
                                 .with("geboortedatum", personalia.geboortedatum)
                                 .with("signalen", person->signalen->totaal)
                                 .done())
            .with("telling", count())
            .with("signalen", findSignals())
            .with("feedSignalen", signalFeed())
            .with("feedPersonen", personFeed())
            .done();
    return {chosen, outcome};
  }

 private:
  Rows findPersons(std::string& chosen) {
    Rows found;
    for (int page = 1, last = 1, size = 50; page <= last; ++page) {
      typename Law::ZoekPersonen request;
      typename Law::PersonenCriteria criteria;
      typename Law::PersonenPaginering paging;
      Law::all(criteria, enumeration_);
      paging.pagina = &page;
      paging.paginagrootte = &size;
      request.gemeentecode = code_;
      request.criteria = &criteria;
      request.paginering = &paging;
      const auto* const answer = client_.call(&Proxy::ZoekPersonen, request);
      for (const auto* row : answer->personen->persoon) {
        found.rows.push_back(json::of(row->bsn));
        if (chosen.empty() && !Law::deceased(*row)) chosen = row->bsn;
      }
      found.total = answer->totaal;
      last = answer->aantalPaginas;
    }
    return found;
  }

  Text findSignals() {
    Rows found;
    for (int page = 1, last = 1, size = 50; page <= last; ++page) {
      typename Law::ZoekSignalen request;
      typename Law::SignalenCriteria criteria;
      typename Law::SignalenPaginering paging;
      criteria.datumVanaf = &since_;
      paging.pagina = &page;
      paging.paginagrootte = &size;
      request.gemeentecode = code_;
      request.criteria = &criteria;
      request.paginering = &paging;
      const auto* const answer = client_.call(&Proxy::ZoekSignalen, request);
      for (const auto* row : answer->signalen->signaal) {
        const char* const status = soap_g__Signaalstatus2s(client_.context(), row->status);
        found.rows.push_back(json::row(row->signaalId, row->code, status, row->datum));
      }
      found.total = answer->totaal;
      last = answer->aantalPaginas;
    }
    return json::Object().with("totaal", found.total).with("rijen", json::list(found.rows)).done();
  }

  Text count() {
    typename Law::TelSignalen request;
    typename Law::SignalenCriteria criteria;
    criteria.datumVanaf = &since_;
    request.gemeentecode = code_;
    request.criteria = &criteria;
    const auto* const t = client_.call(&Proxy::TelSignalen, request)->telling;
    return json::row(t->totaal, t->nieuw, t->inBehandeling, t->afgehandeld);
  }

  Text signalFeed() {
    std::vector<Text> rows;
    typename Law::HaalSignalen request;
    request.gemeentecode = code_;
    request.maximum = 100;
    for (bool more = true; more;) {
      const auto* const answer = client_.call(&Proxy::HaalSignalen, request);
      for (const auto* entry : answer->signalen->signaal)
        rows.push_back(json::row(entry->signaalId, std::int64_t{entry->volgnummer}, entry->vervallen));
      request.naVolgnummer = answer->laatsteVolgnummer;
      more = answer->meerBeschikbaar;
    }
    return json::list(rows);
  }

  Text personFeed() {
    std::vector<Text> rows;
    typename Law::HaalPersonen request;
    request.gemeentecode = code_;
    request.maximum = 100;
    for (bool more = true; more;) {
      const auto* const answer = client_.call(&Proxy::HaalPersonen, request);
      for (const auto* p : answer->personen->persoon)
        rows.push_back(json::row(p->persoonId, std::int64_t{p->volgnummer}, p->vervallen, p->bsn,
                                 p->achternaam, p->geboortedatum));
      request.naVolgnummer = answer->laatsteVolgnummer;
      more = answer->meerBeschikbaar;
    }
    return json::list(rows);
  }

  Client<Proxy> client_;
  std::string code_;
  std::string since_ = "2000-01-01";
  typename Law::Enumeration enumeration_{};
};

// wsdl2h gives each service its own prefix; most is named alike.
#define LAW_TYPES(prefix, binding)                            \
  using Proxy = Inburgering##binding##Binding_USCOREv1Proxy;  \
  using RaadpleegPersoon = _##prefix##__RaadpleegPersoon;     \
  using ZoekPersonen = _##prefix##__ZoekPersonen;             \
  using ZoekSignalen = _##prefix##__ZoekSignalen;             \
  using TelSignalen = _##prefix##__TelSignalen;               \
  using HaalSignalen = _##prefix##__HaalSignalen;             \
  using HaalPersonen = _##prefix##__HaalPersonen;             \
  using PersonenPaginering = prefix##__PersoonPagineringType; \
  using SignalenCriteria = prefix##__SignaalCriteriaType;     \
  using SignalenPaginering = prefix##__SignaalPagineringType; \
  using Row = prefix##__PersoonRijType;                       \
  using Person = prefix##__PersoonType

struct Wi2007 {
  LAW_TYPES(w07, Wi2007);
  static constexpr const char* kService = "wi2007";
  using PersoonCriteria = w07__RaadpleegCriteriaType;
  using PersonenCriteria = w07__PersoonCriteriaType;
  using Enumeration = w07__Geslacht;
  static void all(PersonenCriteria& criteria, Enumeration& value) {
    value = w07__Geslacht::Vrouw;
    criteria.geslacht = &value;
  }
  static void name(RaadpleegPersoon& request, PersoonCriteria& criteria, std::string& bsn) {
    criteria.bsn = &bsn;
    request.criteria = &criteria;
  }
  static bool deceased(const Row& row) { return row.datumOverlijden != nullptr; }
  static const Person& personalia(const Person& person) { return person; }
};

struct Wi2013 {
  LAW_TYPES(w13, Wi2013);
  static constexpr const char* kService = "wi2013";
  using PersoonCriteria = int;
  using PersonenCriteria = w13__PersoonCriteriaType;
  using Enumeration = w13__VerblijfZoekType;
  static void all(PersonenCriteria& criteria, Enumeration& value) {
    value = w13__VerblijfZoekType::Woonachtig;
    criteria.verblijf = &value;
  }
  static void name(RaadpleegPersoon& request, PersoonCriteria&, const std::string& bsn) { request.bsn = bsn; }
  static bool deceased(const Row&) { return false; }
  static const Person& personalia(const Person& person) { return person; }
};

struct Wi2021 {
  LAW_TYPES(w21, Wi2021);
  static constexpr const char* kService = "wi2021";
  using PersoonCriteria = int;
  using PersonenCriteria = w21__ZoekPersonenCriteriaType;
  using Enumeration = int;
  static void all(PersonenCriteria&, Enumeration&) {}
  static void name(RaadpleegPersoon& request, PersoonCriteria&, const std::string& bsn) { request.bsn = bsn; }
  static bool deceased(const Row&) { return false; }
  static const w21__PersonaliaType& personalia(const Person& person) { return *person.personalia; }
};

using Algemeen = InburgeringAlgemeenBinding_USCOREv1Proxy;

Text authorisation(Client<Algemeen>& client) {
  _alg__RaadpleegAutorisatie request;
  const auto* const key = client.call(&Algemeen::RaadpleegAutorisatie, request)->sleutel;
  json::Object roles;
  for (const auto* row : key->autorisaties->autorisatie) {
    std::vector<Text> names;
    for (const std::string& role : row->rollen->rol) names.push_back(json::of(role));
    roles.with(row->gemeente->code, json::list(names));
  }
  return json::Object()
      .with("oudWachtwoordGebruikt", key->oudWachtwoordGebruikt)
      .with("geldigTotEnMet", key->geldigTotEnMet)
      .with("rollen", roles.done())
      .done();
}

Text municipalities(Client<Algemeen>& client) {
  _alg__LijstCodes request;
  alg__CodelijstenCriteriaType criteria;
  std::string name = "gemeente";
  criteria.lijst = &name;
  request.criteria = &criteria;
  std::vector<Text> rows;
  const auto* const lists = client.call(&Algemeen::LijstCodes, request)->lijsten;
  for (const auto* row : lists->lijst.at(0)->rijen->rij)
    rows.push_back(json::row(row->code, row->omschrijving));
  return json::list(rows);
}

Text lawOf(Client<Algemeen>& client, const std::string& gemeentecode, const std::string& bsn) {
  _alg__BepaalWet request;
  request.gemeentecode = gemeentecode;
  request.bsn = bsn;
  const auto* const found = client.call(&Algemeen::BepaalWet, request)->uitkomst;
  return json::row(found->wet->code, found->woonachtig, found->gegevensInzien);
}

Text faults(Client<Algemeen>& client, Connection connection) {
  _alg__BepaalWet tooShort;
  tooShort.gemeentecode = connection.gemeentecode;
  tooShort.bsn = "12345";
  const Text schema = client.fault(&Algemeen::BepaalWet, tooShort);
  connection.password = "niet-het-wachtwoord";
  Client<Algemeen> stranger(connection, "algemeen");
  _alg__Ping ping;
  return json::Object()
      .with("verkeerdWachtwoord", stranger.fault(&Algemeen::Ping, ping))
      .with("schema", schema)
      .done();
}

Text run(const Connection& connection) {
  Client<Algemeen> client(connection, "algemeen");
  _alg__Ping ping;
  json::Object outcome;
  outcome.with("vandaag", client.call(&Algemeen::Ping, ping)->vandaag);
  outcome.with("autorisatie", authorisation(client)).with("gemeenten", municipalities(client));
  json::Object laws;
  json::Object found;
  const auto read = [&]<class Law>(const std::string& law, Law) {
    const auto [bsn, text] = Reader<Law>(connection).read();
    laws.with(law, text);
    found.with(law, lawOf(client, connection.gemeentecode, bsn));
  };
  read("Wi2007", Wi2007{});
  read("Wi2013", Wi2013{});
  read("Wi2021", Wi2021{});
  outcome.with("wetten", laws.done()).with("bepaalWet", found.done());
  return outcome.with("fouten", faults(client, connection)).done();
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 8) throw std::runtime_error("usage: client URL CA KEY PASSWORD GEMEENTECODE OUTCOME CHANGES");
  soap_ssl_init();
  const Connection connection{argv[1], argv[2], argv[3], argv[4], argv[5]};
  std::ofstream(argv[6]) << run(connection).json;
  Client<Algemeen> client(connection, "algemeen");
  _alg__Ping ping;
  std::ofstream(argv[7]) << Changes(connection, client.call(&Algemeen::Ping, ping)->vandaag).run().json;
  return 0;
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
