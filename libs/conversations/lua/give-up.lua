-- Ends the turn as a dead letter; the state stays.
--   KEYS[6] dead hash: id to JSON   KEYS[7] order zset: id by id
--   ARGV  3 conversation, 4 turn, 5 fence, 6 maxEvents, 7 partition, 8 partitions, 9 reason, 10.. bodies
--   gives ok version epoch firstSeq ms outboxId more | already | fenced | not_head
local name, turn, fence = ARGV[3], ARGV[4], tonumber(ARGV[5])
local c = load(name)
if fence == c.ended and fence > 0 then return answer({ 'already' }) end
if c.fence ~= fence or c.lease == 0 then return answer({ 'fenced' }) end
if headTurn(name) ~= turn then return answer({ 'not_head' }) end

-- The id says which partition keeps the letter.
local id = redis.call('HINCRBY', meta, 'letters', 1) * tonumber(ARGV[8]) + tonumber(ARGV[7])
local letter = { id = id, conversation = name, turn = turn, reason = ARGV[9], attempts = c.attempt, at = now, entry = redis.call('LINDEX', mailKey(name), 0) }
redis.call('HSET', KEYS[6], ms(id), cjson.encode(letter))
redis.call('ZADD', KEYS[7], ms(id), ms(id))
redis.call('SADD', deadKey(name), ms(id))
local first, outboxId = append(name, c, turn, rest(10), ARGV[6])
local more = pop(name, c)
save(name, c)
return answer({ 'ok', c.version, ms(c.epoch), ms(first), ms(now), outboxId, more })
