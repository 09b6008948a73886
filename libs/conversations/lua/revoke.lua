-- Takes the head away from whoever holds it, or out of its pause: it is due now.
--   ARGV  3 conversation
--   gives revoked turn | due turn | idle
local name = ARGV[3]
local turn = headTurn(name)
if not turn then return answer({ 'idle' }) end
local c = load(name)
local status = c.lease > now and 'revoked' or 'due'
c.lease = 0
save(name, c)
redis.call('ZREM', leased, name)
redis.call('ZADD', due, dueNow(), name)
return answer({ status, turn })
