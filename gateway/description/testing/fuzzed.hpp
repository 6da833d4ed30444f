// What must hold of the answer to any query of a GET, for the fuzz target and the replay of its corpus. An
// input is the query, and after a line feed an If-None-Match header.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gateway/description/contract.hpp"
#include "gateway/description/documents.hpp"
#include "gateway/description/query.hpp"

namespace cvsgw::description::testing {

struct Asked {
  std::string_view query, ifNoneMatch;
};

inline Asked askedBy(std::string_view input) {
  const std::size_t at = input.find('\n');
  return {input.substr(0, at), at == std::string_view::npos ? std::string_view() : input.substr(at + 1)};
}

/// A name that can lead to no other folder and mean nothing in a page, in a line of the log or in a header.
inline bool harmless(std::string_view name) {
  return !name.empty() && name.find_first_not_of(
                              "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                              "0123456789-") == std::string_view::npos;
}

/// The query with its keys in capitals and its values as they are.
inline std::string withLoudKeys(std::string_view query) {
  std::string loud(query);
  bool key = true;
  for (char& c : loud) {
    key = c == '&' || (key && c != '=');
    if (key && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return loud;
}

/// Empty, or what does not hold of how a query is read.
inline std::string queryFlaw(std::string_view query) {
  const auto canonical = canonicalQuery(query);
  if (canonicalQuery(withLoudKeys(query)) != canonical) return "the case of a key counts";
  if (query.empty()) return canonical == "" ? "" : "the empty query is another";
  const std::string own(query);
  if (canonicalQuery("nocache=1&" + own) != canonical) return "a key of the client's own in front counts";
  if (canonicalQuery(own + "&nocache=1") != canonical) return "a key of the client's own behind counts";
  if (!canonical) return {};
  if (canonicalQuery(*canonical) != canonical) return "what is canonical is read otherwise";
  if (*canonical == "wsdl" || *canonical == "wsdl=split") return {};
  const std::size_t at = canonical->find('=');
  const std::string key = canonical->substr(0, at);
  if (at == std::string::npos || (key != "xsd" && key != "voorbeeld")) return "a document of no kind";
  if (!harmless(std::string_view(*canonical).substr(at + 1))) return "a name that can be none";
  return query.find(canonical->substr(at)) == std::string_view::npos ? "a name that nobody wrote" : "";
}

inline const Contract& contract() {
  static const Contract ours("https://localhost");
  return ours;
}

/// Every document of the list by path and canonical query, as it is served.
using Served = std::map<std::pair<std::string_view, std::string_view>, std::string>;
inline const Served& served() {
  static const Served all = [] {
    Served found;
    for (const Document& document : documents())
      found[{document.path, document.query}] = contract().answer(document.path, document.query, "")->body;
    return found;
  }();
  return all;
}

inline const std::vector<std::string_view>& paths() {
  static const std::vector<std::string_view> all = [] {
    std::set<std::string_view> found;
    for (const Document& document : documents()) found.insert(document.path);
    return std::vector<std::string_view>(found.begin(), found.end());
  }();
  return all;
}

/// Empty, or what does not hold of what is answered under one path: a document of the fixed list, nothing
/// because the client has it, or the one answer that there is none; not a byte of it comes from the query.
inline std::string answerFlaw(std::string_view path, const Asked& asked) {
  const auto answer = contract().answer(path, asked.query, asked.ifNoneMatch);
  if (!answer) return "a path that is not known any more";
  const auto canonical = canonicalQuery(asked.query);
  const auto listed = canonical ? served().find({path, *canonical}) : served().end();
  if (listed == served().end()) {
    static const std::string refused = contract().answer(path, "&", "")->body;
    return answer->status == 404 && answer->body == refused ? "" : "an answer to what is not in the list";
  }
  if (answer->status == 304) {
    if (asked.ifNoneMatch.find_first_of("*\"") == std::string_view::npos) return "the client named nothing";
    return answer->body.empty() ? "" : "content that the client has";
  }
  return answer->status == 200 && !answer->body.empty() && answer->body == listed->second
             ? ""
             : "another answer than the document that is asked for";
}

/// Empty, or what does not hold of the comparison with an If-None-Match header.
inline std::string etagFlaw(std::string_view ifNoneMatch) {
  const std::string etag = "\"0123456789abcdef\"";
  const bool named = ifNoneMatch.find(etag) != std::string_view::npos;
  const bool star = ifNoneMatch.find('*') != std::string_view::npos;
  if (etagMatches(ifNoneMatch, etag) && !named && !star) return "matches and is not named";
  if (!etagMatches(std::string(ifNoneMatch) + ", W/" + etag, etag)) return "named last and not found";
  return etagMatches(etag + "," + std::string(ifNoneMatch), etag) ? "" : "named first and not found";
}

/// Empty, or what does not hold of an input of the fuzz target.
inline std::string askedFlaw(std::string_view input) {
  const Asked asked = askedBy(input);
  if (auto flaw = queryFlaw(asked.query); !flaw.empty()) return flaw;
  if (auto flaw = etagFlaw(asked.ifNoneMatch); !flaw.empty()) return flaw;
  // One of them: to copy every document of an answer is most of the work.
  return answerFlaw(paths()[input.size() % paths().size()], asked);
}

}  // namespace cvsgw::description::testing
