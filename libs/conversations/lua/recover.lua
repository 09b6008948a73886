-- Run once per partition by the first who meets a server that started anew (no prelude before it). The server may have less data
-- than it had: epochs rise so that clients see a gap, claims are void, and the feed is read again from the last turn that is known.
--   KEYS[1] meta, KEYS[2] due, KEYS[3] leased   ARGV[1] the server's run id
--   gives the last fed sequence, and 1 when it was a restart
local known = redis.call('HGET', KEYS[1], 'run')
if known == ARGV[1] then return { redis.call('HGET', KEYS[1], 'fed') or '0', 0 } end
redis.call('HSET', KEYS[1], 'run', ARGV[1])
if not known then
  redis.call('HSET', KEYS[1], 'raises', 0)
  return { '0', 0 }
end
redis.call('HINCRBY', KEYS[1], 'raises', 1)
for _, name in ipairs(redis.call('ZRANGE', KEYS[3], 0, -1)) do redis.call('ZADD', KEYS[2], 0, name) end
redis.call('DEL', KEYS[3])
return { redis.call('HGET', KEYS[1], 'fed') or '0', 1 }
