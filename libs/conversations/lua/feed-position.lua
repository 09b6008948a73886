-- Up to where the feed's turns are in their mailboxes.
--   gives history stream|'' sequence
return answer({ history(), redis.call('HGET', meta, 'fed-stream') or '', redis.call('HGET', meta, 'fed') or '0' })
