-- What operators may know of a conversation: ids and counts.
--   ARGV  3 conversation
--   gives ok epoch seq version state-version state-bytes attempt fence holder|'' lease-ms due-in-ms open-turns log-events dead
local name = ARGV[3]
local c = load(name, 'by')
local turns = {}
for _, entry in ipairs(redis.call('LRANGE', mailKey(name), 0, -1)) do turns[#turns + 1] = turnOf(entry) end
local dueAt = tonumber(redis.call('ZSCORE', due, name)) or now
return answer({ 'ok', ms(c.epoch), ms(c.seq), c.version, c.sv, redis.call('HSTRLEN', conversationKey(name), 'state'), c.attempt, ms(c.fence), c.by or '',
  ms(math.max(0, c.lease - now)), ms(math.floor(dueAt - now)), turns, c.renewed and 0 or redis.call('XLEN', logKey(name)),
  redis.call('SCARD', deadKey(name)) })
