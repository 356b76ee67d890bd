-- How far a city's data reach: the latest day that a new or changed row of a file is dated. Days ahead of the import are
-- left out, for nothing has happened then.
alter table import_files add column newest_on date;

comment on column import_files.newest_on is '本次新增或更新的行中最晚的日期（晚于导入当日的不计）；该表的行没有日期的为空';

-- Of what came in before, each table's last file tells of all its rows.
do $$
declare
  dated record;
begin
  for dated in
    select d.table_name, d.column_name
    from (
      values
        ('measures', 'taken_on'),
        ('recall_rounds', 'suspended_on'),
        ('political_vettings', 'held_on'),
        ('selections', 'decided_on'),
        ('attestations', 'made_on'),
        ('waivers', 'approved_on'),
        ('posts', 'started_on'),
        ('charges', 'started_on'),
        ('interventions', 'occurred_on'),
        ('commitments', 'signed_on'),
        ('declarations', 'occurred_on'),
        ('inspections', 'started_on'),
        ('decisions', 'held_on'),
        ('archives', 'updated_on'),
        ('petitions', 'received_on'),
        ('talks', 'held_on'),
        ('activities', 'held_on'),
        ('leaves', 'left_on'),
        ('handovers', 'left_on'),
        ('training_classes', 'started_on'),
        ('training_records', 'completed_on'),
        ('village_cadres', 'started_on'),
        ('village_vettings', 'held_on'),
        ('village_ratings', 'rated_on'),
        ('village_supports', 'started_on'),
        ('village_projects', 'started_on')
    ) as d (table_name, column_name)
  loop
    execute format(
      $query$
        with newest as (
          select
            r.city_code,
            max(r.%2$I) as newest_on
          from %1$I r
          where r.%2$I <= current_date
          group by r.city_code
        ),
        last_file as (
          select
            f.city_code,
            max(f.import_number) as import_number
          from import_files f
          where f.table_name = %1$L
          group by f.city_code
        )
        update import_files f
        set newest_on = n.newest_on
        from last_file l
        join newest n on n.city_code = l.city_code
        where f.city_code = l.city_code
          and f.import_number = l.import_number
          and f.table_name = %1$L
      $query$,
      dated.table_name, dated.column_name);
  end loop;
end
$$;
