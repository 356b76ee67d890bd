import CadreModel
import Evaluation
import PolicyKit

/// The rows of `results.csv` as one select: names joined, sentences put together, in order, all on the server.
///
/// COPY takes no parameters, so the city and the run stand in the text as literals.
struct ResultsQuery {
  let run: Run
  let indicators: [RunIndicator]
  let language: Language
  var statuses: [Status] = []
  /// A further condition on `r`, a result.
  var condition: String?
  var order = Order.catalogue
  /// At most so many rows of each indicator: the first by due date.
  var limitPerIndicator: Int?

  enum Order: String {
    /// Catalogue order, period, subject, class.
    case catalogue = "r.ordinal, r.period, r.subject_id, r.class nulls first"
    /// By date first.
    case dueDate = "r.due_on, r.ordinal, r.period, r.subject_id, r.class nulls first"
  }

  var sql: String {
    let kinds = indicators.map(\.indicator.subjectKind).distinct
    let names = SubjectNames(kinds: kinds, city: run.city, language: language)
    let sentences = ReasonSentences(language: language)
    return """
      with indicators (ordinal, indicator, subject_kind, kind_label, unit, is_share) as (
        \(indicatorRows)
      ),
      sentences as materialized (
      \(sentences.sql)
      ),
      chosen as \(chosenHint)(
      \(chosen)
      ),
      subjects as materialized (
        select distinct
          i.subject_kind as kind,
          r.subject_id as id
        from chosen r
        join indicators i on i.ordinal = r.ordinal
        where i.subject_kind in (\((names.lookedUp + [""]).map(\.sqlText).joined(separator: ", ")))
      ),
      names as (
      \(names.sql)
      )
      select
        r.policy,
        r.indicator,
        r.subject_kind,
        r.subject_id,
        r.subject_name,
        r.unit_id,
        r.unit_name,
        r.period,
        \(statusLabel) as status,
        r.class,
        r.observed,
        r.required,
        r.due_on,
        r.reason
      from (
        select
          r.ordinal,
          \(run.policy.sqlText)::text as policy,
          i.indicator,
          i.kind_label as subject_kind,
          r.subject_id,
          n.name as subject_name,
          r.unit_id,
          u.unit_name,
          r.period,
          r.status,
          r.class,
          v.observed,
          v.required,
          r.due_on,
          \(sentences.sentence(
            observed: "v.observed", required: "v.required", dueOn: "r.due_on::text", detail: "r.detail",
            reason: "r.reason")) as reason
        from chosen r
        join indicators i on i.ordinal = r.ordinal
        left join sentences s on s.ordinal = r.ordinal and s.reason = r.reason
        left join names n on n.kind = i.subject_kind and n.id = r.subject_id
        left join units u on u.city_code = \(run.city.sqlText) and u.unit_id = r.unit_id
        cross join lateral (
          select
            \(plain("r.observed")) as observed,
            \(plain("r.required")) as required
        ) v
        order by \(order.rawValue)
      ) r
      """
  }

  /// Limited rows are few: found once. All rows are streamed.
  private var chosenHint: String {
    limitPerIndicator != nil ? "materialized " : "not materialized "
  }

  private var chosen: String {
    let results = """
        select r.*
        from results r
        where r.city_code = \(run.city.sqlText)
          and r.result_set = \(run.resultSet.sqlText)\(conditions.map { "\n    and \($0)" }.joined())
      """
    guard let limitPerIndicator else { return results }
    return """
        select *
        from (
          select
            r.*,
            row_number() over (
              partition by r.ordinal
              order by r.due_on nulls last, r.period, r.subject_id, r.class nulls first
            ) as place
          from (
      \(results)
          ) r
        ) r
        where r.place <= \(limitPerIndicator)
      """
  }

  private var conditions: [String] {
    var conditions = ["r.ordinal in (\((indicators.map(\.ordinal) + [0]).map(String.init).joined(separator: ", ")))"]
    if !statuses.isEmpty {
      conditions.append("r.status in (\(statuses.map(\.rawValue.sqlText).joined(separator: ", ")))")
    }
    if let condition { conditions.append("(\(condition))") }
    return conditions
  }

  private var indicatorRows: String {
    guard !indicators.isEmpty else { return "select 0::smallint, '', '', '', '', false where false" }
    return "values\n    "
      + indicators.map { entry in
        let indicator = entry.indicator
        let isShare = indicator.measure.hasFourDigits
        // A share is told as a number alone.
        let unit = indicator.measure == .share ? "" : indicator.measure.label.text(in: language)
        return """
          (\(entry.ordinal)::smallint, \(indicator.id.sqlText), \(indicator.subjectKind.sqlText), \
          \(SubjectKinds.label(indicator.subjectKind).text(in: language).sqlText), \(unit.sqlText), \(isShare))
          """
      }.joined(separator: ",\n    ")
  }

  private var statusLabel: String {
    switch language {
    case .english: "r.status"
    case .chinese:
      "case r.status "
        + Status.allCases.map { "when \($0.rawValue.sqlText) then \($0.label.sqlText)" }.joined(separator: " ")
        + " end"
    }
  }

  /// A plain decimal without trailing zeros; shares and ratios with four digits.
  private func plain(_ number: String) -> String {
    "case when i.is_share then round(\(number), 4)::text else trim_scale(\(number))::text end"
  }
}

extension MeasureUnit {
  var hasFourDigits: Bool { self == .share || self == .ratio }
}

extension Array where Element: Hashable {
  /// Each element once, in the order of first appearance.
  var distinct: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
