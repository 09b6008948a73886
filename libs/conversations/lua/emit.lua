-- Appends events of the running turn. The same part again answers what the first did.
--   ARGV  2 conversation, 3 turn, 4 fence, 5 part, 6 maxEvents, 7.. bodies
--   gives ok epoch firstSeq ms outboxId | fenced | invalid last-part
local name, turn, part = ARGV[2], ARGV[3], tonumber(ARGV[5])
local c = load(name)
if c.fence ~= tonumber(ARGV[4]) or c.lease == 0 then return { 'fenced' } end
if part == c.part then return { 'ok', ms(c.pe), ms(c.pf), ms(c.ps), c.po } end
if part ~= c.part + 1 then return { 'invalid', c.part } end
local first, id = append(name, c, turn, rest(7), ARGV[6])
c.part = part
save(name, c, { pe = ms(c.epoch), pf = ms(first), ps = ms(now), po = id })
return { 'ok', ms(c.epoch), ms(first), ms(now), id }
