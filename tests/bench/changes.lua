-- Sends changes, each new: every message has an id of its own and differs from the one before it for the same object.
-- Arguments: file, start, number of threads. File: path, SOAPAction, then templates, each part ended by a byte 30 (which XML 1.0 cannot contain).
-- @ID@ becomes a message id, @NUMBER@ a number from 1 to 2000 and @STATUS@ a signal's status; both change with every pass
-- through the templates. Threads share the templates out, so that no two change the same object at once.
local all = {}

function setup(thread)
  thread:set("number", #all)
  all[#all + 1] = thread
end

local mine, path, headers, at, pass, count = {}, nil, nil, 0, 0, 0
verwerkt, alZo, anders = 0, 0, 0

function init(args)
  local file = assert(io.open(args[1], "rb"))
  local parts = {}
  for part in file:read("*a"):gmatch("([^\30]*)\30") do parts[#parts + 1] = part end
  file:close()
  start = tonumber(args[2])
  local threads = tonumber(args[3])  -- a thread is set up before the next one is made, so it cannot count them
  path = parts[1]
  headers = {["Content-Type"] = "text/xml; charset=utf-8", ["SOAPAction"] = '"' .. parts[2] .. '"'}
  for i = 3 + number, #parts, threads do mine[#mine + 1] = parts[i] end
end

function request()
  if at == #mine then at, pass = 0, pass + 1 end
  at, count = at + 1, count + 1
  local values = {
    ["@ID@"] = string.format("urn:uuid:%08x-0000-4000-8%03x-%012x", start, number, count),
    ["@NUMBER@"] = tostring((start + pass) % 2000 + 1),
    ["@STATUS@"] = pass % 2 == 0 and "InBehandeling" or "Afgehandeld",
  }
  return wrk.format("POST", path, headers, (mine[at]:gsub("@%u+@", values)))
end

function response(status, _, body)
  if status == 200 and body:find("resultaat>Verwerkt<", 1, true) then
    -- What stood so already was no change, and counts as none.
    if body:find("AS010", 1, true) then alZo = alZo + 1 else verwerkt = verwerkt + 1 end
  else
    if anders == 0 then io.stderr:write(body, "\n") end
    anders = anders + 1
  end
end

function done(summary, latency, requests)
  local e, right, same, wrong = summary.errors, 0, 0, 0
  for _, thread in ipairs(all) do
    right, same, wrong = right + thread:get("verwerkt"), same + thread:get("alZo"), wrong + thread:get("anders")
  end
  io.write(string.format(
    '\nresult {"requests": %d, "same": %d, "microseconds": %d, "p50": %d, "p99": %d, "max": %d, "failed": %d, "broken": %d}\n',
    right, same, summary.duration, latency:percentile(50), latency:percentile(99), latency.max, wrong,
    e.connect + e.read + e.write + e.timeout))
end
