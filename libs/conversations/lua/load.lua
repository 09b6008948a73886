-- How much waits in this partition.
--   KEYS[6] order zset of dead letters
--   gives ready running outbox dead oldest-ready-ms
local oldest = redis.call('ZRANGE', due, 0, 0, 'WITHSCORES')
local waits = oldest[2] and math.max(0, now - oldest[2]) or 0
return answer({ 'ok', redis.call('ZCOUNT', due, '-inf', '(' .. ms(now + 1)), redis.call('ZCOUNT', leased, '(' .. ms(now), '+inf'),
  redis.call('XLEN', outbox), redis.call('ZCARD', KEYS[6]), ms(waits) })
