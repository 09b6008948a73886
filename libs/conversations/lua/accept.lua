-- Takes a turn into its conversation's mailbox, once.
--   ARGV  2 conversation, 3 turn, 4 entry, 5 onBusy, 6 maxQueued, 7 ms to remember ids, 8 feed sequence or ''
--   gives accepted position | duplicate open|ended | rejected busy|queue_full
local name, turn, entry, onBusy, maxQueued = ARGV[2], ARGV[3], ARGV[4], ARGV[5], tonumber(ARGV[6])
if ARGV[8] ~= '' and tonumber(ARGV[8]) > (tonumber(redis.call('HGET', meta, 'fed')) or 0) then
  redis.call('HSET', meta, 'fed', ARGV[8])
end

if redis.call('ZSCORE', idsKey(name), turn) then
  for _, open in ipairs(redis.call('LRANGE', mailKey(name), 0, -1)) do
    if cjson.decode(open)[1] == turn then return { 'duplicate', 'open' } end
  end
  return { 'duplicate', 'ended' }
end

local c = load(name)
local waiting = redis.call('LLEN', mailKey(name))
if waiting > 0 and onBusy == 'reject' then return { 'rejected', 'busy' } end
if waiting > maxQueued then return { 'rejected', 'queue_full' } end

if not c.known or c.renewed then save(name, c) end
redis.call('ZADD', idsKey(name), ms(now), turn)
redis.call('ZREMRANGEBYSCORE', idsKey(name), '-inf', ms(now - tonumber(ARGV[7])))
redis.call('RPUSH', mailKey(name), entry)
if waiting == 0 then redis.call('ZADD', due, ms(now), name) end
expireIfAnonymous(name)
return { 'accepted', waiting }
