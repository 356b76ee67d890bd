-- Who failed the political vetting, or had when promoted this year: vetoed as long as that stood.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with latest_vetting as (
  select distinct on (v.person_id)
    v.person_id,
    v.vetting_id,
    v.result
  from political_vettings v
  where v.city_code = 'kunming'
    and v.held_on <= '2025-12-31'
  order by
    v.person_id,
    v.held_on desc,
    v.vetting_id collate "C" desc
),
promotion as (
  select
    p.person_id,
    p.started_on as promoted_on,
    'posts/' || p.post_id as evidence
  from posts p
  where p.city_code = 'kunming'
    and p.entry = 'promotion'
    and p.started_on between '2025-01-01' and '2025-12-31'
  union all
  select
    s.person_id,
    s.decided_on,
    'selections/' || s.selection_id
  from selections s
  where s.city_code = 'kunming'
    and (s.kind = 'promotion' or s.important)
    and s.decided_on between '2025-01-01' and '2025-12-31'
),
vetted_before as (
  select distinct on (p.evidence)
    p.person_id,
    p.promoted_on,
    p.evidence,
    v.vetting_id,
    v.result
  from promotion p
  join political_vettings v
    on v.city_code = 'kunming'
    and v.person_id = p.person_id
    and v.held_on < p.promoted_on
  order by
    p.evidence,
    v.held_on desc,
    v.vetting_id collate "C" desc
),
promoted_after_veto as (
  select
    b.person_id,
    array_agg(distinct 'political_vettings/' || b.vetting_id)
      || array_agg(b.evidence order by b.promoted_on, b.evidence collate "C") as evidence
  from vetted_before b
  where b.result = 'unqualified'
  group by b.person_id
),
judged as (
  select
    r.person_id as subject_id,
    r.unit_id,
    case when p.person_id is null then 'met' else 'unmet' end as status,
    null::numeric as observed,
    null::numeric as required,
    null::date as due_on,
    case when p.person_id is null then 'holds' else 'promoted_after_veto' end as reason,
    null::text as detail,
    coalesce(p.evidence, array['political_vettings/' || l.vetting_id]) as evidence
  from on_roll r
  left join latest_vetting l
    on l.person_id = r.person_id
    and l.result = 'unqualified'
  left join promoted_after_veto p on p.person_id = r.person_id
  where l.person_id is not null
    or p.person_id is not null
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.11.veto'),
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
  on w.indicator = 'kunming.11.veto'
  and w.subject_id = j.subject_id;
