-- Gives the turn back; the claim is over.
--   ARGV  2 conversation, 3 fence, 4 delayMs, 5 '1' when the attempt counts
--   gives ok | fenced
local name = ARGV[2]
local c = load(name)
if c.fence ~= tonumber(ARGV[3]) or c.lease == 0 then return { 'fenced' } end
c.lease = 0
if ARGV[5] ~= '1' then c.attempt = math.max(0, c.attempt - 1) end
save(name, c)
redis.call('ZREM', leased, name)
redis.call('ZADD', due, ms(now + tonumber(ARGV[4])), name)
return { 'ok' }
