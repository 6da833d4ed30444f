#include "gateway/audit/inquiry.hpp"

#include <algorithm>
#include <set>

#include "gateway/audit/digest.hpp"
#include "gateway/audit/finder.hpp"
#include "gateway/domain/date.hpp"

namespace cvsgw::audit {
namespace {

/// An object in the making.
class Json {
 public:
  Json& add(std::string_view name, std::string_view raw) {
    text_.append(text_.empty() ? "{" : ",").append(jsonText(name)).append(":").append(raw);
    return *this;
  }
  Json& text(std::string_view name, std::string_view value) { return add(name, jsonText(value)); }
  Json& text(std::string_view name, const std::optional<std::string>& value) {
    return value ? text(name, std::string_view(*value)) : *this;
  }
  template <std::size_t N>
  Json& bytes(std::string_view name, const std::optional<Bytes<N>>& value) {
    return value ? text(name, std::string_view(hex(*value))) : *this;
  }
  std::string take() { return (text_.empty() ? "{" : std::move(text_)) + "}"; }

 private:
  std::string text_;
};

std::string moment(std::int64_t milliseconds) {
  return momentText(Moment(std::chrono::milliseconds(milliseconds)));
}

std::string_view statusName(std::int64_t status) {
  return status == static_cast<std::int64_t>(Status::ok)      ? "Ok"
         : status == static_cast<std::int64_t>(Status::error) ? "Error"
                                                              : "Unset";
}

std::vector<std::string> pseudonyms(const Entry& entry) {
  std::vector<std::string> out;
  const auto all = entry.betrokkenen ? std::string_view(*entry.betrokkenen) : std::string_view();
  for (std::size_t at = 0; at + kPersonBytes <= all.size(); at += kPersonBytes)
    out.push_back(std::to_string(entry.jaar) + ":" + hex(all.substr(at, sizeof(Pseudonym))));
  return out;
}

Json attributes(const Entry& entry) {
  Json out;
  out.text("dpl.core.processing_activity_id", std::string_view(entry.activiteit));
  out.text("dpl.core.foreign_operation.processor", entry.oin ? entry.oin : entry.sleutel);
  out.text("cvsgw.sleutel", entry.sleutel)
      .text("cvsgw.label", entry.label)
      .text("cvsgw.certificaat", entry.certificaat);
  out.text("cvsgw.herkomst", std::string_view(entry.herkomst)).text("cvsgw.gemeente", entry.gemeente);
  out.text("cvsgw.resultaat", std::string_view(entry.resultaat)).text("cvsgw.fout", entry.fout);
  out.text("cvsgw.message_id", entry.messageId).text("cvsgw.referentie", std::string_view(entry.referentie));
  out.bytes("cvsgw.vraag_sha256", entry.vraag).bytes("cvsgw.antwoord_sha256", entry.antwoord);
  out.bytes("cvsgw.bestand_sha256", entry.bestand).text("cvsgw.toelichting", entry.toelichting);
  return out;
}

std::string line(const Record& record, std::string_view spanId, std::string_view parent, Json attributes) {
  const auto& entry = record.entry;
  Json out;
  out.text("trace_id", std::string_view(hex(entry.traceId))).text("span_id", spanId);
  if (!parent.empty()) out.text("parent_span_id", parent);
  out.text("name", std::string_view(entry.naam)).text("status", statusName(entry.status));
  out.add("start_time", std::to_string(entry.begin)).add("end_time", std::to_string(entry.eind));
  out.add("resource", R"({"service.name":"cvs-isi-gateway"})");
  attributes.add("cvsgw.seq", std::to_string(record.seq));
  out.add("attributes", attributes.take());
  return out.take() + "\n";
}

class Records {
 public:
  explicit Records(Connection& connection)
      : one_(connection.prepare("SELECT " + columns() + " FROM verwerking WHERE seq = ?1")) {}
  Record at(std::int64_t seq) {
    one_.number(1, seq);
    if (!one_.step())
      throw AuditError("record " + std::to_string(seq) + " is not there: run cvsgw audit verify");
    std::string bytes;
    const auto fields = std::count(columns().begin(), columns().end(), ',') + 1;
    for (int column = 0; column < static_cast<int>(fields); ++column) one_.appendTo(bytes, column);
    one_.reset();
    auto entry = fromCanonical(bytes);
    if (!entry) throw AuditError("record " + std::to_string(seq) + " cannot be read: run cvsgw audit verify");
    return {seq, *std::move(entry)};
  }

