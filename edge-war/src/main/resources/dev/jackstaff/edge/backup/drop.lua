-- Forgets an environment's document, and remembers that it was forgotten, so that an edge that is behind does not bring it back.
--
-- KEYS  heads, documents
-- ARGV  environment, its id
local text = redis.call('HGET', KEYS[1], ARGV[1])
if not text then
    return 0
end
local head = cjson.decode(text)
if head.id ~= ARGV[2] then
    return 0
end
local time = redis.call('TIME')
head.gone = '1'
head.confirmed = string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000))
redis.call('HSET', KEYS[1], ARGV[1], cjson.encode(head))
redis.call('HDEL', KEYS[2], ARGV[1])
return 1
