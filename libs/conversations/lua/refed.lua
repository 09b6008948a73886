-- The feed begins again after this loss; a later one stays marked.
--   ARGV  3 loss
--   gives ok
if redis.call('HGET', meta, 'refeed') == ARGV[3] then
  redis.call('HDEL', meta, 'refeed')
  step()
end
return answer({ 'ok' })
