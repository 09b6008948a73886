-- Extends a lease.
--   ARGV  3 conversation, 4 fence, 5 leaseMs
--   gives ok | lost
local name = ARGV[3]
local c = load(name)
if c.fence ~= tonumber(ARGV[4]) or c.lease == 0 then return answer({ 'lost' }) end
local lease = ms(now + tonumber(ARGV[5]))
redis.call('HSET', conversationKey(name), 'lease', lease)
redis.call('ZADD', due, lease, name)
redis.call('ZADD', leased, lease, name)
return answer({ 'ok' })
