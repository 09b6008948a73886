-- Ends the turn as a dead letter; the state stays.
--   KEYS[6] dead hash: id to JSON   KEYS[7] order zset: id by id
--   ARGV  3 conversation, 4 turn, 5 fence, 6 maxEvents, 7 partition, 8 partitions, 9 reason, 10 ms to keep letters, 11.. bodies
--   gives ok version epoch firstSeq ms outboxId more | already | fenced | not_head
local name, turn, fence = ARGV[3], ARGV[4], tonumber(ARGV[5])
local c = load(name)
if fence == c.ended and fence > 0 then return answer({ 'already' }) end
if c.fence ~= fence or c.lease == 0 then return answer({ 'fenced' }) end
if headTurn(name) ~= turn then return answer({ 'not_head' }) end

-- The id says which partition keeps the letter, and orders the letters of all partitions by time.
local partition, partitions, keepMs = tonumber(ARGV[7]), tonumber(ARGV[8]), tonumber(ARGV[10])
local last = math.max((tonumber(redis.call('HGET', meta, 'letters')) or 0) + 1, now)
redis.call('HSET', meta, 'letters', ms(last))
local id = ms(last * partitions + partition)
for _, old in ipairs(redis.call('ZRANGEBYSCORE', KEYS[7], '-inf', ms((now - keepMs) * partitions), 'LIMIT', 0, 64)) do
  removeLetter(KEYS[6], KEYS[7], old, cjson.decode(redis.call('HGET', KEYS[6], old)).conversation)
end

-- What was said is kept apart, so that it goes in its own time.
local letter = { id = id, conversation = name, turn = turn, reason = ARGV[9], attempts = c.attempt, at = now }
redis.call('SET', letterKey(name, id), redis.call('LINDEX', mailKey(name), 0), 'PX', isAnonymous(name) and anonymousMs or keepMs)
redis.call('HSET', KEYS[6], id, cjson.encode(letter))
redis.call('ZADD', KEYS[7], id, id)
redis.call('SADD', deadKey(name), id)
local first, outboxId = append(name, c, turn, rest(11), ARGV[6])
local more = pop(name, c)
save(name, c)
expireIfAnonymous(name)
return answer({ 'ok', c.version, ms(c.epoch), ms(first), ms(now), outboxId, more })
