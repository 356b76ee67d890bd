-- Live units with a head: no principal in charge of any of the six areas there.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with principal as (
  select
    c.unit_id,
    c.person_id,
    c.post_id,
    row_number() over (
      partition by c.unit_id
      order by
        array_position(array['both', 'party', 'admin'], c.branch),
        c.started_on,
        c.post_id collate "C"
    ) as place
  from current_post c
  where c.role = 'principal'
),
barred as (
  select
    c.unit_id,
    array_agg('charges/' || c.charge_id order by c.charge_id collate "C") as evidence
  from charges c
  where c.city_code = 'kunming'
    and c.area in ('personnel', 'finance', 'construction', 'procurement', 'approval', 'enforcement')
    and c.started_on <= '2025-12-31'
    and (c.ended_on is null or c.ended_on > '2025-12-31')
    and (c.unit_id, c.person_id) in (select p.unit_id, p.person_id from principal p)
  group by c.unit_id
),
judged as (
  select
    h.unit_id as subject_id,
    h.unit_id,
    case when b.unit_id is null then 'met' else 'unmet' end as status,
    null::numeric as observed,
    null::numeric as required,
    null::date as due_on,
    case when b.unit_id is null then 'holds' else 'charges_forbidden_area' end as reason,
    null::text as detail,
    array['posts/' || h.post_id] || b.evidence as evidence
  from principal h
  left join barred b on b.unit_id = h.unit_id
  where h.place = 1
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.17.no-direct-charge'),
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
  on w.indicator = 'kunming.17.no-direct-charge'
  and w.subject_id = j.subject_id;
