import CadreModel
import DataContract
import Evaluation
import Journal
import PostgresClient

/// Compares what is derived from a city's data with what it is derived from: training sums with records, units' counts with
/// results, runs' records with units' counts.
struct DerivedCheck {
  let city: City
  let connection: PostgresConnection

  /// At most so many are named.
  private static let mostNamed = 20

  /// Within a transaction about the city.
  func run() async throws -> [IntegrityFinding] {
    try await trainingSums() + results() + counts()
  }

  private func trainingSums() async throws -> [IntegrityFinding] {
    let counted = TrainingYears.counted
    let rows = try await connection.query(
      Statement(
        "compare training sums",
        """
        with summed as (
          \(TrainingYears.sums(of: "cadre.training_records", "cadre.training_classes", city: "$1"))
        ),
        differing as (
          select coalesce(s.person_id, y.person_id) as person_id
          from summed s
          full join (
            select *
            from training_years t
            where t.city_code = $1
          ) y
            on y.person_id = s.person_id
            and y.year = s.year
          where (\(counted.map { "coalesce(s.\($0), 0)" }.joined(separator: ", "))) is distinct from
              (\(counted.map { "coalesce(y.\($0), 0)" }.joined(separator: ", ")))
            or s.first_on < y.first_on
            or s.settled_on > y.settled_on
        )
        select
          count(*) as years,
          (array_agg(distinct d.person_id order by d.person_id))[1:\(Self.mostNamed)] as persons
        from differing d
        """, [.text(city.code)]))
    guard let row = rows.first, try row.decode("years", as: Int.self) > 0 else { return [] }
    return [.trainingSums(city: city, years: try row.decode("years"), persons: try row.decode("persons"))]
  }

  private func results() async throws -> [IntegrityFinding] {
    let rows = try await connection.query(
      Statement(
        "compare units' counts",
        """
        with counted as (
          \(RunCounts.ofResults)
        ),
        differing as (
          select
            coalesce(c.result_set, t.result_set) as result_set,
            coalesce(c.ordinal, t.ordinal) as ordinal,
            coalesce(c.unit_id, t.unit_id) as unit_id
          from counted c
          full join (
            select *
            from unit_tallies u
            where u.city_code = $1
          ) t
            on t.result_set = c.result_set
            and t.ordinal = c.ordinal
            and t.unit_id = c.unit_id
          where (\(RunCounts.columns.map { "coalesce(c.\($0), 0)" }.joined(separator: ", "))) is distinct from
            (\(RunCounts.columns.map { "coalesce(t.\($0), 0)" }.joined(separator: ", ")))
        )
        select
          r.as_of::text as as_of,
          coalesce(i.indicator, d.ordinal::text) as indicator,
          (array_agg(d.unit_id order by d.unit_id))[1:\(Self.mostNamed)] as units
        from differing d
        left join result_sets s
          on s.city_code = $1
          and s.result_set = d.result_set
        left join runs r
          on r.city_code = $1
          and r.run_id = s.run_id
        left join run_indicators i
          on i.city_code = $1
          and i.run_id = s.run_id
          and i.ordinal = d.ordinal
        group by
          r.as_of,
          i.indicator,
          d.ordinal
        order by
          r.as_of,
          d.ordinal
        """, [.text(city.code)]))
    return try rows.map { row in
      .results(
        city: city, asOf: try row.decode("as_of", as: String?.self).flatMap { Day($0) },
        indicator: try row.decode("indicator"), units: try row.decode("units"))
    }
  }

  private func counts() async throws -> [IntegrityFinding] {
    let statuses = RunCounts.statuses
    let rows = try await connection.query(
      Statement(
        "compare runs' records",
        """
        with counted as (
          select
            t.result_set,
            t.ordinal,
            \(statuses.map { "sum(t.\($0)) as \($0)" }.joined(separator: ",\n    "))
          from unit_tallies t
          where t.city_code = $1
          group by
            t.result_set,
            t.ordinal
        )
        select
          r.as_of::text as as_of,
          array_agg(i.indicator order by i.ordinal) as indicators
        from result_sets s
        join runs r
          on r.city_code = s.city_code
          and r.run_id = s.run_id
        join run_indicators i
          on i.city_code = s.city_code
          and i.run_id = s.run_id
        left join counted c
          on c.result_set = s.result_set
          and c.ordinal = i.ordinal
        where s.city_code = $1
          and (\(statuses.map { "i.\($0)" }.joined(separator: ", "))) is distinct from
            (\(statuses.map { "coalesce(c.\($0), 0)" }.joined(separator: ", ")))
        group by
          r.run_id,
          r.as_of
        order by r.as_of
        """, [.text(city.code)]))
    return try rows.compactMap { row in
      guard let asOf = Day(try row.decode("as_of", as: String.self)) else { return nil }
      return .counts(city: city, asOf: asOf, indicators: try row.decode("indicators"))
    }
  }
}
