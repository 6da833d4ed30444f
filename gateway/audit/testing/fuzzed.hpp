// What must hold of the trace that is made of any traceparent header, for the fuzz target and the replay of
// its corpus.
#pragma once

#include <string>
#include <string_view>

#include "gateway/audit/digest.hpp"
#include "gateway/audit/traceparent.hpp"

namespace cvsgw::audit::testing {

/// W3C Trace Context § 3.2, position by position and not as the product reads it: version, trace, parent and
/// flags in lower-case hexadecimal; 00 ends there, a later version may go on behind a hyphen, ff is none.
inline bool wellFormed(std::string_view text) {
  constexpr std::string_view kForm = "xx-tttttttttttttttttttttttttttttttt-pppppppppppppppp-xx";
  if (text.size() < kForm.size() || text.starts_with("ff")) return false;
  bool trace = false;
  bool parent = false;
  for (std::size_t at = 0; at < kForm.size(); ++at) {
    const bool digit = (text[at] >= '0' && text[at] <= '9') || (text[at] >= 'a' && text[at] <= 'f');
    if (kForm[at] == '-' ? text[at] != '-' : !digit) return false;
    trace = trace || (kForm[at] == 't' && text[at] != '0');
    parent = parent || (kForm[at] == 'p' && text[at] != '0');
  }
  const std::string_view rest = text.substr(kForm.size());
  return trace && parent && (rest.empty() || (rest.front() == '-' && !text.starts_with("00")));
}

/// Empty, or what does not hold: a well-formed header is followed as it stands, of any other nothing is taken
/// over; and what we add is always our own and differs each time.
inline std::string traceFlaw(std::string_view text) {
  const Trace trace = traceOf(text);
  const Trace again = traceOf(text);
  if (trace.spanId == Bytes<8>{} || trace.spanId == again.spanId) return "a span that is not fresh";
  if (trace.traceId == Bytes<16>{}) return "no trace";
  if (trace.parent.has_value() != wellFormed(text))
    return trace.parent ? "followed, though it is not well-formed" : "well-formed and not followed";
  if (!trace.parent) return trace.traceId == again.traceId ? "a new trace that is not fresh" : "";
  if (hex(trace.traceId) != text.substr(3, 32)) return "another trace";
  if (hex(*trace.parent) != text.substr(36, 16)) return "another parent";
  if (trace.parent == trace.spanId) return "its own parent";
  const Trace next = traceOf("00-" + hex(trace.traceId) + "-" + hex(trace.spanId) + "-01");
  return next.traceId == trace.traceId && next.parent == trace.spanId ? ""
                                                                      : "what follows us loses the trace";
}

}  // namespace cvsgw::audit::testing
