-- Run by every process in every run of the server, before anything else it does in the partition (no prelude before it). What a process
-- saw counted in an earlier run must have been there when this run began; later counts prove nothing, since others may have counted on
-- from less. When data was lost epochs rise so that clients see a gap, claims are void, and the feed is to be read again from the last
-- turn that is known.
--   KEYS[1] meta, KEYS[2] due, KEYS[3] leased
--   ARGV[1] the server's run id, ARGV[2] the most steps the caller ever saw counted, ARGV[3] the run it saw them in
--   gives the count of steps, and 1 when data was lost
local meta, seen = KEYS[1], tonumber(ARGV[2])
local steps = tonumber(redis.call('HGET', meta, 'steps')) or 0
if redis.call('HGET', meta, 'run') ~= ARGV[1] then
  redis.call('HSET', meta, 'run', ARGV[1], 'base', string.format('%.0f', steps))
  redis.call('HSETNX', meta, 'raises', 0)
end
local base = tonumber(redis.call('HGET', meta, 'base')) or steps
if steps >= seen and (ARGV[3] == ARGV[1] or base >= seen) then return { steps, 0 } end

-- A number nobody has seen: the data may have gone back to before an earlier loss, so counting on from what is stored could give an
-- epoch that clients know with other events. After a loss the steps go on above its number of millions, so the caller's count tells of
-- every loss it saw; the server's clock (seconds since 2020) speaks for those who saw more than the caller.
local raise = math.max(
  (tonumber(redis.call('HGET', meta, 'raises')) or 0) + 1,
  math.floor(seen / 1000000) + 1,
  redis.call('TIME')[1] - 1577836800
)
-- Above what anybody saw, so that the others who saw more than the server has do not raise again.
steps = math.max(steps, seen, raise * 1000000) + 1000000
local counted = string.format('%.0f', steps)
redis.call('HSET', meta, 'raises', string.format('%.0f', raise), 'refeed', string.format('%.0f', raise), 'steps', counted, 'base', counted)
for _, name in ipairs(redis.call('ZRANGE', KEYS[3], 0, -1)) do redis.call('ZADD', KEYS[2], 0, name) end
redis.call('DEL', KEYS[3])
return { steps, 1 }
