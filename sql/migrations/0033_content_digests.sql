-- What each table must hold is known as a number: the sum of a hash of every row. Whoever changes rows by the program notes
-- by how much the sum changes; `cadre doctor --deep` adds the rows up anew and compares.
create table cadre.digest_changes (
  city_code text not null,
  table_name text not null,
  origin text not null,
  fields smallint not null,
  rows bigint not null,
  digest numeric not null,
  constraint digest_changes_key primary key (city_code, table_name, origin)
);

comment on table cadre.digest_changes is '内容摘要的变化：某市某表的各行之和即该表应有的行数与摘要；只追加';
comment on column cadre.digest_changes.city_code is '城市代码（cities）';
comment on column cadre.digest_changes.table_name is '表名';
comment on column cadre.digest_changes.origin is '来源：import 序号、run 批次编号、taken 重新采集';
comment on column cadre.digest_changes.fields is '计入摘要的列数';
comment on column cadre.digest_changes.rows is '行数的变化';
comment on column cadre.digest_changes.digest is '摘要的变化：各行散列值（hash_record_extended）之和';

create trigger digest_changes_are_kept before update or delete on cadre.digest_changes
  for each row execute function cadre.refuse_change();

alter table cadre.digest_changes enable always trigger digest_changes_are_kept;

create trigger digest_changes_are_not_emptied before truncate on cadre.digest_changes
  for each statement execute function cadre.refuse_change();

alter table cadre.digest_changes enable always trigger digest_changes_are_not_emptied;

-- With the hash of the row as it was stored, a row that was changed otherwise is known by its key.
alter table cadre.journal add column row_digest bigint;

comment on column cadre.journal.row_digest is '改变后的行的散列值；撤销的行和本次升级前的记录为空';

-- Results are added up where they are counted.
alter table cadre.unit_tallies add column digest numeric not null default 0;

comment on column cadre.unit_tallies.digest is '所计各条结果的散列值之和';

update cadre.unit_tallies t
set digest = s.digest
from (
  select
    r.city_code,
    r.result_set,
    r.ordinal,
    coalesce(r.unit_id, '') as unit_id,
    sum(
      hash_record_extended(
        row(
          r.ordinal, r.subject_id, r.unit_id, r.period, r.status, r.class, r.observed, r.required, r.due_on, r.reason,
          r.detail, r.evidence
        ), 0)
    ) as digest
  from cadre.results r
  group by
    r.city_code,
    r.result_set,
    r.ordinal,
    coalesce(r.unit_id, '')
) s
where s.city_code = t.city_code
  and s.result_set = t.result_set
  and s.ordinal = t.ordinal
  and s.unit_id = t.unit_id;
