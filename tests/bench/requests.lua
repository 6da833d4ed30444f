-- Sends the prepared messages of a file one after another, over and over, and prints what wrk measured as JSON.
-- File: path, SOAPAction, then the messages, each part ended by a byte 30 (which XML 1.0 cannot contain).
local threads = 0

function setup(thread)
  thread:set("offset", threads * 7919)  -- threads ask for different persons at a time
  threads = threads + 1
end

local prepared, at = {}, 0

function init(args)
  local file = assert(io.open(args[1], "rb"))
  local parts = {}
  for part in file:read("*a"):gmatch("([^\30]*)\30") do parts[#parts + 1] = part end
  file:close()
  local headers = {["Content-Type"] = "text/xml; charset=utf-8", ["SOAPAction"] = '"' .. parts[2] .. '"'}
  for i = 3, #parts do prepared[#prepared + 1] = wrk.format("POST", parts[1], headers, parts[i]) end
  at = offset % #prepared
end

function request()
  at = at % #prepared + 1
  return prepared[at]
end

function done(summary, latency, requests)
  local e = summary.errors
  io.write(string.format(
    '\nresult {"requests": %d, "microseconds": %d, "bytes": %d, "p50": %d, "p99": %d, "max": %d, "failed": %d, "broken": %d}\n',
    summary.requests, summary.duration, summary.bytes, latency:percentile(50), latency:percentile(99), latency.max,
    e.status, e.connect + e.read + e.write + e.timeout))
end
