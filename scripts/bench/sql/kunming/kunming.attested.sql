-- The ten articles that records do not decide wholly, at once: each unit's latest attestation of the year. Articles 7,
-- 8 and 12 address the city and its counties.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with latest as (
  select distinct on (a.clause, a.unit_id)
    a.clause,
    a.unit_id,
    a.conclusion,
    a.note,
    a.attestation_id
  from attestations a
  where a.city_code = 'kunming'
    and a.clause like 'kunming.%'
    and a.made_on between '2025-01-01' and '2025-12-31'
  order by a.clause, a.unit_id, a.made_on desc, a.attestation_id collate "C" desc
),
judged as (
  select
    n.ordinal,
    n.indicator,
    u.unit_id as subject_id,
    u.unit_id,
    case l.conclusion
      when 'done' then 'met'
      when 'partly' then 'at_risk'
      else 'unmet'
    end as status,
    null::numeric as observed,
    null::numeric as required,
    null::date as due_on,
    case l.conclusion
      when 'done' then 'attested_done'
      when 'partly' then 'attested_partly'
      when 'not_done' then 'attested_not_done'
      else 'not_attested'
    end as reason,
    l.note as detail,
    case when l.attestation_id is not null then array['attestations/' || l.attestation_id] end as evidence
  from live_unit u
  cross join bench.indicator_number n
  left join latest l
    on l.unit_id = u.unit_id
    and l.clause = replace(n.indicator, '.attested', '')
  where n.indicator like 'kunming.%.attested'
    and case
      when n.indicator in ('kunming.7.attested', 'kunming.8.attested', 'kunming.12.attested')
        then u.unit_kind = 'party_committee' and u.level in ('city', 'county')
      else u.unit_kind in ('party_committee', 'organ', 'township')
    end
)
select
  'kunming',
  'by-hand',
  j.ordinal,
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
  on w.indicator = j.indicator
  and w.subject_id = j.subject_id;
