-- When the changed facts that name a person or unit are dated: who is judged at a day before the first of them is judged
-- as before, and so by a rule that asks for a period which none of them lies in.
alter table touched_persons add column first_on date;
alter table touched_persons add column last_on date;
alter table touched_units add column first_on date;
alter table touched_units add column last_on date;

comment on column touched_persons.first_on is '变动的行（含变动前）中最早的日期；该表的行没有单一日期的为空';
comment on column touched_persons.last_on is '变动的行（含变动前）中最晚的日期；该表的行没有单一日期的为空';
comment on column touched_units.first_on is '变动的行（含变动前）中最早的日期；该表的行没有单一日期的为空';
comment on column touched_units.last_on is '变动的行（含变动前）中最晚的日期；该表的行没有单一日期的为空';
