-- Leading cadres of rank county_division or bureau: at least one in ten verified at random in the year.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with verified as (
  select
    v.person_id,
    min(v.verification_id collate "C") as verification_id
  from verifications v
  where v.city_code = 'kunming'
    and v.kind = 'random'
    and v.verified_on between '2025-01-01' and '2025-12-31'
  group by v.person_id
),
tally as (
  select
    count(*) as total,
    count(v.person_id) as counted,
    array_agg('verifications/' || v.verification_id order by v.verification_id)
      filter (where v.person_id is not null) as evidence
  from on_roll r
  left join verified v on v.person_id = r.person_id
  where r.is_leading
    and r.rank in ('county_division', 'bureau')
),
judged as (
  select
    'kunming' as subject_id,
    null::text as unit_id,
    case
      when t.total = 0 then 'no_data'
      when 10 * t.counted >= t.total then 'met'
      else 'unmet'
    end as status,
    round(t.counted::numeric / nullif(t.total, 0), 4) as observed,
    case when t.total > 0 then 0.1000 end as required,
    date '2025-12-31' as due_on,
    case
      when t.total = 0 then 'record_missing'
      when 10 * t.counted >= t.total then 'reached'
      else 'short'
    end as reason,
    case when t.total > 0 then t.counted || '/' || t.total || '/' || (t.total + 9) / 10 end as detail,
    t.evidence
  from tally t
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.15.verified'),
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
  on w.indicator = 'kunming.15.verified'
  and w.subject_id = j.subject_id;
