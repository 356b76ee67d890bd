import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let b6 = Article(
    "quzhou.b6", Label("常态开展换届“回头看”评定红黄灰“三色”村干部", "Midterm vetting and three colours"),
    gist: Label(
      "届中联审；黄色“回炉”教育1周以上、“歇职”2—6个月；灰色给予组织处理或纪律处分",
      "vetted again at midterm; yellow: a week's retraining and two to six months suspended; grey: disposed of"),
    indicators: [
      Indicator(
        "quzhou.b6.midterm", title: Label("届中资格联审", "Vetted at midterm"),
        domain: .village, subject: .villagePerson, measure: .times,
        rule: Quota(
          inOffice, each: .term,
          .facts(
            """
            select
              w.village_id || ':' || w.person_id as subject_id,
              w.held_on,
              1 as amount,
              'village_vettings/' || w.vetting_id as evidence
            from {village_vettings} w
            where w.kind = 'midterm'
            """, atLeast: "count"),
          kind: .coverage)),
      Indicator(
        "quzhou.b6.yellow", title: Label("黄色“回炉”“歇职”", "Yellow: retrained and suspended"),
        domain: .village, subject: .row(of: .villageRatings), measure: .none,
        rule: yellow),
      Indicator(
        "quzhou.b6.grey", title: Label("灰色村干部处理", "Grey: disposed of"),
        domain: .village, subject: .row(of: .villageRatings), measure: .none,
        rule: Deadline(
          .days("days"), cases: .begunThisYear, from: "c.rated_on",
          of: Rows.of(.villageRatings, where: "c.color = 'grey'"),
          done: "case when c.disposal is not null then c.disposed_on end")),
      Indicator(
        "quzhou.b6.colours", title: Label("“三色”评定情况", "Ratings by colour"),
        domain: .village, subject: .jurisdiction, measure: .times,
        rule: Statistic(
          ofClasses: ["red", "yellow", "grey"],
          facts: """
            select
              g.color as class,
              'village_ratings/' || g.rating_id as evidence
            from {village_ratings} g
            where g.rated_on between {year_start} and {as_of}
            """)),
    ])

  /// A result for each village that a person serves.
  private static let inOffice = Population(
    "village cadres by village",
    """
    select distinct
      vc.village_id || ':' || vc.person_id as subject_id,
      vc.township_id as unit_id
    from current_village_cadre vc
    where vc.role <> 'reserve'
    """)

  /// Retraining and suspension each count once both of their dates are given; either one out of bounds decides.
  private static let yellow = Cases(
    .ofTheYearAndPending(by: "c.rated_on"), of: Rows.of(.villageRatings, where: "c.color = 'yellow'"),
    outcomes: [
      .when("not (\(isRetrained))", .unmet(.retrainingTooShort)),
      .when("not (\(hanging: isSuspended))", .unmet(.suspensionOutOfBounds)),
      .when(
        """
        c.suspended_from is null
          and {as_of} > (c.rated_on + make_interval(months => {wait_months}))::date
        """, .unmet(.suspensionNotBegun)),
      .when(
        """
        (\(isRetrained))
          and (\(hanging: isSuspended))
        """, .met),
    ], otherwise: .pending(.ratingRunning),
    detail: """
      case
        when not (\(isRetrained)) then (c.retrained_to - c.retrained_from + 1) || '/' || {retraining_days}
        when not (\(hanging: isSuspended))
          then concat_ws(
            '/',
            c.suspended_from,
            c.suspended_to,
            (c.suspended_from + make_interval(months => {min_months}))::date,
            (c.suspended_from + make_interval(months => {max_months}))::date
          )
        when c.suspended_from is null
          and {as_of} > (c.rated_on + make_interval(months => {wait_months}))::date
          then (c.rated_on + make_interval(months => {wait_months}))::date::text
      end
      """)

  private static let isRetrained = "c.retrained_to - c.retrained_from + 1 >= {retraining_days}"

  private static let isSuspended = """
    c.suspended_to between (c.suspended_from + make_interval(months => {min_months}))::date
      and (c.suspended_from + make_interval(months => {max_months}))::date
    """
}
