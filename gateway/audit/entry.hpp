// One record of the trail: what Logboek Dataverwerkingen and BIO2 ask of one processing, listed once. What is
// stored, what is chained, what is exported and what verify reads all follow this list
// (docs/decisions/one-audit-record-per-message-with-its-persons-inside.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "gateway/audit/bytes.hpp"

namespace cvsgw::audit {

/// LDV: the values are those of OpenTelemetry.
enum class Status : std::int64_t {
  unset = 0,  ///< done, and not known whether the answer left: taken from the outbox
  ok = 1,
  error = 2  ///< not processed: the caller got a fault
};

struct Entry {
  Bytes<16> kenmerk{};  ///< of this record; a record of the outbox is known by it
  // Logboek Dataverwerkingen
  Bytes<16> traceId{};
  Bytes<8> spanId{};
  std::optional<Bytes<8>> bovenliggend;  ///< parent_span_id: the caller's, as its traceparent said
  std::string naam;                      ///< `InburgeringWi2021/RaadpleegPersoon`
  std::int64_t status = 0;               ///< Status
  std::int64_t begin = 0;                ///< milliseconds since 1970
  std::int64_t eind = 0;
  std::string activiteit;  ///< URI: one for each operation of each law
  // Who, from where (BIO2)
  std::optional<std::string> oin;          ///< of the caller's key
  std::optional<std::string> sleutel;      ///< public name of the application key
  std::optional<std::string> label;        ///< its label
  std::optional<std::string> certificaat;  ///< SHA-256 of the connection's client certificate, in hex
  std::string herkomst;                    ///< remote address, as the kernel knows it
  // What, on whose behalf, with what result
  std::optional<std::string> gemeente;
  std::string resultaat;                 ///< `Beantwoord`, the `resultaat` of a change, or `Fout`
  std::optional<std::string> fout;       ///< Digikoppeling code of the fault
  std::optional<std::string> messageId;  ///< recordedMessageId() of the caller's
  std::string referentie;                ///< the same as in the log line and in a fault
  std::optional<Digest> vraag;           ///< SHA-256 of the request's body
  std::optional<Digest> antwoord;        ///< SHA-256 of the answer's body
  std::optional<Digest> bestand;         ///< the file version of which a part was given, or that was made
  std::optional<std::string> toelichting;
  std::int64_t uitbak = 0;  ///< 1: the change left this record in the outbox, too
  std::int64_t jaar = 0;    ///< of the keys behind `betrokkenen`
  /// Persons one after another, in the order of their pseudonyms (subject.hpp).
  std::optional<std::string> betrokkenen;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor& visit) {
    visit.field("kenmerk", self.kenmerk);
    visit.field("trace_id", self.traceId);
    visit.field("span_id", self.spanId);
    visit.field("bovenliggend", self.bovenliggend);
    visit.field("naam", self.naam);
    visit.field("status", self.status);
    visit.field("begin_ms", self.begin);
    visit.field("eind_ms", self.eind);
    visit.field("activiteit", self.activiteit);
    visit.field("oin", self.oin);
    visit.field("sleutel", self.sleutel);
    visit.field("label", self.label);
    visit.field("certificaat", self.certificaat);
    visit.field("herkomst", self.herkomst);
    visit.field("gemeente", self.gemeente);
    visit.field("resultaat", self.resultaat);
    visit.field("fout", self.fout);
    visit.field("message_id", self.messageId);
    visit.field("referentie", self.referentie);
    visit.field("vraag", self.vraag);
    visit.field("antwoord", self.antwoord);
    visit.field("bestand", self.bestand);
    visit.field("toelichting", self.toelichting);
    visit.field("uitbak", self.uitbak);
    visit.field("jaar", self.jaar);
    visit.bytes("betrokkenen", self.betrokkenen);
  }
};

/// The record's columns, in order, between commas.
const std::string& columns();

/// The record as the chain sees it: every field with its type and length, so that no two records look alike.
/// Threading: pure.
std::string canonical(const Entry& entry);
/// The reverse; nothing when the bytes are no record.
std::optional<Entry> fromCanonical(std::string_view bytes);

/// One field of a canonical record, for whoever reads it from the columns.
void appendNull(std::string& out);
void appendInteger(std::string& out, std::int64_t value);
void appendText(std::string& out, std::string_view value);
void appendBlob(std::string& out, std::string_view value);

/// What a record puts into the chain.
Digest recordDigest(std::string_view canonical);
/// The chain: each link covers the one before, the number, the record and the pseudonym of the user.
Digest link(const Digest& before, std::int64_t seq, const Digest& record, std::string_view gebruiker);

}  // namespace cvsgw::audit
