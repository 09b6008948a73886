-- Ends the turn: pops it, stores the state, appends the events.
--   ARGV  2 conversation, 3 turn, 4 fence, 5 maxEvents, 6 state or '', 7 state version, 8.. bodies
--   gives ok version epoch firstSeq ms outboxId more | already | fenced | not_head
local name, turn, fence = ARGV[2], ARGV[3], tonumber(ARGV[4])
local c = load(name)
if fence == c.ended and fence > 0 then return { 'already' } end
if c.fence ~= fence or c.lease == 0 then return { 'fenced' } end
if headTurn(name) ~= turn then return { 'not_head' } end

local fields = {}
if ARGV[6] ~= '' then
  fields.state = ARGV[6]
  c.sv = tonumber(ARGV[7])
end
local first, id = append(name, c, turn, rest(8), ARGV[5])
c.version = c.version + 1
local more = pop(name, c)
save(name, c, fields)
expireIfAnonymous(name)
return { 'ok', c.version, ms(c.epoch), ms(first), ms(now), id, more }
