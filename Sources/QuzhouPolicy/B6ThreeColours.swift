import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let b6 = Article(
    "quzhou.b6", Label("常态开展换届“回头看”评定红黄灰“三色”村干部", "Midterm vetting and three colours"),
    gist: Label(
      "届中联审；黄色“回炉”教育1周以上、“歇职”2—6个月；灰色给予组织处理或纪律处分",
      "vetted again at midterm; yellow: a week's retraining and two to six months suspended; grey: dealt with"),
    indicators: [
      Indicator(
        "quzhou.b6.midterm", title: Label("届中资格联审", "Vetted at midterm"),
        domain: .village, subject: .villagePerson, measure: .none, rule: MidtermRules.vetted),
      Indicator(
        "quzhou.b6.removed", title: Label("届中联审不合格人员清理", "Failed at midterm, out of office"),
        domain: .village, subject: .row(of: .villageVettings), measure: .none, rule: MidtermRules.removed),
      Indicator(
        "quzhou.b6.refilled", title: Label("清理后配齐配强班子", "Office filled again"),
        domain: .village, subject: .row(of: .villageCadres), measure: .none, rule: MidtermRules.refilled),
      Indicator(
        "quzhou.b6.rated", title: Label("“三色”评定全覆盖", "Everyone rated by colour"),
        domain: .village, subject: .villagePerson, measure: .times, rule: rated),
      Indicator(
        "quzhou.b6.yellow", title: Label("黄色“回炉”“歇职”", "Yellow: retrained and suspended"),
        domain: .village, subject: .row(of: .villageRatings), measure: .none,
        rule: yellow),
      Indicator(
        "quzhou.b6.follow-up", title: Label("黄色“歇职”期满后续处理", "After the suspension"),
        domain: .village, subject: .row(of: .villageRatings), measure: .none,
        rule: Deadline(
          .days("days"), cases: .begunThisYear, from: "c.suspended_to",
          of: Rows.of(.villageRatings, where: "c.color = 'yellow' and c.suspended_to is not null"),
          done: "case when c.follow_up is not null then c.follow_up_on end")),
      Indicator(
        "quzhou.b6.grey", title: Label("灰色村干部处理", "Grey: dealt with"),
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

  /// Rated within the year, by village; in office only since its last days: exempt.
  private static let rated = Quota(
    Population(
      "village cadres by village",
      """
      select
        o.village_id || ':' || o.person_id as subject_id,
        o.township_id as unit_id,
        o.began_on
      from village_office o
      """, exemption: Exemption("s.began_on > p.ends - {grace_days}", reason: .officeBeganLate)),
    each: .year,
    .facts(
      """
      select
        g.village_id || ':' || g.person_id as subject_id,
        g.rated_on as held_on,
        1 as amount,
        'village_ratings/' || g.rating_id as evidence
      from {village_ratings} g
      """, atLeast: "count"),
    kind: .coverage)

  /// What follows a yellow rating: retraining and suspension, each over once both of its dates are given. A single breach
  /// makes the case unmet; without one it stays pending until both are over.
  private static let yellow = Cases(
    .ofTheYearAndPending(by: "c.rated_on"),
    of: """
      select
        g.*,
        (g.rated_on + make_interval(months => {wait_months}))::date as wait_ends_on,
        (g.suspended_from + make_interval(months => {min_months}))::date as suspended_at_least_to,
        (g.suspended_from + make_interval(months => {max_months}))::date as suspended_at_most_to,
        g.retrained_to - g.retrained_from + 1 as retrained_days
      from (
      \(hanging: Rows.of(.villageRatings, where: "c.color = 'yellow'"))
      ) g
      """,
    outcomes: [
      .when("c.retrained_days < {retraining_days}", .unmet(.retrainingTooShort)),
      .when(
        "c.suspended_to not between c.suspended_at_least_to and c.suspended_at_most_to",
        .unmet(.suspensionOutOfBounds)),
      .when("c.suspended_to is null and {as_of} > c.suspended_at_most_to", .unmet(.suspensionOverrun)),
      .when("c.retrained_days is null and {as_of} > c.wait_ends_on", .unmet(.retrainingNotEnded)),
      .when("c.suspended_from is null and {as_of} > c.wait_ends_on", .unmet(.suspensionNotBegun)),
      .when("c.retrained_days is not null and c.suspended_from is not null and c.suspended_to is not null", .met),
    ], otherwise: .pending(.ratingRunning),
    detail: """
      case
        when c.retrained_days < {retraining_days} then c.retrained_days || '/' || {retraining_days}
        when c.suspended_to not between c.suspended_at_least_to and c.suspended_at_most_to
          then concat_ws('/', c.suspended_from, c.suspended_to, c.suspended_at_least_to, c.suspended_at_most_to)
        when c.suspended_to is null and {as_of} > c.suspended_at_most_to
          then concat_ws('/', c.suspended_from, c.suspended_at_most_to)
        when (c.retrained_days is null or c.suspended_from is null) and {as_of} > c.wait_ends_on
          then c.wait_ends_on::text
      end
      """)
}
