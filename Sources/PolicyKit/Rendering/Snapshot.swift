import CadreModel

/// The temporary tables that populations and rules read: a city as it stood at the as-of date, worked out once.
///
/// They live as long as the evaluating transaction.
public enum Snapshot {
  /// One step: the table it makes and the `select` that fills it.
  public struct Step: Sendable, Hashable {
    public let table: String
    public let select: String
    /// The columns that it is joined by.
    public let indexes: [[String]]
    /// Whether the first of them tells rows apart. The server then takes "one of these" for the join that it is; otherwise it
    /// may expect far too few rows of it, and put every row beside every other.
    public let isUnique: Bool
    /// Whether it has rows of most persons or units of those judged, and not of a few among them.
    public let isOfMost: Bool

    /// `create temporary table ... as`, its indexes and statistics, in order.
    ///
    /// - Parameter wholly: whether to gather statistics of all columns, or only of those that it is joined by. For few rows
    ///   the former costs more than it gains.
    public func statements(analyzed wholly: Bool = true) -> [String] {
      var statements = ["create temporary table \(table) on commit drop as\n\(select)"]
      for (position, columns) in indexes.enumerated() {
        let unique = isUnique && position == 0 ? "unique " : ""
        statements.append("create \(unique)index on \(table) (\(columns.joined(separator: ", ")))")
      }
      let joined = Set(indexes.joined()).sorted().joined(separator: ", ")
      return statements + ["analyze \(table)\(wholly ? "" : " (\(joined))")"]
    }
  }

  /// Every step, in an order in which each finds those it needs.
  public static func steps(for judging: Judging) throws(RenderingError) -> [Step] {
    let scope = Scope(judging: judging, indicator: "snapshot")
    var steps: [Step] = []
    for step in templates {
      steps.append(
        Step(
          table: step.table, select: try scope.render(step.template), indexes: step.indexes, isUnique: step.isUnique,
          isOfMost: step.isOfMost))
    }
    return steps
  }

  /// The templates of all steps, in order. An index is made only on columns by which single rows are looked up; whole
  /// tables are joined by hashing.
  static let templates = [
    StepTemplate("live_unit", liveUnit, [["unit_id"]]),
    StepTemplate("current_post", currentPosts(), [["person_id"]]),
    StepTemplate("on_roll", onRoll, [["person_id"]]),
    StepTemplate("division_leader", divisionLeader, [["person_id"]], isUnique: true, isOfMost: false),
    StepTemplate("on_roll_at_half", onRollAtHalf, [["person_id"]]),
    StepTemplate("unit_head", unitHead, [["unit_id"]]),
    StepTemplate("team_member", teamMember, [["unit_id"]]),
    StepTemplate("current_charge", currentCharge, [["unit_id"], ["charged_unit_id"]]),
    StepTemplate("tenure", tenure, [["post_id"]]),
    StepTemplate("village_in_city", villageInCity, [["village_id"]]),
    StepTemplate("current_village_cadre", currentVillageCadre, [["village_id"], ["person_id"]]),
    StepTemplate("village_office", villageOffice, [["village_id"], ["person_id"]]),
    StepTemplate("working_day", workingDay, [["day"], ["block", "ordinal"]]),
  ]

  /// A step before its placeholders are filled in.
  struct StepTemplate {
    let table: String
    let template: String
    let indexes: [[String]]
    let isUnique: Bool
    let isOfMost: Bool

    init(_ table: String, _ template: String, _ indexes: [[String]], isUnique: Bool = false, isOfMost: Bool = true) {
      (self.table, self.template, self.indexes) = (table, template, indexes)
      (self.isUnique, self.isOfMost) = (isUnique, isOfMost)
    }
  }

  /// SQL of whether something is still open: its end date is empty. Written with `coalesce`, because of a plain `is null`
  /// over a date as seen at a day the server expects one row in two hundred and makes a bad plan; of this it expects half
  /// the rows.
  static func isOpen(_ date: String) -> String {
    "coalesce(\(date) is null, false)"
  }

  /// Live unit: founded, not dissolved.
  static let liveUnit = """
    select u.*
    from {units} u
    where (u.founded_on is null or u.founded_on <= {as_of})
      and \(isOpen("u.dissolved_on"))
    """

