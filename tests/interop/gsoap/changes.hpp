// The road of changes under the Wi2021, the same as docs/aansluitgids/wijzigen_zeep.py walks.
#pragma once

#include <chrono>
#include <cstdio>
#include <functional>

#include "client.hpp"
#include "soapInburgeringWi2021Binding_USCOREv1Proxy.h"

class Changes {
 public:
  using Proxy = InburgeringWi2021Binding_USCOREv1Proxy;

  Changes(const Connection& connection, std::string today)
      : client_(connection, "wi2021"), today_(std::move(today)) {}

  Text run() {
    trial();
    confirm();
    changePlan(establish());
    settle();
    history();
    return outcome_.done();
  }

 private:
  static constexpr const char* kGemeente = "0363";
  static constexpr const char* kNew = "999994013";
  static constexpr const char* kCentre = "999994025";
  static constexpr const char* kWithSignals = "999994001";

  std::string id() { return nieuwKenmerk(client_.context()); }

  static std::string plus(const std::string& date, int days) {
    int y = 0, m = 0, d = 0;
    std::sscanf(date.c_str(), "%d-%d-%d", &y, &m, &d);
    const std::chrono::sys_days day = std::chrono::year{y} / m / d;
    const std::chrono::year_month_day moved{day + std::chrono::days{days}};
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(moved.year()),
                  static_cast<unsigned>(moved.month()), static_cast<unsigned>(moved.day()));
    return text;
  }

  /// Sends a change; `stand` tells what to keep of the new state.
  template <class Request, class Response, class Stand = std::function<Text(const void*)>>
  Response* send(
      const std::string& step, int (Proxy::*operation)(Request*, Response&), const std::string& name,
      Request& request, const std::string& id, Stand stand = [](const void*) { return none(); }) {
    request.gemeentecode = kGemeente;
    auto* const answer = client_.change(operation, name, id, request);
    std::vector<Text> messages;
    for (const auto* m : answer->meldingen->melding)
      messages.push_back(json::row(m->code, m->bevestigen, m->veld, m->regel, m->tekst));
    outcome_.with(step, json::Object()
                            .with("resultaat", answer->resultaat)
                            .with("meldingen", json::list(messages))
                            .with("stand", answer->stand ? stand(answer->stand) : none())
                            .done());
    return answer;
  }

  static Text none() { return {"null"}; }

  static Text plan(const w21__PipType* p) {
    const std::string* const level = p->niveau ? &p->niveau->code : nullptr;
    return json::row(p->versie, p->datumDagtekening, p->leerroute->code, level, p->geschatteUrenIntensiteit,
                     p->urenBelastbaarheidParticipatie, p->toestemmingNietVrijstellendeOpleiding);
  }

  /// A plan for the B-route. What is left out stays a null pointer.
  struct Plan {
    w21__PipInvoerType pip;
    w21__NiveauCodeType level = w21__NiveauCodeType::B1;
    int hours = 600;

    explicit Plan(const std::string& date) {
      pip.datumDagtekening = date;
      pip.leerroute = w21__LeerrouteCodeType::B;
      pip.niveau = &level;
      pip.geschatteUrenIntensiteit = &hours;
    }
  };

  const w21__PersoonType* person() {
    _w21__RaadpleegPersoon request;
    request.gemeentecode = kGemeente;
    request.bsn = kNew;
    return client_.call(&Proxy::RaadpleegPersoon, request)->persoon;
  }

  void trial() {
    Plan plan(today_);
    g__VerwerkingType treatment;
    bool dry = true;
    treatment.alleenValideren = &dry;
    _w21__VoegPipToe request;
    request.bsn = kNew;
    request.pip = &plan.pip;
    request.verwerking = &treatment;
    send("proef", &Proxy::VoegPipToe, "VoegPipToe", request, id());
    outcome_.with("zonderSpoor", person()->pip->actueel == nullptr);
    plan.pip.datumDagtekening = "2021-12-31";
    plan.level = w21__NiveauCodeType::A2;
    plan.pip.geschatteUrenIntensiteit = nullptr;
    request.verwerking = nullptr;
    send("geweigerd", &Proxy::VoegPipToe, "VoegPipToe", request, id());
  }

  void confirm() {
    Plan plan(plus(today_, -31));
    _w21__VoegPipToe request;
    request.bsn = kCentre;
    request.pip = &plan.pip;
    const std::string first = id();
    const auto* const asked = send("vraagt", &Proxy::VoegPipToe, "VoegPipToe", request, first);
    g__BevestigdeMeldingenType codes;
    for (const auto* m : asked->meldingen->melding) {
      if (m->bevestigen) codes.code.push_back(m->code);
    }
    g__VerwerkingType treatment;
    treatment.bevestigdeMeldingen = &codes;
    request.verwerking = &treatment;
    try {
      send("oudKenmerk", &Proxy::VoegPipToe, "VoegPipToe", request, first);
    } catch (const Fault& fault) {
      outcome_.with("oudKenmerk", fault.code);
    }
    send("bevestigd", &Proxy::VoegPipToe, "VoegPipToe", request, id(), Changes::plan);
  }

  std::string establish() {
    Plan plan(today_);
    _w21__VoegPipToe request;
    request.bsn = kNew;
    request.pip = &plan.pip;
    const std::string same = id();
    const auto* const first = send("pip", &Proxy::VoegPipToe, "VoegPipToe", request, same, Changes::plan);
    send("zelfdeKenmerk", &Proxy::VoegPipToe, "VoegPipToe", request, same, Changes::plan);
    send("anderKenmerk", &Proxy::VoegPipToe, "VoegPipToe", request, id());
    offer();
    hours();
    return first->stand->versie;
  }

  void offer() {
    w21__AanbodInvoerType aanbod;
    aanbod.instellingsnummer = "0000010018";
    aanbod.datumInschrijving = today_;
    std::string start = plus(today_, 14);
    aanbod.startdatumOpleiding = &start;
    _w21__VoegAanbodToe request;
    request.bsn = kNew;
    request.aanbod = &aanbod;
    send("aanbod", &Proxy::VoegAanbodToe, "VoegAanbodToe", request, id(), [](const w21__AanbodType* a) {
      return json::row(a->versie, a->aanbodId, a->instellingsnaam, a->startdatumOpleiding,
                       a->einddatumOpleiding);
    });
    outcome_.with("aanbiedingen",
                  static_cast<int>(person()->inburgeringsaanbod->aanbiedingen->aanbod.size()));
  }

  void hours() {
    w21__UrenGemeenteInvoerType uren;
    uren.soort = w21__UrensoortGemeenteCodeType::Participatie;
    uren.totaalAantalUren = 18;
    uren.datumTotaal = today_;
    _w21__RegistreerUrenGemeente request;
    request.bsn = kNew;
    request.uren = &uren;
    send("uren", &Proxy::RegistreerUrenGemeente, "RegistreerUrenGemeente", request, id(),
         [](const w21__UrenGemeenteType* u) {
           return json::row(u->versie, u->soort->code, u->aantalUren, u->datumTotaal);
         });
  }

  void changePlan(std::string read) {
    w21__PipWijzigingType plan;
    plan.datumDagtekening = today_;
    plan.leerroute = w21__LeerrouteCodeType::B;
    auto level = w21__NiveauCodeType::A2;
    int hours = 600;
    plan.niveau = &level;
    plan.geschatteUrenIntensiteit = &hours;
    g__VerwerkingType treatment;
    treatment.verwachteVersie = &read;
    _w21__WijzigPip request;
    request.bsn = kNew;
    request.pip = &plan;
    request.verwerking = &treatment;
    send("gewijzigd", &Proxy::WijzigPip, "WijzigPip", request, id(), Changes::plan);
    level = w21__NiveauCodeType::B1;
    hours = 700;
    send("verouderd", &Proxy::WijzigPip, "WijzigPip", request, id());
  }

  void settle() {
    _w21__ZoekSignalen wanted;
    w21__SignaalCriteriaType criteria;
    std::string bsn = kWithSignals;
    bool open = true;
    criteria.bsn = &bsn;
    criteria.nietAfgehandeld = &open;
    wanted.gemeentecode = kGemeente;
    wanted.criteria = &criteria;
    w21__SignaalIdsType ids;
    for (const auto* row : client_.call(&Proxy::ZoekSignalen, wanted)->signalen->signaal)
      ids.signaalId.push_back(row->signaalId);
    _w21__WijzigSignaalstatus request;
    request.signaalIds = &ids;
    request.status = w21__NieuweSignaalstatusType::Afgehandeld;
    send("signalen", &Proxy::WijzigSignaalstatus, "WijzigSignaalstatus", request, id(),
         [this](const w21__SignalenType* stand) {
           std::vector<Text> rows;
           for (const auto* s : stand->signaal)
             rows.push_back(
                 json::row(s->signaalId, s->code, soap_g__Signaalstatus2s(client_.context(), s->status)));
           return json::list(rows);
         });
    ids.signaalId.push_back("S21.0");
    request.status = w21__NieuweSignaalstatusType::InBehandeling;
    send("onbekend", &Proxy::WijzigSignaalstatus, "WijzigSignaalstatus", request, id());
  }

  void history() {
    _w21__RaadpleegHistorie request;
    request.gemeentecode = kGemeente;
    request.bsn = kNew;
    request.soort = w21__HistorieSoortType::Pip;
    const auto* const plans = client_.call(&Proxy::RaadpleegHistorie, request);
    outcome_.with("historiePip", versions(plans->historie->pips->pip, plans->meldingen->melding));
    request.soort = w21__HistorieSoortType::Aanbod;
    const auto* const offers = client_.call(&Proxy::RaadpleegHistorie, request);
    outcome_.with("historieAanbod",
                  versions(offers->historie->aanbiedingen->aanbod, offers->meldingen->melding));
  }

  template <class Row, class Message>
  static Text versions(const std::vector<Row*>& rows, const std::vector<Message*>& messages) {
    std::vector<Text> found, codes;
    for (const auto* row : rows) found.push_back(json::of(row->versie));
    for (const auto* message : messages) codes.push_back(json::of(message->code));
    return json::row(json::list(found), json::list(codes));
  }

  Client<Proxy> client_;
  std::string today_;
  json::Object outcome_;
};
