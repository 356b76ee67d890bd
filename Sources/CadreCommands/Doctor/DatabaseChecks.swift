import CadreModel
import PostgresClient
import Schema

/// The checks that ask the database.
struct DatabaseChecks {
  let connection: PostgresConnection

  func findings() async throws -> [DoctorFinding] {
    var findings = try await ServerFacts.read(from: connection).findings
    let migrations = try await migrations()
    findings.append(migrations)
    // Without the tables there is nothing to ask.
    guard migrations.state == .ok else { return findings }
    findings.append(try await calendar().finding)
    findings.append(try await deliveries().finding)
    return findings
  }

  private func migrations() async throws -> DoctorFinding {
    do {
      let status = try await Migrations.shipped().status(of: connection)
      if status.isUpToDate {
        return .ok(.migrations, Label("已是最新（迁移 \(status.version)）", "up to date (migration \(status.version))"))
      }
      return .failed(
        .migrations,
        Label("缺少 \(status.pending.count) 个迁移", "\(status.pending.count) migrations are missing"),
        Label("请运行 cadre migrate", "run cadre migrate"))
    } catch let error as MigrationError {
      return .failed(
        .migrations, Label(error.message(in: .chinese), error.message(in: .english)),
        Label("请使用与数据库相符的 cadre 版本", "use the version of cadre that fits the database"))
    }
  }

  private func calendar() async throws -> CalendarCoverage {
    let rows = try await connection.query(
      Statement(
        "calendar coverage",
        """
        select coalesce(array_agg(distinct extract(year from day)::integer), '{}') as years,
          extract(year from current_date)::integer as this_year
        from workdays
        """))
    guard let row = rows.first else { return CalendarCoverage(years: [], thisYear: 0) }
    return CalendarCoverage(
      years: try row.decode("years", as: [Int].self), thisYear: try row.decode("this_year", as: Int.self))
  }

  private func deliveries() async throws -> CityDeliveries {
    let rows = try await connection.query(
      Statement(
        "last deliveries",
        """
        select city_code,
          to_char(max(imported_on), 'YYYY-MM-DD') as last_day
        from imports
        group by city_code
        order by city_code collate "C"
        """))
    return CityDeliveries(
      last: try rows.map {
        CityDeliveries.Delivery(city: try $0.decode("city_code"), day: try $0.decode("last_day"))
      })
  }
}

/// When each city's data last came in.
struct CityDeliveries: Hashable, Sendable {
  struct Delivery: Hashable, Sendable {
    let city: String
    /// `2025-03-01`, UTC.
    let day: String
  }

  let last: [Delivery]

  var finding: DoctorFinding {
    guard !last.isEmpty else {
      return .warning(
        .cities, Label("还没有任何城市的数据", "no city has handed in data yet"),
        Label("请运行 cadre import --city 城市 目录", "run cadre import --city CITY FOLDER"))
    }
    let chinese = last.map { "\($0.city)（\($0.day) 导入）" }.joined(separator: "、")
    let english = last.map { "\($0.city) (imported on \($0.day))" }.joined(separator: ", ")
    return .ok(.cities, Label(chinese, english))
  }
}
