import CadreModel
import PolicyKit
import PostgresClient

extension FiguresReader {
  /// The figures of a run's statistics: of their results, which for most are one or a few.
  ///
  /// Of a classification the subjects of a class are counted; of figures about several subjects counts are added up, and of
  /// shares the mean is taken.
  nonisolated(nonsending) func statistics(of run: Run, _ indicators: [RunIndicator]) async throws -> RunStatistics {
    var statistics = RunStatistics()
    let wanted = indicators.filter { $0.indicator.isStatistic && $0.missingTables.isEmpty }
    guard !wanted.isEmpty else { return statistics }
    let names = Dictionary(wanted.map { ($0.ordinal, $0.indicator.id) }) { first, _ in first }
    // Written out, they are found by the index.
    let list = wanted.map { String($0.ordinal) }.joined(separator: ", ")
    let rows = try await connection.query(
      Statement(
        "statistics",
        """
        with figure as (
          select
            r.ordinal,
            r.class,
            case
              when r.ordinal = any($3::bigint[]) then (r.status = 'info')::integer
              else r.observed
            end as value,
            r.ordinal = any($4::bigint[]) as is_share
          from results r
          where r.city_code = $1
            and r.result_set = $2
            and r.ordinal in (\(list))
        )
        select
          f.ordinal,
          f.class,
          grouping(f.class) = 1 as is_total,
          case
            when f.is_share then round(avg(f.value), 4)
            else trim_scale(sum(f.value))
          end::text as value
        from figure f
        group by
          f.ordinal,
          f.is_share,
          grouping sets ((f.class), ())
        """,
        [
          .text(run.city), .text(run.resultSet),
          ordinals(wanted.filter { $0.indicator.rule.kind == .classification }),
          ordinals(wanted.filter { $0.indicator.measure.isFraction }),
        ]))
    for row in rows {
      guard let name = names[try row.decode("ordinal", as: Int.self)] else { continue }
      let value = try row.decode("value", as: String?.self)
      if try row.decode("is_total", as: Bool.self) {
        statistics.add(total: value, of: name)
      } else {
        statistics.add(value, of: name, class: try row.decode("class", as: String?.self))
      }
    }
    return statistics
  }

  private func ordinals(_ indicators: [RunIndicator]) -> Parameter {
    .intArray(indicators.map { Int64($0.ordinal) })
  }
}
