import CadreModel
import DataContract
import PolicyKit

/// A leading cadre of county rank or above, of persons on roll `r`.
private let isSeniorLeader = "r.is_leading and r.rank in ('county_division', 'bureau')"

extension Article {
  static let a15 = Article(
    "kunming.15", Label("加强日常监督", "Daily supervision"),
    gist: Label(
      "个人有关事项报告和抽查核实；整治违规兼职取酬、“裸官”等问题，规范领导干部亲属经商办企业",
      "personal matters are reported and verified; part-time posts and pay against the rules are ended, relatives' business is kept to the rules"
    ),
    indicators: [
      Indicator(
        "kunming.15.matters", title: Label("个人有关事项按时报告", "Personal matters reported in time"),
        domain: .discipline, subject: .row(of: .declarations), measure: .none,
        rule: DeclarationRules.reportedYearlyOrSoon(
          kinds: ["housing", "investment", "marriage", "family_employment"])),
      Indicator(
        "kunming.15.part-time", title: Label("违规兼职取酬清理", "Part-time posts and pay resolved"),
        domain: .discipline, subject: .row(of: .declarations), measure: .none, rule: DeclarationRules.partTimeResolved),
      Indicator(
        "kunming.15.verified", title: Label("个人有关事项随机抽查比例", "Personal matters verified at random"),
        domain: .discipline, subject: .jurisdiction, measure: .share,
        rule: Quota(
          .jurisdiction, within: .year,
          .progress(
            """
            select
              $1::text as subject_id,
              count(v.person_id)::numeric / count(*) as observed,
              {share}::numeric as required,
              count(v.person_id) >= {share}::numeric * count(*) as reached,
              concat_ws('/', count(v.person_id), count(*), ceil({share}::numeric * count(*))) as told,
              array_agg(v.evidence order by v.evidence collate "C") filter (where v.evidence is not null) as evidence
            from on_roll r
            left join (
            \(verified)
            ) v on v.person_id = r.person_id
            where \(isSeniorLeader)
            having count(*) > 0
            """, absent: .noData, detail: "d.told"),
          kind: .share),
        beside: .rest(
          Label("尚未抽查的", "not verified yet"),
          rows: """
            select
              $1::text as subject_id,
              r.person_id as id,
              p.name,
              null::numeric as amount
            from on_roll r
            join {persons} p on p.person_id = r.person_id
            where \(isSeniorLeader)
              and r.person_id not in (
                select v.person_id
                from (
                \(verified)
                ) v
              )
            """)
      )
      .lacking("县处级以上领导干部", "leading cadres of county rank or above"),
      Indicator(
        "kunming.15.handled", title: Label("漏报瞒报处理", "Omissions and concealments dealt with"),
        domain: .discipline, subject: .row(of: .verifications), measure: .none,
        rule: Deadline(
          .days("days"), cases: .begunThisYear, from: "c.verified_on",
          of: Rows.of(.verifications, where: "c.result in ('omitted', 'concealed')"), done: "c.handled_on")),
    ])

  /// Persons whose reported matters were verified at random this year, with the day of the first time.
  private static let verified = """
    select
      c.person_id,
      'verifications/' || min(c.verification_id collate "C") as evidence
    from {verifications} c
    where c.kind = 'random'
      and c.verified_on >= {year_start}
    group by c.person_id
    """
}
