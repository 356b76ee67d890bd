-- Petitions received in the year by channel: figures.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.18.channels'),
  'kunming',
  null,
  '2025',
  'info',
  listed.channel,
  count(p.petition_id),
  null,
  null,
  'figure',
  null,
  array_agg('petitions/' || p.petition_id order by p.petition_id collate "C")
    filter (where p.petition_id is not null)
from unnest(array['mailbox', 'visit', 'web', 'phone', 'sms']) as listed (channel)
left join petitions p
  on p.city_code = 'kunming'
  and p.channel = listed.channel
  and p.received_on between '2025-01-01' and '2025-12-31'
group by listed.channel;
