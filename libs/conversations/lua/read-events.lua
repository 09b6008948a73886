-- Events after a position.
--   ARGV  2 conversation, 3 epoch, 4 seq, 5 limit
--   gives ok epoch seq entries | gap reason epoch seq
local name, epoch, seq = ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])
local c = load(name)
local gap = function(reason) return { 'gap', reason, ms(c.epoch), ms(c.seq) } end
if seq == 0 then epoch = c.epoch end
if epoch ~= c.epoch then return gap('epoch_changed') end
if seq > c.seq then return gap('unknown_position') end
if seq == c.seq then return { 'ok', ms(c.epoch), ms(c.seq), {} } end
local entries = redis.call('XRANGE', logKey(name), ms(epoch) .. '-' .. ms(seq + 1), '+', 'COUNT', ARGV[5])
if not entries[1] or entries[1][1] ~= ms(epoch) .. '-' .. ms(seq + 1) then return gap('trimmed') end
return { 'ok', ms(c.epoch), ms(c.seq), entries }
