-- Of persons whom changes name, the talks are looked up one by one, as their posts are.
create index talks_by_to_person_id on talks (to_person_id);
