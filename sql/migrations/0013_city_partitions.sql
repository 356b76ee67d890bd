-- The largest tables of a delivery get a part for each city, as the training records have: a city's first load fills a
-- table without keys, made in the same transaction, which the server need not log, and builds its keys at once. Who
-- reads a city reads its part alone, by what the server knows of that city's rows. Cities that were there before stay
-- together in the part that takes what has none of its own.
alter table posts rename to posts_earlier;
alter table posts_earlier rename constraint posts_key to posts_earlier_key;
create table posts (like posts_earlier including defaults including constraints including comments)
  partition by list (city_code);
alter table posts add constraint posts_key primary key (city_code, post_id);
alter table posts add constraint posts_city_code_fkey foreign key (city_code) references cities;
alter table posts add constraint posts_person_id_exists foreign key (city_code, person_id)
  references persons (city_code, person_id);
alter table posts add constraint posts_unit_id_exists foreign key (city_code, unit_id)
  references units (city_code, unit_id);
alter table handovers drop constraint handovers_post_id_exists;
alter table posts attach partition posts_earlier default;
alter table handovers add constraint handovers_post_id_exists foreign key (city_code, post_id)
  references posts (city_code, post_id);
comment on table posts is '任职：一人在一个岗位上的一段任职，每行一段；兼任各占一行；按城市分区';

alter table talks rename to talks_earlier;
alter table talks_earlier rename constraint talks_key to talks_earlier_key;
create table talks (like talks_earlier including defaults including constraints including comments)
  partition by list (city_code);
alter table talks add constraint talks_key primary key (city_code, talk_id);
alter table talks attach partition talks_earlier default;
comment on table talks is '谈话：一人与另一人的一次谈话，每行一次；按城市分区，引用由导入程序核对，不设外键';

alter table activities rename to activities_earlier;
alter table activities_earlier rename constraint activities_key to activities_earlier_key;
drop index activities_by_kind;
create table activities (like activities_earlier including defaults including constraints including comments)
  partition by list (city_code);
alter table activities add constraint activities_key primary key (city_code, activity_id);
alter table activities attach partition activities_earlier default;
comment on table activities is
  '工作事项：单位或个人做的一次经常性工作，每行一次；按城市分区，引用由导入程序核对，不设外键';

-- Each duty to hold some activity counts those of one kind among all others of its city.
create index activities_by_kind on activities (kind);

alter table leaves rename to leaves_earlier;
alter table leaves_earlier rename constraint leaves_key to leaves_earlier_key;
create table leaves (like leaves_earlier including defaults including constraints including comments)
  partition by list (city_code);
alter table leaves add constraint leaves_key primary key (city_code, leave_id);
alter table leaves add constraint leaves_city_code_fkey foreign key (city_code) references cities;
alter table leaves add constraint leaves_person_id_exists foreign key (city_code, person_id)
  references persons (city_code, person_id);
alter table leaves attach partition leaves_earlier default;
comment on table leaves is '请假外出：一人的一次请假或外出，每行一次；按城市分区';

alter table assessments rename to assessments_earlier;
alter table assessments_earlier rename constraint assessments_key to assessments_earlier_key;
create table assessments (like assessments_earlier including defaults including constraints including comments)
  partition by list (city_code);
alter table assessments add constraint assessments_key primary key (city_code, assessment_id);
alter table assessments attach partition assessments_earlier default;
comment on table assessments is
  '年度考核：一人或一单位一年的一项考核，每行一项；按城市分区，引用由导入程序核对，不设外键';

alter table welfare rename to welfare_earlier;
alter table welfare_earlier rename constraint welfare_key to welfare_earlier_key;
create table welfare (like welfare_earlier including defaults including constraints including comments)
  partition by list (city_code);
alter table welfare add constraint welfare_key primary key (city_code, person_id, year);
alter table welfare attach partition welfare_earlier default;
comment on table welfare is '关爱：一人一年的体检与休假，每行一年；按城市分区，引用由导入程序核对，不设外键';
