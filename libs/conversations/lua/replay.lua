-- Takes a dead letter out and puts its turn, under a new id, at the end of the mailbox.
--   KEYS[6] dead hash   KEYS[7] order zset
--   ARGV  3 id, 4 new turn id suffix
--   gives ok | none
local letter = redis.call('HGET', KEYS[6], ARGV[3])
if not letter then return answer({ 'none' }) end
letter = cjson.decode(letter)
local name = letter.conversation
local entry = redis.call('GET', letterKey(name, ARGV[3]))
-- A visitor's words are kept for a day only.
if not entry then return answer({ 'none' }) end
entry = cjson.decode(entry)
entry[1] = letter.turn .. ARGV[4]
removeLetter(KEYS[6], KEYS[7], ARGV[3], name)
local c = load(name)
if not c.known or c.renewed then save(name, c) else step() end
redis.call('ZADD', idsKey(name), ms(now), entry[1])
if redis.call('RPUSH', mailKey(name), cjson.encode(entry)) == 1 then redis.call('ZADD', due, dueNow(), name) end
return answer({ 'ok' })
