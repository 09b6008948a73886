-- Takes a turn into its conversation's mailbox, once.
--   ARGV  3 conversation, 4 turn, 5 entry, 6 onBusy, 7 maxQueued, 8 ms to remember ids, 9 feed sequence or '', 10 the history it was
--         fetched for, 11 the stream of the sequence
--   gives accepted position | duplicate open|ended | rejected busy|queue_full | fetched before
local name, turn, entry, onBusy, maxQueued = ARGV[3], ARGV[4], ARGV[5], ARGV[6], tonumber(ARGV[7])

-- The feed hands over one turn at a time from where `fed` stood, so all before this one are taken, or refused as this one may be. That
-- holds within a history only: in the next one it begins again at what is left of `fed`.
if ARGV[9] ~= '' then
  if ARGV[10] ~= history() then return answer({ 'fetched before' }) end
  local known = redis.call('HGET', meta, 'fed-stream') == ARGV[11] and tonumber(redis.call('HGET', meta, 'fed')) or 0
  redis.call('HSET', meta, 'fed-stream', ARGV[11], 'fed', ms(math.max(known, tonumber(ARGV[9]))))
end

if redis.call('ZSCORE', idsKey(name), turn) then
  for _, open in ipairs(redis.call('LRANGE', mailKey(name), 0, -1)) do
    if turnOf(open) == turn then return answer({ 'duplicate', 'open' }) end
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
if waiting == 0 then redis.call('ZADD', due, dueNow(), name) end
expireIfAnonymous(name)
return answer({ 'accepted', waiting })
