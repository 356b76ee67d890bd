-- Leading cadres managed by city, county or unit: at least one heart-to-heart talk received in the year.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with done as (
  select
    t.to_person_id as person_id,
    count(*) as times,
    array_agg('talks/' || t.talk_id order by t.talk_id collate "C") as evidence
  from talks t
  where t.city_code = 'kunming'
    and t.kind = 'heart_to_heart'
    and t.held_on between '2025-01-01' and '2025-12-31'
  group by t.to_person_id
),
judged as (
  select
    r.person_id as subject_id,
    r.unit_id,
    case
      when r.entered_on > '2025-01-01' then 'exempt'
      when d.times >= 1 then 'met'
      else 'unmet'
    end as status,
    case when r.entered_on <= '2025-01-01' then coalesce(d.times, 0)::numeric end as observed,
    case when r.entered_on <= '2025-01-01' then 1::numeric end as required,
    date '2025-12-31' as due_on,
    case
      when r.entered_on > '2025-01-01' then 'entered_after_start'
      when d.times >= 1 then 'reached'
      else 'short'
    end as reason,
    null::text as detail,
    d.evidence
  from on_roll r
  left join done d on d.person_id = r.person_id
  where r.is_leading
    and r.managed_by in ('city', 'county', 'unit')
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.22.talk'),
  j.subject_id,
  j.unit_id,
  '2025',
  case when w.subject_id is not null then 'exempt' else j.status end,
  null,
  case when w.subject_id is null then j.observed end,
  case when w.subject_id is null then j.required end,
  j.due_on,
  case when w.subject_id is not null and j.status <> 'exempt' then 'waived' else j.reason end,
  case when w.subject_id is not null and j.status <> 'exempt' then w.basis else j.detail end,
  case
    when w.subject_id is not null and j.status <> 'exempt' then array['waivers/' || w.waiver_id] || j.evidence
    else j.evidence
  end
from judged j
left join waiver w
  on w.indicator = 'kunming.22.talk'
  and w.subject_id = j.subject_id;