  /// Employed, of a person `e`: hired by then and not left.
  private static let employed = """
    e.hired_on <= {as_of}
      and \(isOpen("e.left_on"))
    """

  /// Current posts: not ended, in a live unit, of an employed person. `rank_order` counts from the highest rank.
  ///
  /// - Parameter persons: a table of the persons whose posts alone are wanted.
  static func currentPosts(of persons: String? = nil) -> String {
    """
    select
      p.post_id,
      p.person_id,
      p.unit_id,
      p.post_key,
      p.rank,
      p.role,
      p.branch,
      p.leading,
      p.sensitive,
      p.started_on,
      \(rankOrder("p.rank")) as rank_order,
      u.unit_kind,
      u.level
    from {posts} p
    \(persons.map { "join \($0) o on o.person_id = p.person_id\n" } ?? "")join live_unit u on u.unit_id = p.unit_id
    join {persons} e on e.person_id = p.person_id
    where \(isOpen("p.ended_on"))
      and \(employed)
    """
  }

  /// Of each person's posts in a table, the main one, and whether any of them is a leading one.
  static func mainPosts(of posts: String) -> String {
    """
    select distinct on (c.person_id)
      c.person_id,
      c.post_id,
      c.unit_id,
      c.rank,
      bool_or(c.leading) over (partition by c.person_id) as is_leading
    from \(posts) c
    order by
      c.person_id,
      \(mainPostFirst)
    """
  }

  /// Of a person's current posts, `c`, the main one comes first.
  static let mainPostFirst = """
    c.rank_order,
        c.leading desc,
        c.started_on desc,
        c.post_id collate "C"
    """

  /// Where a rank stands, counted from the highest.
  static func rankOrder(_ rank: String) -> String {
    """
    array_position(
        array['bureau', 'county_division', 'township_section', 'sub_section', 'staff'], \(rank)
      )
    """
  }

  /// Persons on roll, with what their main post gives them.
  private static let onRoll = """
    with main_post as (
      \(hanging: mainPosts(of: "current_post"))
    ),
    \(hanging: firstPost)
    select
      e.person_id,
      extract(year from age({as_of}, e.birth_date))::integer as age,
      \(enteredOn) as entered_on,
      e.joined_party_on,
      e.sex,
      e.political_status in ('01', '02') as party_member,
      e.ethnicity,
      e.establishment,
      e.managed_by,
      e.lists,
      m.post_id,
      m.unit_id,
      m.rank,
      u.category,
      u.unit_kind,
      u.region_code,
      m.is_leading
    from main_post m
    join {persons} e on e.person_id = m.person_id
    join live_unit u on u.unit_id = m.unit_id
    left join first_post f on f.person_id = m.person_id
    """

  /// When a person's earliest record of a post began.
  private static let firstPost = """
    first_post as (
      select
        p.person_id,
        min(p.started_on) as started_on
      from {posts} p
      group by p.person_id
    )
    """

  /// When a person `e` with the first post `f` entered the city's service (`Meanings.md`).
  private static let enteredOn = "greatest(coalesce(e.entered_on, f.started_on, e.hired_on), e.hired_on)"

  /// Persons on roll at the end of the latest half-year that has ended, of the half before it and of last year, with the
  /// unit and rank of their main post on that day. Who manages them, their lists and the unit's category are those on
  /// record now.
  private static let onRollAtHalf = """
    with half (name, ends_on) as (
      values
        ({half}, {half_end}),
        ({previous_half}, {previous_half_end})
      union
      values
        ({last_year_half}, {last_year_end})
    ),
    post_of_half as (
      select
        h.name as half,
        p.person_id,
        p.post_id,
        p.unit_id,
        p.rank,
        p.leading,
        p.started_on,
        \(rankOrder("p.rank")) as rank_order
      from half h
      join {posts} p
        on p.started_on <= h.ends_on
        and coalesce(p.ended_on > h.ends_on, true)
      join {units} u
        on u.unit_id = p.unit_id
        and coalesce(u.founded_on <= h.ends_on, true)
        and coalesce(u.dissolved_on > h.ends_on, true)
      join {persons} e
        on e.person_id = p.person_id
        and e.hired_on <= h.ends_on
        and coalesce(e.left_on > h.ends_on, true)
    ),
    main_post as (
      select distinct on (c.half, c.person_id)
        c.half,
        c.person_id,
        c.unit_id,
        c.rank
      from post_of_half c
      order by
        c.half,
        c.person_id,
        \(mainPostFirst)
    ),
    \(hanging: firstPost)
    select
      m.half,
      e.person_id,
      \(enteredOn) as entered_on,
      e.managed_by,
      e.lists,
      m.unit_id,
      m.rank,
      u.category
    from main_post m
    join {persons} e on e.person_id = m.person_id
    join {units} u on u.unit_id = m.unit_id
    left join first_post f on f.person_id = m.person_id
    """

