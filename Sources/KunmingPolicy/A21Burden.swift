import CadreModel
import PolicyKit

/// Joint supervision, and fewer burdens on the grassroots (articles 18, 21).
extension Article {
  static let a18 = Article(
    "kunming.18", Label("形成监督合力", "Joint supervision"),
    gist: Label(
      "各类监督结合，畅通举报渠道，信息共享",
      "all kinds of supervision combined, channels of petition open, information shared"),
    indicators: [
      Indicator(
        "kunming.18.channels", title: Label("举报渠道情况", "Reports by channel"),
        domain: .supervision, subject: .jurisdiction, measure: .times, rule: PetitionRules.channels),
      .attested("kunming.18"),
    ])

  static let a21 = Article(
    "kunming.21", Label("减轻基层干部负担", "Less burden on the grassroots"),
    gist: Label(
      "精简会议文件和督查检查，检查结果互认",
      "fewer meetings, papers and checks; results of checks are shared"),
    indicators: [
      Indicator(
        "kunming.21.checks", title: Label("乡镇迎检次数", "Inspections of townships"),
        domain: .care, subject: .unit, measure: .times,
        rule: Statistic(
          rows: """
            select
              u.unit_id as subject_id,
              u.unit_id,
              span.class,
              count(i.inspection_id)::numeric as observed,
              array_agg('inspections/' || i.inspection_id order by i.inspection_id collate "C")
                filter (where i.inspection_id is not null) as evidence
            from live_unit u
            cross join (
              values
                ('this_year', {year_start}, {as_of}),
                ('last_year', {last_year_start}, ({as_of} - interval '1 year')::date)
            ) as span (class, starts, ends)
            left join {inspections} i
              on i.unit_id = u.unit_id
              and i.started_on between span.starts and span.ends
            where u.unit_kind = 'township'
            group by
              u.unit_id,
              span.class
            """, classCode: "c.class")),
      Indicator(
        "kunming.21.burden", title: Label("会议文件检查增减", "Meetings, papers and checks, change"),
        domain: .care, subject: .unit, measure: .times,
        rule: Statistic(
          rows: """
            select
              u.unit_id as subject_id,
              u.unit_id,
              counted.class,
              counted.change::numeric as observed,
              array['burdens/' || b.unit_id || ':' || b.year, 'burdens/' || l.unit_id || ':' || l.year] as evidence
            from live_unit u
            join {burdens} b
              on b.unit_id = u.unit_id
              and b.year = {year}
            join {burdens} l
              on l.unit_id = u.unit_id
              and l.year = {last_year}
            cross join lateral (
              values
                ('meetings', b.meetings - l.meetings),
                ('documents', b.documents - l.documents),
                ('inspections', b.inspections - l.inspections)
            ) as counted (class, change)
            """, classCode: "c.class")),
      .attested("kunming.21"),
    ])
}
