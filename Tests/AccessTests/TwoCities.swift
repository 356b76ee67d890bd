import Access
import CadreModel
import CadreTesting
import Foundation
import PostgresClient
import Schema
import Testing

/// Two cities in one database: alpha, whose logins the tests are, and beta, each row of which says `SECRET`.
enum TwoCities {
  static let cities = [
    City(code: "alpha", nameChinese: "甲市", nameEnglish: "Alpha", provinceCode: "33", regionPrefix: "3301"),
    City(code: "beta", nameChinese: "乙市", nameEnglish: "Beta", provinceCode: "33", regionPrefix: "3302"),
  ]

  /// What stands in beta's rows and nowhere else.
  static let secret = "SECRET"

  /// A result set of beta's.
  static let secretSet = String(repeating: "b", count: 32)
  private static let set = String(repeating: "a", count: 32)
  private static let digest = String(repeating: "c", count: 64)

  /// The same rows for each city, with a word of its own in them.
  private static func rows(_ city: String, _ word: String, _ set: String) -> String {
    """
    insert into units (city_code, unit_id, unit_name, region_code, unit_kind, level)
    select '\(city)', '\(word)-U' || n, '\(word) unit', '330100', 'organ', 'city' from generate_series(1, 20) n;
    insert into persons (city_code, person_id, name, sex, birth_date, political_status, hired_on, managed_by)
    select '\(city)', '\(word)-P' || n, '\(word) name', '1', '1980-01-01', '01', '2005-01-01', 'city'
    from generate_series(1, 40) n;
    select cadre.make_city_part('talks', '\(city)', 100);
    insert into talks_\(city) (talk_id, from_person_id, to_person_id, held_on, kind)
    select '\(word)-T' || n, '\(word)-P1', '\(word)-P2', '2024-01-01', 'summon' from generate_series(1, 50) n;
    select cadre.finish_city_part('talks', '\(city)', array['city_code', 'talk_id', 'kind']);
    insert into talks (city_code, talk_id, from_person_id, to_person_id, held_on, kind)
    values ('\(city)', '\(word)-T', '\(word)-P1', '\(word)-P2', '2024-01-01', 'summon');
    insert into posts (
      city_code, post_id, person_id, unit_id, post_key, title, rank, role, branch, "leading", started_on, entry
    )
    values (
      '\(city)', '\(word)-O1', '\(word)-P1', '\(word)-U1', '\(word)-K', '\(word) title', 'county_division', 'principal', 'admin',
      true, '2018-01-01', 'initial'
    );
    insert into imports (
      city_code, import_number, imported_by, program_version, quarantine, rows_inserted, rows_updated, rows_unchanged,
      rows_rejected, watermark
    )
    values ('\(city)', 1, '\(word)', '1', false, 1, 0, 0, 0, '\(digest)');
    insert into import_files (
      city_code, import_number, table_name, file_name, sha256, encoding, byte_size, rows_inserted, rows_updated,
      rows_unchanged, rows_rejected
    )
    values ('\(city)', 1, 'persons', '\(word).csv', '\(digest)', 'utf-8', 1, 1, 0, 0, 0);
    insert into journal (city_code, import_number, table_name, row_key, change, fields, row_before)
    values ('\(city)', 1, 'persons', '\(word)-P1', 'updated', 1, '(\(word))');
    insert into digest_changes (city_code, table_name, origin, fields, rows, digest)
    values ('\(city)', 'persons', '\(word)', 1, 1, 1);
    insert into identity_keys (city_code, key_id, made_by, probe) values ('\(city)', '0123456789abcdef', '\(word)', '\(word)');
    insert into touched_persons (city_code, import_number, table_name, person_id)
    values ('\(city)', 1, 'persons', '\(word)-P1');
    insert into contradictions (
      city_code, kind, table_name, row_key, other_key, subject_id, detail, import_number
    )
    values ('\(city)', 'x', 'persons', '\(word)-P1', '', '\(word)-P1', '{}', 1);
    insert into runs (
      city_code, run_id, policy, as_of, rules_digest, schema_version, watermark, result_count, evaluated_by
    )
    values ('\(city)', '\(set)', '\(word)', '2025-06-30', '', 1, '', 1, '\(word)');
    insert into run_indicators (city_code, run_id, ordinal, indicator, subject_kind, missing_tables)
    values ('\(city)', '\(set)', 1, '\(word)', 'person', '{}');
    insert into result_sets (city_code, result_set, run_id) values ('\(city)', '\(set)', '\(set)');
    select cadre.make_result_part('results', '\(city)', '\(set)');
    insert into results_\(set) (city_code, result_set, ordinal, subject_id, period, status)
    select '\(city)', '\(set)', 1, '\(word)-P' || n, '2025', 'unmet' from generate_series(1, 20) n;
    select cadre.index_results('\(city)', '\(set)');
    select cadre.attach_result_part('results', '\(city)', '\(set)');
    insert into publications (publication_number, seal_text, digest)
    values (\(word == secret ? 2 : 1), 'sealed', '\(digest)');
    insert into publication_runs (city_code, publication_number, run_id, result_set)
    values ('\(city)', \(word == secret ? 2 : 1), '\(set)', '\(set)');
    insert into publication_contents (publication_number, path, part, content)
    values (\(word == secret ? 2 : 1), 'a.csv', 1, '\(word)');
    """
  }

