-- Remembers for a while that keys were taken away, by their hashes.
--
-- KEYS  revoked
-- ARGV  for how long (ms), hashes
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - tonumber(ARGV[1]))
for i = 2, #ARGV do
    redis.call('ZADD', KEYS[1], now, ARGV[i])
end
return #ARGV - 1
