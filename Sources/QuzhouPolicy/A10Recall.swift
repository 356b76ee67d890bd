import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let a10 = Article(
    "quzhou.a10", Label("严格执行干部召回管理制度", "Recall of cadres"),
    gist: Label(
      "召回干部停职后参加10—15天集中教育，考试合格的跟踪考察，考核合格的回原单位履职",
      "suspended, 10 to 15 days of education, exam, tracking, and only then back to the post"),
    indicators: [
      Indicator(
        "quzhou.a10.education", title: Label("召回集中教育天数", "Days of education"),
        domain: .discipline, subject: .row(of: .recallRounds), measure: .days,
        rule: Cases(
          .ofTheYearAndPending(by: "c.education_start"),
          of: """
            select
              c.recall_id || ':' || c.round as subject_id,
              r.unit_id,
              c.suspended_on,
              c.education_start,
              c.education_end,
              (coalesce(c.education_end, {as_of}) - c.education_start + 1)::numeric as days,
              array['recall_rounds/' || c.recall_id || ':' || c.round] as evidence
            from {recall_rounds} c
            left join on_roll r on r.person_id = c.person_id
            where c.education_start is not null
            """, amounts: Amounts(observed: "c.days"),
          outcomes: [
            .when("c.education_end is null and c.days <= {max_days}", .pending(.educationRunning)),
            .when("c.education_end is null", .unmet(.educationOutOfBounds)),
            .when("c.days not between {min_days} and {max_days}", .unmet(.educationOutOfBounds)),
            .when("c.suspended_on <= c.education_start", .met),
          ], otherwise: .unmet(.educationBeforeSuspension),
          detail: """
            case
              when c.education_end is null and c.days <= {max_days} then null
              when c.education_end is null or c.days not between {min_days} and {max_days}
                then {min_days} || '/' || {max_days}
              else \(hanging: [Part.datedFrom("education_start", from: "suspended_on")].lacking("c"))
            end
            """)),
      Indicator(
        "quzhou.a10.venue", title: Label("召回教育在市委党校", "Education at the city's Party school"),
        domain: .discipline, subject: .row(of: .recallRounds), measure: .none, rule: RecallRules.atPartySchool
      )
      .lacking("集中教育的班次", "the class of the education"),
      Indicator(
        "quzhou.a10.next-round", title: Label("考试不合格继续集中教育", "Failed exam, next round"),
        domain: .discipline, subject: .row(of: .recallRounds), measure: .none, rule: RecallRules.educatedAgain),
      Indicator(
        "quzhou.a10.reinstatement", title: Label("召回复职程序", "Reinstatement"),
        domain: .discipline, subject: .recall, measure: .none,
        rule: Cases(
          .all,
          of: """
            with last_round as (
              select distinct on (c.recall_id)
                c.*
              from {recall_rounds} c
              order by c.recall_id, c.round desc
            )
            select
              c.recall_id as subject_id,
              r.unit_id,
              c.reinstated_on,
              c.exam_passed,
              c.tracking_passed_on,
              array['recall_rounds/' || c.recall_id || ':' || c.round] as evidence
            from last_round c
            left join on_roll r on r.person_id = c.person_id
            where c.reinstated_on is null
              or c.reinstated_on >= {year_start}
            """,
          outcomes: [
            .when("c.reinstated_on is null", .pending(.notReinstated)),
            .when("c.exam_passed and c.tracking_passed_on <= c.reinstated_on", .met),
          ], otherwise: .unmet(.reinstatedTooSoon),
          detail: """
            case when c.reinstated_on is not null
              then \(hanging: [Part.so("exam_passed"), .dated("tracking_passed_on", by: "reinstated_on")].lacking("c"))
            end
            """)),
      Indicator(
        "quzhou.a10.unfit", title: Label("考核不称职干部召回或处置", "Incompetent recalled or moved"),
        domain: .discipline, subject: .person, measure: .none, rule: UnfitRules.dealtWith(orRecalled: true)),
      Indicator(
        "quzhou.a10.recalled", title: Label("召回干部按期停职", "Suspended once recalled"),
        domain: .discipline, subject: .row(of: .measures), measure: .none, rule: RecallRules.suspended),
      Indicator(
        "quzhou.a10.repeated", title: Label("多次考试不合格处理比例", "Repeated failures dealt with"),
        domain: .discipline, subject: .jurisdiction, measure: .share, rule: RecallRules.failedRepeatedly
      )
      .lacking("两轮以上考试不合格的召回", "a recall with two failed exams"),
    ])
}
