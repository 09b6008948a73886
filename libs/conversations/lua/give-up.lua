-- Ends the turn as a dead letter; the state stays.
--   KEYS[6] dead hash: id to JSON   KEYS[7] order zset: id by id
--   ARGV  2 conversation, 3 turn, 4 fence, 5 maxEvents, 6 partition, 7 partitions, 8 reason, 9.. bodies
--   gives ok version epoch firstSeq ms outboxId more | already | fenced | not_head
local name, turn, fence = ARGV[2], ARGV[3], tonumber(ARGV[4])
local c = load(name)
if fence == c.ended and fence > 0 then return { 'already' } end
if c.fence ~= fence or c.lease == 0 then return { 'fenced' } end
if headTurn(name) ~= turn then return { 'not_head' } end

-- The id says which partition keeps the letter.
local id = redis.call('HINCRBY', meta, 'letters', 1) * tonumber(ARGV[7]) + tonumber(ARGV[6])
local letter = { id = id, conversation = name, turn = turn, reason = ARGV[8], attempts = c.attempt, at = now, entry = redis.call('LINDEX', mailKey(name), 0) }
redis.call('HSET', KEYS[6], ms(id), cjson.encode(letter))
redis.call('ZADD', KEYS[7], ms(id), ms(id))
local first, outboxId = append(name, c, turn, rest(9), ARGV[5])
local more = pop(name, c)
save(name, c)
return { 'ok', c.version, ms(c.epoch), ms(first), ms(now), outboxId, more }
