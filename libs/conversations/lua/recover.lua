-- Run by every process in every run of the server, before anything else it does in the partition (no prelude before it). What a process
-- saw counted in an earlier run must have been there when the next run began; later counts prove nothing, since others may have counted
-- on from less. When data was lost epochs rise so that clients see a gap, claims are void, and the feed is to be read again from the last
-- turn that was known when a run began in which others may have lost something.
--   KEYS[1] meta, KEYS[2] due, KEYS[3] leased
--   ARGV[1] the server's run id, ARGV[2] the most steps the caller ever saw counted, ARGV[3] the run it saw them in
--   gives the count of steps, and 1 when data was lost
local meta, seen = KEYS[1], tonumber(ARGV[2])
local function get(field) return redis.call('HGET', meta, field) end
local function whole(value) return string.format('%.0f', value) end
local steps = tonumber(get('steps')) or 0
local run = get('run')

-- How runs began: `after:<run>` holds the steps and the feed's place with which the run after it began, for the last of them.
local kept = 16
local runs = {}
for id in string.gmatch(get('runs') or '', '%S+') do runs[#runs + 1] = id end
local function mark(id, count, fed) redis.call('HSET', meta, 'after:' .. id, whole(count) .. ' ' .. whole(fed)) end
local fed = tonumber(get('fed')) or 0
if run ~= ARGV[1] then
  redis.call('HSET', meta, 'run', ARGV[1], 'base', whole(steps), 'base-fed', whole(fed))
  redis.call('HSETNX', meta, 'raises', 0)
  if run then
    runs[#runs + 1] = run
    mark(run, steps, fed)
  end
  while #runs > kept do redis.call('HDEL', meta, 'after:' .. table.remove(runs, 1)) end
  redis.call('HSET', meta, 'runs', table.concat(runs, ' '))
end

-- Where the run after `id` began; nil when nothing is known of it.
local function begin(id)
  local count, place = string.match(get('after:' .. id) or '', '(%d+) (%d+)')
  return tonumber(count), tonumber(place)
end
local base = tonumber(get('base')) or steps
-- A run that the caller saw and the data does not know is lost as a whole.
if seen > 0 and ARGV[3] ~= ARGV[1] then base = begin(ARGV[3]) or -1 end
if steps >= seen and (ARGV[3] == ARGV[1] or base >= seen) then return { steps, 0 } end

-- A number nobody has seen: the data may have gone back to before an earlier loss, so counting on from what is stored could give an
-- epoch that clients know with other events. After a loss the steps go on above its number of millions, so the caller's count tells of
-- every loss it saw; the server's clock (seconds since 2020) speaks for those who saw more than the caller.
local raise = math.max(
  (tonumber(get('raises')) or 0) + 1,
  math.floor(seen / 1000000) + 1,
  redis.call('TIME')[1] - 1577836800
)
-- Above what anybody saw, so that the others who saw more than the server has do not raise again.
steps = math.max(steps, seen, raise * 1000000) + 1000000
-- Earlier runs may have lost something, too, whose witnesses have not come yet: the feed is read from before all of them.
fed = math.min(fed, tonumber(get('base-fed')) or fed)
for _, id in ipairs(runs) do
  local _, place = begin(id)
  fed = math.min(fed, place or fed)
end
redis.call('HSET', meta, 'raises', whole(raise), 'refeed', whole(raise), 'steps', whole(steps), 'fed', whole(fed),
  'base', whole(steps), 'base-fed', whole(fed))
for _, id in ipairs(runs) do mark(id, steps, fed) end
for _, name in ipairs(redis.call('ZRANGE', KEYS[3], 0, -1)) do redis.call('ZADD', KEYS[2], 0, name) end
redis.call('DEL', KEYS[3])
return { steps, 1 }
