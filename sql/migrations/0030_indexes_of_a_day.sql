-- What a day's changes are judged by. Of a touched unit's activities only those of one kind are asked for, and leaders of
-- county rank are some hundreds among a hundred thousand posts.
drop index activities_by_kind;

create index activities_by_kind_and_unit_id on activities (kind, unit_id);

create index posts_of_high_rank on posts (person_id)
where rank in ('bureau', 'county_division');
