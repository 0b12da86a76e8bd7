-- The colour by which people know an environment again. Environments in production look the same in every project, and
-- show theirs only once they are not in production any more.

alter table environment add column colour text not null default 'slate'
    constraint environment_colour_ck check (colour in ('violet', 'teal', 'blue', 'pink', 'lime', 'slate'));

update environment e set colour = (array['violet', 'teal', 'blue', 'pink', 'lime', 'slate'])[1 + (place.n - 1) % 6]
from (
    select id, row_number() over (partition by project_id, production order by sort_order, key) as n from environment) place
where place.id = e.id;

alter table environment_version add column colour text not null default 'slate';

update environment_version v set colour = e.colour from environment e where e.id = v.environment_id;

alter table environment_version alter column colour drop default;
