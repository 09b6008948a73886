-- Takes a turn into its conversation's mailbox, once.
--   ARGV  3 conversation, 4 turn, 5 entry, 6 onBusy, 7 maxQueued, 8 ms to remember ids, 9 feed sequence or ''
--   gives accepted position | duplicate open|ended | rejected busy|queue_full | lost
local name, turn, entry, onBusy, maxQueued = ARGV[3], ARGV[4], ARGV[5], ARGV[6], tonumber(ARGV[7])
-- What was lost comes first: the feed begins again before anything newer is taken.
if ARGV[9] ~= '' and redis.call('HEXISTS', meta, 'refeed') == 1 then return answer({ 'lost' }) end
if ARGV[9] ~= '' and tonumber(ARGV[9]) > (tonumber(redis.call('HGET', meta, 'fed')) or 0) then
  redis.call('HSET', meta, 'fed', ARGV[9])
end

if redis.call('ZSCORE', idsKey(name), turn) then
  for _, open in ipairs(redis.call('LRANGE', mailKey(name), 0, -1)) do
    if cjson.decode(open)[1] == turn then return answer({ 'duplicate', 'open' }) end
  end
  return answer({ 'duplicate', 'ended' })
end

local c = load(name)
local waiting = redis.call('LLEN', mailKey(name))
if waiting > 0 and onBusy == 'reject' then return answer({ 'rejected', 'busy' }) end
if waiting > maxQueued then return answer({ 'rejected', 'queue_full' }) end

if not c.known or c.renewed then save(name, c) else step() end
redis.call('ZADD', idsKey(name), ms(now), turn)
redis.call('ZREMRANGEBYSCORE', idsKey(name), '-inf', ms(now - tonumber(ARGV[8])))
redis.call('RPUSH', mailKey(name), entry)
-- The newest turn says where the feed stands, also after somebody deleted the stream and it counts from 1 again.
if ARGV[9] ~= '' then redis.call('HSET', meta, 'fed', ARGV[9]) end
if waiting == 0 then redis.call('ZADD', due, dueNow(), name) end
expireIfAnonymous(name)
return answer({ 'accepted', waiting })
