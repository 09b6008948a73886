-- Takes the conversation of this partition that is due first.
--   ARGV  3 leaseMs, 4 highest state version, 5 maxEvents, 6 longest ms anything may be put off, 7 who claims
--   gives claimed conversation fence attempt version entry state|'' sv epoch firstSeq count outboxId ms batch-before|''
--       | nothing ms-until-due|-1
local leaseMs, stateVersion, maxEvents, horizon = tonumber(ARGV[3]), tonumber(ARGV[4]), ARGV[5], tonumber(ARGV[6])

-- A clock that went back would leave leases that end in an hour: nothing is ever put off for that long, so it is due now.
for _, name in ipairs(redis.call('ZRANGEBYSCORE', due, '(' .. ms(now + horizon), '+inf', 'LIMIT', 0, 16)) do
  redis.call('ZADD', due, ms(now), name)
end

local function take(name)
  local c = load(name, 'state', 'newest')
  local entry = redis.call('LINDEX', mailKey(name), 0)
  if not entry then
    redis.call('ZREM', due, name)
    redis.call('ZREM', leased, name)
    return nil
  end
  -- Written by a newer program: its workers may have it.
  if c.sv > stateVersion then return nil end
  -- Whoever wrote it may be about to relay it, or be dead.
  local before = c.newest and redis.call('XRANGE', outbox, c.newest, c.newest)[1] and c.newest or ''
  local parts = cjson.decode(entry)
  c.fence, c.attempt, c.part, c.lease = c.fence + 1, c.attempt + 1, 0, now + leaseMs
  local first, id, opened = 0, '', 0
  if c.opened == 0 then
    local bodies = {}
    for i = 3, #parts do bodies[#bodies + 1] = parts[i] end
    opened = #bodies
    c.opened = c.seq + 1
    if opened > 0 then first, id = append(name, c, parts[1], bodies, maxEvents) end
  end
  save(name, c, { by = ARGV[7] })
  expireIfAnonymous(name)
  redis.call('ZADD', due, ms(c.lease), name)
  redis.call('ZADD', leased, ms(c.lease), name)
  return answer({ 'claimed', name, ms(c.fence), c.attempt, c.version, entry, c.state or '', c.sv, ms(c.epoch), ms(first), opened, id, ms(now), before })
end

-- Conversations that must be left to others do not hide those behind them.
local page = 32
for offset = 0, 512, page do
  local names = redis.call('ZRANGEBYSCORE', due, '-inf', '(' .. ms(now + 1), 'LIMIT', offset, page)
  for _, name in ipairs(names) do
    local claimed = take(name)
    if claimed then return claimed end
  end
  if #names < page then break end
end

-- What is due and was left to others is no reason for this one to look again at once.
local next = redis.call('ZRANGEBYSCORE', due, '(' .. ms(now), '+inf', 'WITHSCORES', 'LIMIT', 0, 1)
return answer({ 'nothing', next[2] and ms(math.ceil(next[2] - now)) or '-1' })
