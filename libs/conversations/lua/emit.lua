-- Appends events of the running turn. The same part again answers what the first did.
--   ARGV  3 conversation, 4 turn, 5 fence, 6 part, 7 maxEvents, 8.. bodies
--   gives ok epoch firstSeq ms outboxId | fenced | invalid last-part
local name, turn, part = ARGV[3], ARGV[4], tonumber(ARGV[6])
local c = load(name)
if c.fence ~= tonumber(ARGV[5]) or c.lease == 0 then return answer({ 'fenced' }) end
if part == c.part then
  local at = redis.call('HMGET', conversationKey(name), 'pe', 'pf', 'ps', 'po')
  return answer({ 'ok', at[1], at[2], at[3], at[4] })
end
if part ~= c.part + 1 then return answer({ 'invalid', c.part }) end
local first, id = append(name, c, turn, rest(8), ARGV[7])
c.part = part
save(name, c, { pe = ms(c.epoch), pf = ms(first), ps = ms(now), po = id })
return answer({ 'ok', ms(c.epoch), ms(first), ms(now), id })
