-- Takes a dead letter out and puts its turn, under a new id, at the end of the mailbox.
--   KEYS[6] dead hash   KEYS[7] order zset
--   ARGV  2 id, 3 new turn id suffix
--   gives ok | none
local letter = redis.call('HGET', KEYS[6], ARGV[2])
if not letter then return { 'none' } end
letter = cjson.decode(letter)
local name = letter.conversation
local entry = cjson.decode(letter.entry)
entry[1] = letter.turn .. ARGV[3]
redis.call('HDEL', KEYS[6], ARGV[2])
redis.call('ZREM', KEYS[7], ARGV[2])
local c = load(name)
if not c.known or c.renewed then save(name, c) end
redis.call('ZADD', idsKey(name), ms(now), entry[1])
if redis.call('RPUSH', mailKey(name), cjson.encode(entry)) == 1 then redis.call('ZADD', due, ms(now), name) end
return { 'ok' }
