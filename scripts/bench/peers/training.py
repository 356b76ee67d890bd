"""What the peers share: the two training indicators of Kunming on 2025-12-31 as SQL, and the telling of results."""

import json
import resource
import time

LEADERS, OTHERS = "kunming.4.leader-training", "kunming.4.annual-training"

#: Over training_records, counting_class (off or on the job, begun) and subject, in DuckDB's dialect.
JUDGED = f"""
with trained as (
  select
    s.person_id,
    sum(t.hours) as hours,
    case
      when s.is_leader then coalesce(sum(t.days) filter (where c.class_id is not null), 0)
      else sum(t.days)
    end as days
  from subject s
  join training_records t on t.person_id = s.person_id
  left join counting_class c on c.class_id = t.class_id
  where t.completed_on <= date '2025-12-31'
    and t.completed_on >= case when s.is_leader then date '2021-01-01' else date '2025-01-01' end
  group by s.person_id, s.is_leader
),
standing as (
  select
    s.*,
    coalesce(t.hours, 0) as observed,
    case when s.is_leader then 550 else 90 end as required,
    coalesce(t.hours >= required or t.days >= case when s.is_leader then 90 else 12 end, false) as reached,
    coalesce(t.hours >= required, false) as reached_by_hours
  from subject s
  left join trained t on t.person_id = s.person_id
)
select
  case when is_leader then '{LEADERS}' else '{OTHERS}' end as indicator,
  person_id as subject_id,
  unit_id,
  '2025' as period,
  case
    when waived or (entered_late and not is_leader) then 'exempt'
    when reached then 'met'
    when is_leader and bound_late then 'pending'
    else 'unmet'
  end as status,
  case when status <> 'exempt' then observed end as observed,
  case when status <> 'exempt' then required end as required,
  case when not is_leader then date '2025-12-31' end as due_on,
  case
    when waived and not (entered_late and not is_leader) then 'waived'
    when entered_late and not is_leader then 'entered_after_start'
    when reached_by_hours then 'reached'
    when reached then 'reached_by_other'
    when not is_leader then 'short'
    when bound_late then 'rolling_short_so_far'
    else 'rolling_short'
  end as reason
from standing
"""

TABLE = """
create table bench.from_peer (
  indicator text, subject_id text, unit_id text, period text, status text, observed numeric, required numeric,
  due_on date, reason text
)
"""


def store(path, url):
    """Into a new table, as a run's partition is one."""
    import psycopg2

    with psycopg2.connect(url) as connection, connection.cursor() as cursor, open(path) as file:
        cursor.execute("drop table if exists bench.from_peer")
        cursor.execute(TABLE)
        cursor.copy_expert("copy bench.from_peer from stdin (format csv)", file)


def counted(rows):
    counts = {}
    for indicator, status, count in rows:
        counts.setdefault(indicator, {})[status] = int(count)
    return counts


def report(work, counts):
    """Times the work, and says what came of it."""
    began = time.perf_counter()
    work()
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "megabytes": peak, "counts": counts()}))
