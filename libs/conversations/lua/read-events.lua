-- Events after a position.
--   ARGV  3 conversation, 4 epoch, 5 seq, 6 limit
--   gives ok epoch seq entries | gap reason epoch seq
local name, epoch, seq = ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5])
local c = load(name)
local gap = function(reason) return answer({ 'gap', reason, ms(c.epoch), ms(c.seq) }) end
if seq == 0 then epoch = c.epoch end
if epoch ~= c.epoch then return gap('epoch_changed') end
if seq > c.seq then return gap('unknown_position') end
if seq == c.seq then return answer({ 'ok', ms(c.epoch), ms(c.seq), {} }) end
local entries = redis.call('XRANGE', logKey(name), ms(epoch) .. '-' .. ms(seq + 1), '+', 'COUNT', ARGV[6])
if not entries[1] or entries[1][1] ~= ms(epoch) .. '-' .. ms(seq + 1) then return gap('trimmed') end
return answer({ 'ok', ms(c.epoch), ms(c.seq), entries })
