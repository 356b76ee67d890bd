-- Who took office this year had the integrity talk by then.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with judged as (
  select
    s.selection_id as subject_id,
    s.unit_id,
    case when s.integrity_talk_on <= s.took_office_on then 'met' else 'unmet' end as status,
    null::numeric as observed,
    null::numeric as required,
    null::date as due_on,
    case when s.integrity_talk_on <= s.took_office_on then 'holds' else 'no_integrity_talk' end as reason,
    case
      when s.integrity_talk_on is null or s.integrity_talk_on > '2025-12-31' then 'integrity_talk_on'
      when s.integrity_talk_on > s.took_office_on
        then 'integrity_talk_on:' || s.integrity_talk_on || '>took_office_on:' || s.took_office_on
    end as detail,
    array['selections/' || s.selection_id] as evidence
  from selections s
  where s.city_code = 'kunming'
    and s.decided_on <= '2025-12-31'
    and s.took_office_on between '2025-01-01' and '2025-12-31'
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.16.integrity-talk'),
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
  on w.indicator = 'kunming.16.integrity-talk'
  and w.subject_id = j.subject_id;
