-- Run by every process in every run of the server, before anything else it does in the partition (no prelude before it). With the run a
-- history begins, for which the feed is read on from what is left of `fed`: nobody needs to know whether something was lost.
-- Whether clients may have seen what was lost decides about epochs. What a process saw counted in an earlier run must have been there
-- when the next run began; later counts prove nothing, since others may have counted on from less. When data was lost epochs rise so that
-- clients see a gap, and claims are void.
--   KEYS[1] meta, KEYS[2] due, KEYS[3] leased
--   ARGV[1] the server's run id, ARGV[2] the most steps the caller ever saw counted, ARGV[3] the run it saw them in
--   gives the count of steps, and 1 when data was lost
local meta, seen = KEYS[1], tonumber(ARGV[2])
local function get(field) return redis.call('HGET', meta, field) end
local function whole(value) return string.format('%.0f', value) end
local time = redis.call('TIME')
-- Seconds since 2020.
local now = time[1] - 1577836800
local steps = tonumber(get('steps')) or 0
local run = get('run')

-- How runs began: `after:<run>` holds the steps with which the run after it began, for the last of them.
local kept = 16
local runs = {}
for id in string.gmatch(get('runs') or '', '%S+') do runs[#runs + 1] = id end
if run ~= ARGV[1] then
  redis.call('HSET', meta, 'run', ARGV[1], 'base', whole(steps))
  redis.call('HSETNX', meta, 'raises', 0)
  if run then
    runs[#runs + 1] = run
    redis.call('HSET', meta, 'after:' .. run, whole(steps))
    -- The run is the history, too.
    redis.call('HDEL', meta, 'history')
  else
    -- All is gone, perhaps in the middle of a run.
    redis.call('HSET', meta, 'history', ARGV[1] .. '+' .. time[1] .. '.' .. time[2])
  end
  while #runs > kept do redis.call('HDEL', meta, 'after:' .. table.remove(runs, 1)) end
  redis.call('HSET', meta, 'runs', table.concat(runs, ' '))
end

local base = tonumber(get('base')) or steps
-- A run that the caller saw and the data does not know is lost as a whole.
if seen > 0 and ARGV[3] ~= ARGV[1] then base = tonumber(get('after:' .. ARGV[3])) or -1 end
if steps >= seen and (ARGV[3] == ARGV[1] or base >= seen) then return { steps, 0 } end

-- A number nobody has seen: the data may have gone back to before an earlier loss, so counting on from what is stored could give an
-- epoch that clients know with other events. After a loss the steps go on above its number of millions, so the caller's count tells of
-- every loss it saw; the server's clock speaks for those who saw more than the caller.
local raise = math.max((tonumber(get('raises')) or 0) + 1, math.floor(seen / 1000000) + 1, now)
-- Above what anybody saw, so that the others who saw more than the server has do not raise again.
steps = math.max(steps, seen, raise * 1000000) + 1000000
redis.call('HSET', meta, 'raises', whole(raise), 'steps', whole(steps), 'base', whole(steps), 'history', ARGV[1] .. '+' .. whole(raise))
-- One raise is enough for all who saw the lost run: whoever comes with it finds it accounted for.
if ARGV[3] ~= ARGV[1] and not redis.call('HGET', meta, 'after:' .. ARGV[3]) then
  runs[#runs + 1] = ARGV[3]
  redis.call('HSET', meta, 'runs', table.concat(runs, ' '))
end
for _, id in ipairs(runs) do redis.call('HSET', meta, 'after:' .. id, whole(steps)) end
for _, name in ipairs(redis.call('ZRANGE', KEYS[3], 0, -1)) do redis.call('ZADD', KEYS[2], 0, name) end
redis.call('DEL', KEYS[3])
return { steps, 1 }
