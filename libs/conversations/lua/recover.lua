-- Run once per partition by the first who meets a server that started anew or lost data (no prelude before it). When data was lost
-- epochs rise so that clients see a gap, claims are void, and the feed is to be read again from the last turn that is known.
--   KEYS[1] meta, KEYS[2] due, KEYS[3] leased   ARGV[1] the server's run id, ARGV[2] the most steps the caller ever saw counted
--   gives the count of steps, and 1 when data was lost
local meta = KEYS[1]
local known = redis.call('HGET', meta, 'run')
local steps = tonumber(redis.call('HGET', meta, 'steps')) or 0
local lost = steps < tonumber(ARGV[2])
redis.call('HSET', meta, 'run', ARGV[1])
redis.call('HSETNX', meta, 'raises', 0)
if not lost then return { steps, 0 } end

redis.call('HSET', meta, 'refeed', redis.call('HINCRBY', meta, 'raises', 1))
-- Above what anybody saw, so that the others who saw more than the server has do not raise again.
steps = tonumber(ARGV[2]) + 1000000
redis.call('HSET', meta, 'steps', string.format('%.0f', steps))
for _, name in ipairs(redis.call('ZRANGE', KEYS[3], 0, -1)) do redis.call('ZADD', KEYS[2], 0, name) end
redis.call('DEL', KEYS[3])
return { steps, 1 }
