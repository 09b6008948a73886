-- Ends the turn: pops it, stores the state, appends the events.
--   ARGV  3 conversation, 4 turn, 5 fence, 6 maxEvents, 7 state or '', 8 state version, 9.. bodies
--   gives ok version epoch firstSeq ms outboxId more | already | fenced | not_head
local name, turn, fence = ARGV[3], ARGV[4], tonumber(ARGV[5])
local c = load(name)
if fence == c.ended and fence > 0 then return answer({ 'already' }) end
if c.fence ~= fence or c.lease == 0 then return answer({ 'fenced' }) end
if headTurn(name) ~= turn then return answer({ 'not_head' }) end

local fields = {}
if ARGV[7] ~= '' then
  fields.state = ARGV[7]
  c.sv = tonumber(ARGV[8])
end
local first, id = append(name, c, turn, rest(9), ARGV[6])
c.version = c.version + 1
local more = pop(name, c)
save(name, c, fields)
expireIfAnonymous(name)
return answer({ 'ok', c.version, ms(c.epoch), ms(first), ms(now), id, more })
