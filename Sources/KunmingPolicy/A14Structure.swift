import CadreModel
import PolicyKit

/// Who is given posts, and how teams are made up (articles 11-14).
extension Article {
  static let a11 = Article(
    "kunming.11", Label("突出政治标准", "Political standard"),
    gist: Label(
      "把对党忠诚作为第一标准，政治上不合格的“一票否决”",
      "loyalty is the first standard; who fails it is vetoed"),
    indicators: [
      Indicator(
        "kunming.11.veto", title: Label("政治不合格一票否决", "Veto of the politically unqualified"),
        domain: .political, subject: .person, measure: .none, rule: PoliticalVettingRules.veto)
    ])

  static let a12 = Article(
    "kunming.12", Label("拓宽用人视野", "A wider field of choice"),
    gist: Label(
      "跨条块跨领域交流，多渠道发现人才，建立专业干部人才库",
      "exchange across fields, many channels of finding people, pools of specialists"),
    indicators: [
      Indicator(
        "kunming.12.pool", title: Label("专业干部人才库人数", "Persons in the talent pool"),
        domain: .selection, subject: .jurisdiction, measure: .persons,
        rule: Statistic(
          countOf: """
            select 'persons/' || r.person_id as evidence
            from on_roll r
            where 'talent_pool' = any(r.lists)
            """)),
      .attested("kunming.12", by: .cityAndCountyCommittees),
    ])

  static let a13 = Article(
    "kunming.13", Label("坚持公正用人", "Fair selection"),
    gist: Label(
      "依事择人，定期分析研判班子，纠正唯票唯分唯GDP唯年龄",
      "the post decides who is chosen; teams are analysed regularly"),
    indicators: [
      Indicator(
        "kunming.13.analysis", title: Label("领导班子定期分析研判", "Teams analysed regularly"),
        domain: .supervision, subject: .unit, measure: .times, rule: ofCommittees("comprehensive_analysis")),
      .attested("kunming.13"),
    ])

  static let a14 = Article(
    "kunming.14", Label("优化领导班子和干部队伍结构", "Structure of teams"),
    gist: Label(
      "形成职位需求分析和人岗匹配评估意见，老中青梯次配备，统筹女干部、少数民族干部、党外干部",
      "needs of posts are analysed; old, middle and young are combined; women, minorities and non-Party cadres"),
    indicators: [
      Indicator(
        "kunming.14.women", title: Label("女领导干部比例", "Share of women"),
        domain: .selection, subject: .jurisdiction, measure: .share, rule: CompositionRules.women
      )
      .lacking("领导干部", "leading cadres"),
      Indicator(
        "kunming.14.non-party", title: Label("党外领导干部比例", "Share of non-Party leaders"),
        domain: .selection, subject: .jurisdiction, measure: .share, rule: CompositionRules.nonParty
      )
      .lacking("领导干部", "leading cadres"),
      Indicator(
        "kunming.14.young", title: Label("年轻领导干部比例", "Share of young leaders"),
        domain: .selection, subject: .jurisdiction, measure: .share, rule: CompositionRules.young
      )
      .lacking("领导干部", "leading cadres"),
      Indicator(
        "kunming.14.mixed-teams", title: Label("班子结构配备比例", "Teams by composition"),
        domain: .selection, subject: .jurisdiction, measure: .share, rule: CompositionRules.mixedTeams
      )
      .lacking("达到人数的领导班子", "teams of that size"),
      Indicator(
        "kunming.14.minority", title: Label("少数民族领导干部比例", "Share of minorities"),
        domain: .selection, subject: .jurisdiction, measure: .share, rule: CompositionRules.minority
      )
      .lacking("领导干部的民族", "the ethnicity of leading cadres"),
      Indicator(
        "kunming.14.job-fit", title: Label("人岗匹配评估", "Assessment of fit for the post"),
        domain: .selection, subject: .unit, measure: .times, rule: ofCommittees("job_fit_assessment")),
    ])

  /// Activities of live city and county party committees. Parameter: `count`, a year.
  private static func ofCommittees(_ activity: String) -> Quota {
    Quota(
      .units(.partyCommittee, levels: [.city, .county]), each: .year,
      .facts(Facts.activitiesOfUnits(activity), atLeast: "count"))
  }
}
