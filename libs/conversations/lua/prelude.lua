-- Stands before every script. All keys of one partition share the hash tag {N}, so that a partition lives in one slot of a cluster.
--
--   KEYS[1]  meta    hash   run, history, steps, raises, forgets, floor, fed, fed-stream, letters (and how runs began: `recover.lua`)
--   KEYS[2]  clock   string ms added to the server's clock (tests move it)
--   KEYS[3]  due     zset   conversations with open turns by the ms they may be claimed; a leased one by its lease's end
--   KEYS[4]  leased  zset   conversations somebody holds, by lease end
--   KEYS[5]  outbox  stream batches for the relay: c e f t s b
--   ARGV[1]  run id of the server the caller is connected to
--   ARGV[2]  the most steps the caller ever saw this partition count
--   Every answer begins with the count of steps, or is just `run`: call `recover` first, then again.
--
-- Keys of one conversation, from the partition's prefix:
--   c:<conversation>  hash   birth raises seq fence ended attempt part opened version sv state lease pe pf ps po by newest
--   m:<conversation>  list   open turns, the head first: JSON array of strings [turn, message, opening body, ...]
--   d:<conversation>  set    ids of its dead letters
--   e:<id>:<conversation>  string the mailbox entry of a dead letter
--   i:<conversation>  zset   accepted turn ids by the ms of acceptance
--   l:<conversation>  stream the event log, id epoch-seq: b body, t turn, s ms
local meta, clock, due, leased, outbox = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local prefix = string.sub(meta, 1, -5)

-- A server that restarted may have lost data, and one that counts fewer steps than somebody saw has lost some.
local steps = tonumber(redis.call('HGET', meta, 'steps')) or 0
if redis.call('HGET', meta, 'run') ~= ARGV[1] or steps < tonumber(ARGV[2]) then return { 'run' } end
local function answer(reply)
  table.insert(reply, 1, steps)
  return reply
end
local function step() steps = redis.call('HINCRBY', meta, 'steps', 1) end

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000) + (tonumber(redis.call('GET', clock)) or 0)
local raises = tonumber(redis.call('HGET', meta, 'raises')) or 0

-- In which unbroken stretch of the partition's life this happens.
local function history() return redis.call('HGET', meta, 'history') or ARGV[1] end

local function conversationKey(name) return prefix .. 'c:' .. name end
local function mailKey(name) return prefix .. 'm:' .. name end
local function idsKey(name) return prefix .. 'i:' .. name end
local function deadKey(name) return prefix .. 'd:' .. name end
local function logKey(name) return prefix .. 'l:' .. name end
local function letterKey(name, id) return prefix .. 'e:' .. id .. ':' .. name end

local function ms(value) return string.format('%.0f', value) end

local numeric = { 'birth', 'raises', 'seq', 'fence', 'ended', 'attempt', 'part', 'opened', 'version', 'sv', 'lease' }

-- The conversation's numbers as a table; of the rest only the fields that are asked for. One that never was has seq and version 0. After a
-- raise the log starts anew, the head opens again, and every older claim is void: fences jump, because lost claims may have had higher ones.
local function load(name, ...)
  local flat = redis.call('HMGET', conversationKey(name), unpack(numeric))
  local c = { stored = {} }
  for i, field in ipairs(numeric) do
    c.stored[field] = flat[i]
    c[field] = tonumber(flat[i] or nil)
  end
  local more = { ... }
  if #more > 0 then
    for i, value in ipairs(redis.call('HMGET', conversationKey(name), ...)) do c[more[i]] = value end
  end
  c.known = c.birth ~= nil
  if not c.known then
    c.birth = 1 + (tonumber(redis.call('HGET', meta, 'forgets')) or 0)
    c.raises = raises
    c.fence = math.max(tonumber(redis.call('HGET', meta, 'floor')) or 0, raises * 1048576)
    c.seq, c.ended, c.attempt, c.part, c.opened, c.version, c.sv, c.lease = 0, 0, 0, 0, 0, 0, 0, 0
    -- The log of a visitor may outlive what counted it.
    c.renewed = true
  elseif c.raises ~= raises then
    c.seq, c.opened, c.part, c.ended, c.lease = 0, 0, 0, 0, 0
    c.fence = c.fence + (raises - c.raises) * 1048576
    c.raises = raises
    c.renewed = true
  end
  c.epoch = c.birth + c.raises
  return c
end

-- Now, as a place in the queue: within one ms, who came first is first.
local function dueNow() return string.format('%.3f', now + (steps % 1000) / 1000) end

-- Writes what changed, and `more`.
local function save(name, c, more)
  step()
  local flat = { 'HSET', conversationKey(name) }
  local function put(field, value)
    flat[#flat + 1] = field
    flat[#flat + 1] = value
  end
  for _, field in ipairs(numeric) do
    local value = ms(c[field])
    if c.stored[field] ~= value then put(field, value) end
  end
  if c.appended then put('newest', c.appended) end
  for field, value in pairs(more or {}) do put(field, value) end
  if c.renewed then redis.call('DEL', logKey(name)) end
  if #flat > 2 then redis.call(unpack(flat)) end
end

-- Appends event bodies to log and outbox; gives the first seq and the outbox id.
local function append(name, c, turn, bodies, maxEvents)
  local first = c.seq + 1
  if #bodies == 0 then return first, '' end
  if c.renewed then
    redis.call('DEL', logKey(name))
    c.renewed = nil
  end
  for _, body in ipairs(bodies) do
    c.seq = c.seq + 1
    redis.call('XADD', logKey(name), 'MAXLEN', '=', maxEvents, ms(c.epoch) .. '-' .. ms(c.seq), 'b', body, 't', turn, 's', ms(now))
  end
  local id = redis.call('XADD', outbox, '*', 'c', name, 'e', ms(c.epoch), 'f', ms(first), 't', turn, 's', ms(now),
    'b', '[' .. table.concat(bodies, ',') .. ']')
  c.appended = id
  return first, id
end

-- The turn of a mailbox entry, without reading the whole of it where that can be.
local function turnOf(entry) return string.match(entry, '^%["([^"\\]*)"') or cjson.decode(entry)[1] end

local function headTurn(name)
  local entry = redis.call('LINDEX', mailKey(name), 0)
  return entry and turnOf(entry)
end

-- The head is gone: the next one is due now, or nobody waits.
local function pop(name, c)
  redis.call('LPOP', mailKey(name))
  redis.call('ZREM', leased, name)
  c.attempt, c.part, c.opened, c.lease, c.ended = 0, 0, 0, 0, c.fence
  local more = redis.call('LLEN', mailKey(name))
  if more > 0 then redis.call('ZADD', due, dueNow(), name) else redis.call('ZREM', due, name) end
  return more
end

local function removeLetter(dead, order, id, name)
  redis.call('HDEL', dead, id)
  redis.call('ZREM', order, id)
  redis.call('SREM', deadKey(name), id)
  redis.call('DEL', letterKey(name, id))
end

local anonymousMs = 86400000
local function isAnonymous(name) return string.sub(name, 1, 5) == 'anon:' end

-- Visitors without a name leave nothing behind for long. Said again whenever a step may have made one of the keys.
local function expireIfAnonymous(name)
  if not isAnonymous(name) then return end
  for _, key in ipairs({ conversationKey(name), mailKey(name), idsKey(name), logKey(name), deadKey(name) }) do
    redis.call('PEXPIRE', key, anonymousMs)
  end
end

local function rest(from)
  local items = {}
  for i = from, #ARGV do items[#items + 1] = ARGV[i] end
  return items
end
