-- Takes the conversation of this partition that is due first.
--   ARGV  2 leaseMs, 3 highest state version, 4 maxEvents, 5 longest ms anything may be put off
--   gives claimed conversation fence attempt version entry state|'' sv epoch firstSeq count outboxId ms
--       | nothing ms-until-due|-1
local leaseMs, stateVersion, maxEvents, horizon = tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4], tonumber(ARGV[5])

-- A clock that went back would leave leases that end in an hour: nothing is ever put off for that long, so it is due now.
for _, name in ipairs(redis.call('ZRANGEBYSCORE', due, '(' .. ms(now + horizon), '+inf', 'LIMIT', 0, 16)) do
  redis.call('ZADD', due, ms(now), name)
end

for _, name in ipairs(redis.call('ZRANGEBYSCORE', due, '-inf', ms(now), 'LIMIT', 0, 16)) do
  local c = load(name)
  local entry = redis.call('LINDEX', mailKey(name), 0)
  if not entry then
    redis.call('ZREM', due, name)
    redis.call('ZREM', leased, name)
  elseif c.sv > stateVersion then
    -- Written by a newer program: its workers may have it, we look again in a while.
    redis.call('ZADD', due, ms(now + 1000), name)
  else
    local parts = cjson.decode(entry)
    c.fence, c.attempt, c.part, c.lease = c.fence + 1, c.attempt + 1, 0, now + leaseMs
    local first, id, count = 0, '', 0
    if c.opened == 0 then
      local bodies = {}
      for i = 3, #parts do bodies[#bodies + 1] = parts[i] end
      count = #bodies
      c.opened = c.seq + 1
      if count > 0 then first, id = append(name, c, parts[1], bodies, maxEvents) end
    end
    save(name, c)
    redis.call('ZADD', due, ms(c.lease), name)
    redis.call('ZADD', leased, ms(c.lease), name)
    return { 'claimed', name, ms(c.fence), c.attempt, c.version, entry, c.state or '', c.sv, ms(c.epoch), ms(first), count, id, ms(now) }
  end
end

local next = redis.call('ZRANGE', due, 0, 0, 'WITHSCORES')
return { 'nothing', next[2] and ms(math.max(0, next[2] - now)) or '-1' }
