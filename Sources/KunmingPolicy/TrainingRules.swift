import CadreModel
import DataContract
import PolicyKit

/// How much training article 4 asks of whom.
enum TrainingRules {
  /// Days of classes are those off and on the job; days of others count for none.
  private static let classModes: Set<TrainingMode> = [.offJob, .onJob]
  private static let classDays = TrainingSums.Sum.daysOf(classModes)

  /// Leading cadres of rank county_division or bureau, by main post, in units of the Party and the government.
  private static let isLeader = """
    s.is_leading
      and s.rank in ('county_division', 'bureau')
      and s.unit_kind = any({4.leader-training.unit_kinds})
    """

  private static let leaderIDs = """
        select s.person_id
        from on_roll s
        where \(hanging: isLeader)
    """

  private static let leaders = Population.persons.filtered("leaders", where: isLeader)

  /// When each leader's first leading post of rank county_division or bureau began, in whatever unit.
  private static let firstLeadingPost = """
    select
      p.person_id,
      min(p.started_on) as started_on
    from {posts} p
    where p.person_id in (
    \(leaderIDs)
      )
      and p.leading
      and p.rank in ('county_division', 'bureau')
    group by p.person_id
    """

  /// Each leader's latest promotion into such a post; of several on one day, the one with the smallest post_id.
  private static let latestPromotion = """
    select distinct on (p.person_id)
      p.person_id,
      p.post_id,
      p.started_on
    from {posts} p
    where p.person_id in (
    \(leaderIDs)
      )
      and p.leading
      and p.rank in ('county_division', 'bureau')
      and p.entry = 'promotion'
    order by
      p.person_id,
      p.started_on desc,
      p.post_id collate "C"
    """

  /// Leaders: hours, or days of classes off or on the job, within the rolling years.
  static let ofLeaders = RollingQuota(
    leaders.withoutExemption, years: "years", atLeast: "hours", or: Alternative(.days, atLeast: "days"),
    progress: """
      select
        t.person_id as subject_id,
        \(TrainingSums.Sum.hours.amount(in: "t")) as observed,
        \(classDays.amount(in: "t")) as alternative,
        \(TrainingSums.Sum.hours.reaches("{hours}", in: "t"))
          or \(classDays.reaches("{days}", in: "t")) as reached,
        t.evidence
      from (
      \(TrainingSums.template([.hours, classDays], of: leaderIDs, within: .severalYears))
      ) t
      """,
    boundSince: """
      select
        f.person_id as subject_id,
        f.started_on as bound_since
      from (
      \(firstLeadingPost)
      ) f
      """)

  /// All other persons: hours or days of any training within the year.
  static let ofAllOthers = Quota(
    Population.persons.filtered("persons other than leaders", where: "not (\(hanging: isLeader))"), within: .year,
    .progress(
      """
      select
        t.person_id as subject_id,
        \(TrainingSums.Sum.hours.amount(in: "t")) as observed,
        {hours}::numeric as required,
        \(TrainingSums.Sum.days.amount(in: "t")) as alternative,
        \(TrainingSums.Sum.hours.reaches("{hours}", in: "t"))
          or \(TrainingSums.Sum.days.reaches("{days}", in: "t")) as reached,
        t.evidence
      from (
      \(TrainingSums.template([.hours, .days], within: .oneYear))
      ) t
      """, absent: .nothing(required: "hours"), or: Alternative(.days, atLeast: "days")), training: .ofThePeriods)

  /// Leaders who were promoted have reached the amount that leaders need within so many years of their latest promotion.
  /// Training counts from the day that lies the leaders' training period before the promotion. The sums are in a
  /// materialized CTE: the server expects one such leader, and would otherwise work them out again for each.
  static let ofThePromoted = Deadline(
    .years("years"), cases: .all,
    of: """
      with promoted as (
        select
          s.person_id,
          s.unit_id,
          f.post_id,
          f.started_on
        from on_roll s
        join (
        \(latestPromotion)
        ) f on f.person_id = s.person_id
        where \(hanging: isLeader)
          and f.started_on + interval '1 year' * {years} >= {year_start}
      ),
      trained as (
        select
          p.person_id,
          t.record_id,
          t.completed_on,
          sum(t.hours) over so_far as hours,
          coalesce(sum(t.days) filter (where c.class_id is not null) over so_far, 0) as days
        from promoted p
        join {training_records} t
          on t.person_id = p.person_id
          and t.completed_on > (p.started_on - interval '1 year' * {4.leader-training.years})::date
        left join {training_classes} c
          on c.class_id = t.class_id
          and \(TrainingSums.isHeld(classModes, "c"))
        window so_far as (partition by p.person_id order by t.completed_on)
      ),
      reached as materialized (
        select
          t.person_id,
          min(t.completed_on) filter (
            where \(TrainingSums.Sum.hours.reaches("{4.leader-training.hours}", in: "t"))
              or \(TrainingSums.Sum.days.reaches("{4.leader-training.days}", in: "t"))
          ) as done_on,
          case when {explaining}
            then array_agg('training_records/' || t.record_id order by t.record_id collate "C")
          end as evidence
        from trained t
        group by t.person_id
      )
      select
        p.person_id as subject_id,
        p.unit_id,
        p.started_on as starts_on,
        r.done_on,
        array['posts/' || p.post_id] || r.evidence as evidence
      from promoted p
      left join reached r on r.person_id = p.person_id
      """, doneBy: [.trainingRecords, .trainingClasses])
}
