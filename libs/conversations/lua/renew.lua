-- Extends a lease.
--   ARGV  2 conversation, 3 fence, 4 leaseMs
--   gives ok | lost
local name = ARGV[2]
local c = load(name)
if c.fence ~= tonumber(ARGV[3]) or c.lease == 0 then return { 'lost' } end
local lease = ms(now + tonumber(ARGV[4]))
redis.call('HSET', conversationKey(name), 'lease', lease)
redis.call('ZADD', due, lease, name)
redis.call('ZADD', leased, lease, name)
return { 'ok' }