 private:
  Statement one_;
};

}  // namespace

Searchable searchable(Connection& connection, const std::filesystem::path& folder) {
  Searchable out;
  auto years = connection.prepare("SELECT jaar, vingerafdruk FROM sleutel ORDER BY jaar");
  auto left = connection.prepare("SELECT 1 FROM verwerking WHERE jaar = ?1 LIMIT 1");
  while (years.step()) {
    const int year = static_cast<int>(years.number(0));
    try {
      auto keys = YearKeys::read(folder, year);
      if (view(keys.fingerprint()) == years.blob(1)) {
        out.keys.push_back(std::move(keys));
        continue;
      }
    } catch (const AuditError&) {
      // Whatever is the matter with the file, that year cannot be searched.
    }
    // Keys may be destroyed when their last record has gone.
    if (left.number(1, year).step()) out.missing.push_back(year);
    left.reset();
  }
  return out;
}

void recordsAbout(Connection& connection, const std::vector<YearKeys>& keys, const Bsn& bsn,
                  const std::function<void(const Record&)>& take) {
  Records records(connection);
  std::set<std::int64_t> found;
  std::set<Digest> files;
  for (const auto& year : keys) {
    for (const auto seq : recordsOf(connection, year.pseudonym(bsn))) {
      found.insert(seq);
      if (const auto record = records.at(seq); record.entry.bestand) files.insert(*record.entry.bestand);
    }
  }
  // The parts of those files name no person themselves.
  auto parts = connection.prepare("SELECT seq FROM verwerking WHERE bestand = ?1");
  for (const auto& file : files) {
    parts.blob(1, view(file));
    while (parts.step()) found.insert(parts.number(0));
  }
  for (const auto seq : found) take(records.at(seq));
}

void recordsOfUser(Connection& connection, const std::vector<YearKeys>& keys,
                   std::string_view applicatiesleutel, std::string_view gebruikerkenmerk,
                   const std::function<void(const Record&)>& take) {
  Records records(connection);
  std::set<std::int64_t> found;
  auto users = connection.prepare("SELECT seq FROM gebruiker WHERE kenmerk = ?1");
  for (const auto& year : keys) {
    const auto pseudonym = year.user(applicatiesleutel, gebruikerkenmerk);
    users.blob(1, view(pseudonym));
    while (users.step()) found.insert(users.number(0));
    users.reset();
  }
  for (const auto seq : found) take(records.at(seq));
}

void allRecords(Connection& connection, std::int64_t van, const std::function<void(const Record&)>& take) {
  Records records(connection);
  auto numbers = connection.prepare("SELECT seq FROM verwerking WHERE seq >= ?1 ORDER BY seq");
  numbers.number(1, van);
  while (numbers.step()) take(records.at(numbers.number(0)));
}

std::string disclosureJson(const Record& record) {
  const auto& entry = record.entry;
  Json out;
  out.add("seq", std::to_string(record.seq)).text("moment", std::string_view(moment(entry.eind)));
  out.text("bewerking", std::string_view(entry.naam)).text("gemeente", entry.gemeente).text("oin", entry.oin);
  out.text("sleutel", entry.sleutel)
      .text("label", entry.label)
      .text("herkomst", std::string_view(entry.herkomst));
  out.text("status", statusName(entry.status)).text("resultaat", std::string_view(entry.resultaat));
  out.text("fout", entry.fout)
      .text("messageId", entry.messageId)
      .text("referentie", std::string_view(entry.referentie));
  out.bytes("bestand", entry.bestand).text("toelichting", entry.toelichting);
  return out.take() + "\n";
}

std::string ldvJson(const Record& record, bool eachPerson) {
  const auto& entry = record.entry;
  const auto persons = pseudonyms(entry);
  const std::string span = hex(entry.spanId);
  const std::string parent = entry.bovenliggend ? hex(*entry.bovenliggend) : std::string();
  constexpr std::string_view kType = "BSN-pseudoniem";
  auto own = attributes(entry);
  if (persons.size() == 1) {
    own.text("dpl.core.data_subject_id", std::string_view(persons.front()))
        .text("dpl.core.data_subject_id_type", kType);
  } else if (!persons.empty() && !eachPerson) {
    std::string list;
    for (const auto& person : persons) list.append(list.empty() ? "[" : ",").append(jsonText(person));
    own.add("dpl.core.data_subject_id", list + "]").text("dpl.core.data_subject_id_type", kType);
  }
  std::string out = line(record, span, parent, std::move(own));
  if (persons.size() < 2 || !eachPerson) return out;
  for (const auto& person : persons) {
    // Always the same for the same person of the same record, so that exporting twice tells nothing twice.
    const auto child = hex(view(sha256({view(entry.spanId), person})).substr(0, 8));
    Json attributes;
    attributes.text("dpl.core.processing_activity_id", std::string_view(entry.activiteit));
    attributes.text("dpl.core.data_subject_id", std::string_view(person))
        .text("dpl.core.data_subject_id_type", kType);
    attributes.text("dpl.core.foreign_operation.processor", entry.oin ? entry.oin : entry.sleutel);
    out += line(record, child, span, std::move(attributes));
  }
  return out;
}

std::string jsonText(std::string_view text) {
  std::string out = "\"";
  for (const char raw : text) {
    const auto c = static_cast<unsigned char>(raw);
    if (c == '"' || c == '\\')
      out.append(1, '\\').append(1, raw);
    else if (c < 0x20 || c == 0x7f)
      out.append("\\u00").append(hex(std::string_view(&raw, 1)));
    else
      out.append(1, raw);
  }
  return out + "\"";
}

}  // namespace cvsgw::audit
