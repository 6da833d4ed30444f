#include "gateway/audit/seals.hpp"

#include <algorithm>
#include <charconv>

#include "gateway/audit/digest.hpp"

namespace cvsgw::audit {
namespace {

/// A message in the making: fields with their length, behind the kind's own word.
class Message {
 public:
  explicit Message(std::string_view kind) { add(kind); }
  Message& add(std::string_view field) {
    appendNumber(text_, static_cast<std::uint32_t>(field.size()));
    text_.append(field);
    return *this;
  }
  Message& add(std::int64_t number) {
    appendNumber(text_, static_cast<std::uint64_t>(number));
    return *this;
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

std::optional<std::string_view> jsonText(std::string_view line, std::string_view name) {
  const std::string key = "\"" + std::string(name) + "\":\"";
  const auto at = line.find(key);
  if (at == std::string_view::npos) return std::nullopt;
  const auto rest = line.substr(at + key.size());
  const auto end = rest.find('"');
  if (end == std::string_view::npos) return std::nullopt;
  return rest.substr(0, end);
}

bool jsonNumber(std::string_view line, std::string_view name, std::int64_t& out) {
  const std::string key = "\"" + std::string(name) + "\":";
  const auto at = line.find(key);
  if (at == std::string_view::npos) return false;
  const auto rest = line.substr(at + key.size());
  return std::from_chars(rest.data(), rest.data() + rest.size(), out).ec == std::errc{};
}

template <std::size_t N>
bool jsonHex(std::string_view line, std::string_view name, Bytes<N>& out) {
  const auto text = jsonText(line, name);
  return text && fromHex(*text, out);
}

}  // namespace

std::string Checkpoint::message() const {
  Message message(regels ? "cvsgw audit kop 2" : "cvsgw audit kop 1");
  message.add(nummer).add(head.seq).add(view(head.hash)).add(tijd).add(view(vorige));
  if (regels) message.add(view(*regels));
  return message.take();
}

std::string Checkpoint::json() const {
  return "{\"nummer\":" + std::to_string(nummer) + ",\"seq\":" + std::to_string(head.seq) + ",\"hash\":\"" +
         hex(head.hash) + "\",\"tijd\":" + std::to_string(tijd) + ",\"vorige\":\"" + hex(vorige) + "\"" +
         (regels ? ",\"regels\":\"" + hex(*regels) + "\"" : "") + ",\"handtekening\":\"" + hex(handtekening) +
         "\"}";
}

std::optional<Checkpoint> Checkpoint::fromJson(std::string_view whole) {
  // Also as the text inside a log line, where its quotes are escaped.
  std::string line(whole.substr(std::min(whole.size(), whole.find("{\\\"nummer"))));
  if (line.empty()) line = whole;
  std::erase(line, '\\');
  Checkpoint out;
  const bool ok = jsonNumber(line, "nummer", out.nummer) && jsonNumber(line, "seq", out.head.seq) &&
                  jsonHex(line, "hash", out.head.hash) && jsonNumber(line, "tijd", out.tijd) &&
                  jsonHex(line, "vorige", out.vorige) && jsonHex(line, "handtekening", out.handtekening);
  if (!ok) return std::nullopt;
  if (jsonText(line, "regels") && !jsonHex(line, "regels", out.regels.emplace())) return std::nullopt;
  return out;
}

std::string Segment::message() const {
  return Message("cvsgw audit segment 1")
      .add(nummer)
      .add(dag)
      .add(van)
      .add(view(beginHash))
      .add(tot)
      .add(view(eindHash))
      .add(verzegeld)
      .take();
}

std::string removalMessage(std::int64_t segment, std::int64_t tijd) {
  return Message("cvsgw audit verwijdering 1").add(segment).add(tijd).take();
}

std::string keyMessage(std::int64_t jaar, const Digest& vingerafdruk) {
  return Message("cvsgw audit sleutel 1").add(jaar).add(view(vingerafdruk)).take();
}

std::string Hold::message() const {
  return Message("cvsgw audit vasthouden 1")
      .add(nummer)
      .add(van)
      .add(tot)
      .add(reden)
      .add(tijd)
      .add(opgeheven)
      .take();
}

std::optional<Checkpoint> checkpointFrom(const Statement& row) {
  Checkpoint out;
  out.nummer = row.number(0);
  out.head.seq = row.number(1);
  out.tijd = row.number(3);
  if (!row.bytes(2, out.head.hash) || !row.bytes(4, out.vorige) || !row.bytes(5, out.handtekening))
    return std::nullopt;
  if (!row.isNull(6) && !row.bytes(6, out.regels.emplace())) return std::nullopt;
  return out;
}

std::optional<Segment> segmentFrom(const Statement& row) {
  Segment out;
  out.nummer = row.number(0);
  out.dag = row.text(1);
  out.van = row.number(2);
  if (!row.bytes(3, out.beginHash)) return std::nullopt;
  const bool open = row.isNull(4) && row.isNull(5) && row.isNull(6) && row.isNull(7);
  if (open) return out;
  out.tot = row.number(4);
  out.verzegeld = row.number(6);
  if (row.isNull(4) || out.verzegeld == 0 || !row.bytes(5, out.eindHash) || !row.bytes(7, out.handtekening))
    return std::nullopt;
  return out;
}

std::optional<Hold> holdFrom(const Statement& row) {
  Hold out;
  out.nummer = row.number(0);
  out.van = row.text(1);
  out.tot = row.text(2);
  out.reden = row.text(3);
  out.tijd = row.number(4);
  out.opgeheven = row.number(5);
  if (!row.bytes(6, out.handtekening)) return std::nullopt;
  return out;
}

Digest smallRows(Connection& connection) {
  std::string all;
  auto keys = connection.prepare("SELECT jaar, vingerafdruk, handtekening FROM sleutel ORDER BY jaar");
  while (keys.step()) {
    for (int column = 0; column < 3; ++column) keys.appendTo(all, column);
  }
  auto holds = connection.prepare(std::string("SELECT ") + kHoldColumns + " FROM vasthouden ORDER BY nummer");
  while (holds.step()) {
    for (int column = 0; column < 7; ++column) holds.appendTo(all, column);
  }
  return sha256(all);
}

}  // namespace cvsgw::audit
