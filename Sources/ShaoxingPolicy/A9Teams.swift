import CadreModel
import PolicyKit

extension Article {
  static let a9 = Article(
    "shaoxing.9", Label("建设团结协作能征善战的“狮子型”团队", "Teams that work together"),
    gist: Label(
      "选好党政正职，班子经历、专长、性格互补，老中青梯次配备；后备干部、结构性干部、选调生村官建立名单、精准培养；重视女干部和党外干部",
      "the right heads; experience, skills and character complement each other, old, middle and young together; "
        + "lists of reserve and young cadres brought up one by one; women and non-Party cadres"),
    indicators: [
      Indicator(
        "shaoxing.9.women", title: Label("女领导干部比例", "Share of women"),
        domain: .selection, subject: .jurisdiction, measure: .share, rule: CompositionRules.women
      )
      .lacking("领导干部", "leading cadres"),
      Indicator(
        "shaoxing.9.non-party", title: Label("党外领导干部比例", "Share of non-Party leaders"),
        domain: .selection, subject: .jurisdiction, measure: .share, rule: CompositionRules.nonParty
      )
      .lacking("领导干部", "leading cadres"),
      Indicator(
        "shaoxing.9.young", title: Label("年轻领导干部比例", "Share of young leaders"),
        domain: .selection, subject: .jurisdiction, measure: .share, rule: CompositionRules.young
      )
      .lacking("领导干部", "leading cadres"),
      Indicator(
        "shaoxing.9.mixed-teams", title: Label("班子结构配备比例", "Teams by composition"),
        domain: .selection, subject: .jurisdiction, measure: .share, rule: CompositionRules.mixedTeams
      )
      .lacking("达到规定人数的班子", "teams of that many persons"),
      Indicator(
        "shaoxing.9.grassroots-heads", title: Label("党政正职有基层领导经历比例", "Heads with experience at the grassroots"),
        domain: .selection, subject: .jurisdiction, measure: .share, rule: GrassrootsHeads.share
      )
      .lacking("今年新任的党政正职", "heads who took office this year"),
      Indicator(
        "shaoxing.9.lists", title: Label("三个名单人数", "Persons on the three lists"),
        domain: .selection, subject: .jurisdiction, measure: .persons,
        rule: Statistic(
          ofClasses: ["reserve", "structural", "selected_graduate"],
          facts: """
            select
              listed.class,
              'persons/' || r.person_id as evidence
            from on_roll r
            cross join unnest(r.lists) as listed (class)
            """)),
      .attested("shaoxing.9"),
    ])
}

/// Principals of counties and townships who led at the grassroots before (article 9).
private enum GrassrootsHeads {
  /// The whole: posts of principals in live county party committees and townships that began this year. The part: those
  /// whose holder has an earlier record of another post, leading or a principal's, in a unit of township level.
  static let share = Statistic(
    shareOf: """
      select
        exists (
          select
          from {posts} o
          join {units} f on f.unit_id = o.unit_id
          where o.person_id = p.person_id
            and o.post_key <> p.post_key
            and o.started_on < p.started_on
            and f.level = 'township'
            and (o.leading or o.role = 'principal')
        ) as counts,
        'posts/' || p.post_id as evidence
      from {posts} p
      join live_unit u on u.unit_id = p.unit_id
      where p.role = 'principal'
        and p.started_on >= {year_start}
        and (u.unit_kind = 'township' or u.unit_kind = 'party_committee' and u.level = 'county')
      """)
}
