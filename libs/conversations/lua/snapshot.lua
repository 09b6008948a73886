-- All a client that connects needs, as of one moment.
--   ARGV  3 conversation
--   gives epoch seq version state|'' opened fence open-turns entries-of-the-running-turn
local name = ARGV[3]
local c = load(name, 'state')
local running = {}
if c.opened > 0 then
  running = redis.call('XRANGE', logKey(name), ms(c.epoch) .. '-' .. ms(c.opened), '+')
end
return answer({ 'ok', ms(c.epoch), ms(c.seq), c.version, c.state or '', c.opened, ms(c.fence), redis.call('LRANGE', mailKey(name), 0, -1), running })
