-- Whether this partition lost data and waits to be fed again.
--   gives ok | lost fed loss
local loss = redis.call('HGET', meta, 'refeed')
if not loss then return answer({ 'ok' }) end
return answer({ 'lost', redis.call('HGET', meta, 'fed') or '0', loss })
