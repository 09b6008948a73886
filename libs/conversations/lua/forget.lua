-- Forgets a conversation wholly. If it is written to again, its epoch is higher and its fences are above those of any old claim.
--   ARGV  2 conversation
local name = ARGV[2]
local c = load(name)
if not c.known then return { 'ok' } end
redis.call('HINCRBY', meta, 'forgets', 1)
if c.fence > (tonumber(redis.call('HGET', meta, 'floor')) or 0) then redis.call('HSET', meta, 'floor', ms(c.fence)) end
redis.call('ZREM', due, name)
redis.call('ZREM', leased, name)
redis.call('DEL', conversationKey(name), mailKey(name), idsKey(name), logKey(name))
return { 'ok' }
