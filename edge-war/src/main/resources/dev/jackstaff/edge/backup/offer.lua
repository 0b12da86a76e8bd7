-- Keeps a snapshot where it is newer than what is kept, or says whether it is; all at once, for several edges offer theirs.
--
-- KEYS  heads, documents
-- ARGV  environment, its id, revision, when it changed (ms), its age (ms, -1 for unknown), whether revisions can be compared
--       between edges (1 or 0), a digest of the document, by how much it must have been confirmed later where they cannot (ms),
--       the sealed document, or nothing to ask only
-- gives 0 it is what is kept; 1 it would be kept; 2 it was kept; 3 what is kept is newer
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local age = tonumber(ARGV[5])
local confirmed = age < 0 and 0 or now - age
local comparable = ARGV[6] == '1'

local text = redis.call('HGET', KEYS[1], ARGV[1])
local head = nil
if text then
    local whole, read = pcall(cjson.decode, text)
    if whole then
        head = read
    end
end
local gone = head and head.gone == '1'
local missing = head and not gone and redis.call('HEXISTS', KEYS[2], ARGV[1]) == 0

local function write(kept)
    redis.call('HSET', KEYS[1], ARGV[1], cjson.encode(kept))
end

local function number(digits)
    return string.format('%.0f', digits)
end

if head and not gone and not missing and head.id == ARGV[2] and head.revision == ARGV[3]
        and (comparable or head.digest == ARGV[7]) then
    if confirmed > tonumber(head.confirmed) then
        head.confirmed = number(confirmed)
        write(head)
    end
    return 0
end

local newer
if not head then
    newer = true
elseif not comparable then
    local ahead = confirmed - tonumber(head.confirmed)
    newer = missing and ahead >= 0 or ahead > tonumber(ARGV[8])
elseif head.id == ARGV[2] then
    local ahead = tonumber(ARGV[3]) - tonumber(head.revision)
    newer = missing and ahead >= 0 or ahead > 0
else
    newer = tonumber(ARGV[4]) > tonumber(head.changed)
end

if not newer then
    return 3
end
if ARGV[9] == '' then
    return 1
end
redis.call('HSET', KEYS[2], ARGV[1], ARGV[9])
write({id = ARGV[2], revision = ARGV[3], changed = ARGV[4], confirmed = number(confirmed), digest = ARGV[7], gone = '0'})
return 2
