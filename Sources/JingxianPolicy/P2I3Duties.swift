import CadreModel
import PolicyKit

extension Article {
  static let p2i3 = Article(
    "jingxian.2.3", Label("着力强化履职担当", "Doing one's duty"),
    gist: Label(
      "对年度综合考核排名后3位的县管领导班子和领导干部、“蜗牛杯”单位，由县纪委监委、县委组织部负责同志约谈；不称职的及时调整",
      "the last three teams and cadres of the yearly assessment and the snail-cup units are summoned by those in charge of discipline inspection and organisation; the incompetent are moved"
    ),
    indicators: [
      Indicator(
        "jingxian.2.3.bottom-units", title: Label("考核末位班子约谈", "Bottom units summoned"),
        domain: .assessment, subject: .unit, measure: .none,
        rule: SummonRules.summoned(
          kind: .ranking,
          who: SummonRules.bottom(
            subjectKind: "unit",
            population: SummonRules.units)),
        beside: SummonRules.ranking(
          subjectKind: "unit", population: SummonRules.units,
          names: "select u.unit_id as id, u.unit_name as name from live_unit u")),
      Indicator(
        "jingxian.2.3.bottom-cadres", title: Label("考核末位干部约谈", "Bottom cadres summoned"),
        domain: .assessment, subject: .person, measure: .none,
        rule: SummonRules.summoned(
          kind: .ranking,
          who: SummonRules.bottom(
            subjectKind: "person",
            population: SummonRules.cadres)),
        beside: SummonRules.ranking(
          subjectKind: "person", population: SummonRules.cadres,
          names: "select p.person_id as id, p.name from {persons} p")),
      Indicator(
        "jingxian.2.3.snail-cup", title: Label("“蜗牛杯”单位约谈", "Snail-cup units summoned"),
        domain: .assessment, subject: .unit, measure: .none,
        rule: SummonRules.summoned(
          kind: .deadline,
          who: """
            select
              'unit' as subject_kind,
              u.unit_id as subject_id,
              u.unit_id,
              array_agg('assessments/' || a.assessment_id order by a.assessment_id collate "C") as evidence
            from {assessments} a
            join live_unit u on u.unit_id = a.subject_id
            where a.subject_kind = 'unit'
              and a.year = {last_year}
              and a.snail_cup
            group by u.unit_id
            """)),
      Indicator(
        "jingxian.2.3.incompetent", title: Label("不称职领导干部调整", "Incompetent leaders moved"),
        domain: .assessment, subject: .person, measure: .none,
        rule: UnfitRules.dealtWith(
          where: """
            n.managed_by = 'county'
              and \(hanging: HeldPosts.heldLeadingPost(by: "n.person_id", on: "{last_year_end}"))
            """)),
    ])
}
