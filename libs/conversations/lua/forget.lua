-- Forgets a conversation wholly. If it is written to again, its epoch is higher and its fences are above those of any old claim.
--   KEYS[6] dead hash   KEYS[7] order zset
--   ARGV  3 conversation
local name = ARGV[3]
local c = load(name)
if not c.known then return answer({ 'ok' }) end
step()
redis.call('HINCRBY', meta, 'forgets', 1)
if c.fence > (tonumber(redis.call('HGET', meta, 'floor')) or 0) then redis.call('HSET', meta, 'floor', ms(c.fence)) end
redis.call('ZREM', due, name)
redis.call('ZREM', leased, name)
for _, id in ipairs(redis.call('SMEMBERS', deadKey(name))) do removeLetter(KEYS[6], KEYS[7], id, name) end
-- The relay empties the outbox all the time, so this looks at little.
for _, entry in ipairs(redis.call('XRANGE', outbox, '-', '+', 'COUNT', 10000)) do
  if entry[2][2] == name then redis.call('XDEL', outbox, entry[1]) end
end
redis.call('DEL', conversationKey(name), mailKey(name), idsKey(name), logKey(name), deadKey(name))
return answer({ 'ok' })