  static let template = DatabaseTemplate("two_cities") { connection in
    try await Migrations.shipped().apply(to: connection, by: "tests")
    try await ReferenceData.store(cities: cities, workdays: "date,kind,name\n", in: connection)
    try await Roles.apply(to: connection)
    for (city, word, set) in [("alpha", "own", set), ("beta", secret, secretSet)] {
      try await connection.executeScript(
        "begin; set local cadre.city_code = '\(city)';\n\(rows(city, word, set))\ncommit;")
    }
    try await connection.executeScript("analyze")
  }

  /// Logins are the whole server's: made once, for all tests of this process.
  static func login(_ duties: [Duty], cities: [String] = ["alpha"]) async throws -> String {
    let name = "two_cities_" + (duties.map(\.rawValue) + cities).joined(separator: "_")
    return try await Logins.shared.make(name, duties, cities)
  }

  /// A session of a login that has these duties, and sees these cities.
  static func connect(_ duties: [Duty], cities: [String] = ["alpha"]) async throws -> PostgresConnection {
    var configuration = try TestDatabase.current.configuration
    configuration.conninfo["user"] = try await login(duties, cities: cities)
    return try await PostgresConnection.connect(configuration)
  }
}

extension Duty {
  /// Whether a login that has it has no other, and no city.
  var standsAlone: Bool { [.auditor, .accessAdministrator, .serverOperator, .web].contains(self) }
}

/// Makes logins one after the other.
actor Logins {
  static let shared = Logins()
  private var made: [String: Task<Void, any Error>] = [:]

  func make(_ name: String, _ duties: [Duty], _ cities: [String]) async throws -> String {
    let configuration = try TestDatabase.current.configuration
    let task =
      made[name]
      ?? Task {
        let connection = try await PostgresConnection.connect(configuration)
        try await connection.execute(Statement("make login", "create role \(name) login", []))
        let office = AccessOffice(connection: connection, osUser: "tests")
        for duty in duties { try await office.grant(duty, nil, to: name) }
        for city in cities {
          let city = try #require(TwoCities.cities.first { $0.code == city })
          try await office.grant(nil, city, to: name)
        }
        await connection.close()
      }
    made[name] = task
    try await task.value
    return name
  }
}

extension Trait where Self == DatabaseTrait {
  static var twoCities: Self { .database(template: TwoCities.template) }
}

/// All that a session learnt from statements: what they gave back, and what the server said of those that failed.
struct Learnt: Sendable {
  var text = ""
  var states: [String] = []

  mutating func run(_ sql: String, _ connection: PostgresConnection) async {
    for statement in SQLPieces(sql).pieces {
      do {
        if statement.lowercased().hasPrefix("copy") && statement.lowercased().hasSuffix("to stdout") {
          let stream = try await connection.copyOut(Statement(nil, statement, []))
          while let chunk = try await stream.next() { text += String(decoding: chunk, as: UTF8.self) }
        } else {
          for row in try await connection.query(Statement(nil, statement, [])) {
            text += (0..<row.count).compactMap { row[$0].text }.joined(separator: "\t") + "\n"
          }
        }
      } catch let error as PostgresError {
        states.append(error.sqlState?.rawValue ?? "?")
        text += "\(error) \(error.detail ?? "") \(error.message)\n"
      } catch {
        text += "\(error)\n"
      }
    }
  }
}

/// Statements that a way is made of, `;;` between.
struct SQLPieces {
  let pieces: [String]

  init(_ text: String) {
    pieces = text.components(separatedBy: ";;").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
  }
}
