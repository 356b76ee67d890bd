import CadreModel
import PolicyKit

extension Article {
  static let a6 = Article(
    "kunming.6", Label("注重干部跟踪培养", "Following up young cadres"),
    gist: Label(
      "每年选派一批市级机关年轻干部与基层干部、企业骨干开展双向挂职锻炼",
      "each year young cadres are seconded between organs, the grassroots and enterprises"),
    indicators: [
      Indicator(
        "kunming.6.secondments", title: Label("年轻干部挂职锻炼", "Young cadres seconded"),
        domain: .rotation, subject: .jurisdiction, measure: .persons,
        rule: Quota(
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
            where r.age <= {max_age}
              and p.entry = 'secondment'
              and p.started_on >= {year_start}
            order by r.person_id, p.started_on, p.post_id collate "C"
            """, atLeast: "count")))
    ])
}
