import CadreModel
import PolicyKit

extension Article {
  static let a6 = Article(
    "kunming.6", Label("注重干部跟踪培养", "Following up young cadres"),
    gist: Label(
      "每年选派一批市级机关年轻干部与基层干部、企业骨干开展双向挂职锻炼；建立成长档案",
      "each year young cadres of city organs and cadres of the grassroots and enterprises are seconded both ways; growth files are kept"
    ),
    indicators: [
      Indicator(
        "kunming.6.secondments-down", title: Label("市级机关年轻干部下派挂职", "Young cadres seconded down"),
        domain: .rotation, subject: .jurisdiction, measure: .persons,
        rule: seconded(
          """
          r.age <= {max_age}
            and u.unit_kind = 'organ'
            and u.level = 'city'
            and p.secondment_to in ('grassroots', 'enterprise')
          """)),
      Indicator(
        "kunming.6.secondments-up", title: Label("基层干部和企业骨干上挂锻炼", "Grassroots and enterprise cadres seconded up"),
        domain: .rotation, subject: .jurisdiction, measure: .persons,
        rule: seconded(
          """
          u.unit_kind in ('township', 'enterprise')
            and p.secondment_to = 'city_organ'
          """)),
      Indicator(
        "kunming.6.growth-file", title: Label("年轻干部成长档案", "Growth files of young cadres"),
        domain: .rotation, subject: .person, measure: .times,
        rule: Quota(
          .persons.filtered(
            "young persons listed", where: "s.lists && array['reserve', 'talent_pool'] and s.age <= {max_age}"),
          each: .year, .facts(Facts.archivesOfPersons("growth_file"), atLeast: "count"))),
      Indicator(
        "kunming.6.graduates", title: Label("选调生任乡镇班子成员", "Selected graduates in township teams"),
        domain: .rotation, subject: .jurisdiction, measure: .persons,
        rule: Statistic(
          countOf: """
            select 'persons/' || r.person_id as evidence
            from on_roll r
            where 'selected_graduate' = any(r.lists)
              and exists (
                select
                from current_post c
                where c.person_id = r.person_id
                  and c.unit_kind = 'township'
                  and c.role in ('principal', 'deputy')
              )
            """)),
    ])

  /// Persons with a secondment begun this year, each once.
  ///
  /// - Parameter condition: SQL over the person `r`, the secondment `p` and the unit that sends, `u`.
  private static func seconded(_ condition: String) -> Quota {
    Quota(
      .jurisdiction, each: .year,
      .facts(
        """
        select distinct on (r.person_id)
          $1::text as subject_id,
          p.started_on as held_on,
          1 as amount,
          'posts/' || p.post_id as evidence
        from on_roll r
        join {posts} p on p.person_id = r.person_id
        join {units} u on u.unit_id = p.unit_id
        where p.entry = 'secondment'
          and p.started_on >= {year_start}
          and \(hanging: condition)
        order by
          r.person_id,
          p.started_on,
          p.post_id collate "C"
        """, atLeast: "count"))
  }
}
