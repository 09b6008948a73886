-- Gives the turn back; the claim is over.
--   ARGV  3 conversation, 4 fence, 5 delayMs, 6 '1' when the attempt counts
--   gives ok | fenced
local name = ARGV[3]
local c = load(name)
if c.fence ~= tonumber(ARGV[4]) or c.lease == 0 then return answer({ 'fenced' }) end
c.lease = 0
if ARGV[6] ~= '1' then c.attempt = math.max(0, c.attempt - 1) end
save(name, c)
redis.call('ZREM', leased, name)
redis.call('ZADD', due, ms(now + tonumber(ARGV[5])), name)
return answer({ 'ok' })