  /// The head of each live unit that has one.
  static let unitHead = """
    select distinct on (c.unit_id)
      c.unit_id,
      c.person_id,
      c.post_id,
      c.branch,
      c.started_on,
      c.unit_kind,
      c.level
    from current_post c
    where c.role = 'principal'
    order by
      c.unit_id,
      array_position(array['both', 'party', 'admin'], c.branch),
      c.started_on,
      c.post_id collate "C"
    """

  /// The team of each live unit: principals and deputies other than the head.
  private static let teamMember = """
    select
      c.unit_id,
      c.person_id,
      c.post_id,
      c.started_on
    from current_post c
    left join unit_head h on h.unit_id = c.unit_id
    where c.role in ('principal', 'deputy')
      and c.person_id is distinct from h.person_id
    """

  /// Current charges: not ended, in a live unit, of an employed person.
  private static let currentCharge = """
    select c.*
    from {charges} c
    join live_unit u on u.unit_id = c.unit_id
    join {persons} e on e.person_id = c.person_id
    where \(isOpen("c.ended_on"))
      and \(employed)
    """

  /// Since when each current post has been held without a break: the earliest record of the unbroken run of the same
  /// person and post_key. A gap of at most one day does not break it. Most posts have one record, and need no run.
  private static let tenure = """
    with other_record as (
      select
        p.person_id,
        p.post_key,
        p.post_id,
        p.started_on,
        coalesce(p.ended_on, 'infinity') as ended_on
      from current_post c
      join {posts} p
        on p.person_id = c.person_id
        and p.post_key = c.post_key
        and p.post_id <> c.post_id
    ),
    record as (
      select o.*
      from other_record o
      union
      select
        c.person_id,
        c.post_key,
        c.post_id,
        c.started_on,
        'infinity'
      from current_post c
      join other_record o
        on o.person_id = c.person_id
        and o.post_key = c.post_key
    ),
    marked as (
      select
        r.*,
        \(hanging: UnbrokenRun.endedBefore(
          "r.ended_on", owner: "r.person_id, r.post_key", order: "r.started_on, r.post_id")) as ended_before
      from record r
    ),
    run_start as (
      select
        m.post_id,
        \(UnbrokenRun.beganOn("m")) over (
          partition by m.person_id, m.post_key
          order by m.started_on, m.post_id
        ) as began_on
      from marked m
    )
    select
      c.post_id,
      coalesce(s.began_on, c.started_on) as began_on
    from current_post c
    left join run_start s on s.post_id = c.post_id
    """

  /// Every day of the years that the calendar lists. `ordinal` counts working days; `block` tells runs of listed
  /// years apart, so that no count runs through a year that is not listed.
  private static let workingDay = """
    with listed_year as (
      select
        extract(year from w.day)::integer as year,
        extract(year from w.day)::integer - dense_rank() over (order by extract(year from w.day)) as block
      from workdays w
      group by extract(year from w.day)
    ),
    listed_day as (
      select
        d.day::date as day,
        y.block
      from listed_year y
      cross join lateral generate_series(
        make_date(y.year, 1, 1)::timestamp, make_date(y.year, 12, 31)::timestamp, interval '1 day'
      ) as d (day)
    ),
    marked as (
      select
        l.day,
        l.block,
        coalesce(w.kind = 'makeup_workday', extract(isodow from l.day) <= 5) as is_working
      from listed_day l
      left join workdays w on w.day = l.day
    )
    select
      m.day,
      m.block,
      m.is_working,
      count(*) filter (where m.is_working) over (partition by m.block order by m.day) as ordinal
    from marked m
    """
}
