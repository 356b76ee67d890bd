import CadreModel
import Messages
import PolicyKit
import PostgresClient
import Schema

/// Brings a database to what this program needs.
enum SchemaUpdate {
  /// Applies missing migrations, stores cities and calendar, and gives each duty its rights.
  /// - Returns: the migrations that were missing.
  @discardableResult
  static func run(
    _ connection: PostgresConnection, library: PolicyLibrary, configuration: ConfigurationOptions,
    report: (Migration) -> Void = { _ in }
  ) async throws -> [Migration] {
    let applied = try await Migrations.shipped().apply(to: connection, by: Operator.current, report: report)
    try await storeReferences(in: connection, library: library, configuration: configuration)
    try await Roles.apply(to: connection)
    return applied
  }

  /// Of the private server: other programs find the tables by their bare names; ours says itself where it looks.
  static func showTablesToOthers(_ connection: PostgresConnection) async throws {
    let rows = try await connection.query("select current_database()::text as name")
    guard let name = try rows.first?.decode("name", as: String.self) else { return }
    try await connection.execute(
      Statement(
        "show tables to others",
        "alter database \(quotedIdentifier(name)) set search_path to \(OwnSchema.name), public", []))
  }

  /// Stores cities and calendar as the configuration has them.
  static func storeReferences(
    in connection: PostgresConnection, library: PolicyLibrary, configuration: ConfigurationOptions
  ) async throws {
    let workdays = try configuration.source().calendar()
    try await ReferenceData.store(cities: library.cities, workdays: workdays, in: connection)
  }
}

extension WorkdaysError: MessageProviding, ExitStatusProviding {
  var exitStatus: ExitStatus { .rejected }

  func message(in language: Language) -> String {
    MigrationErrorMessages.workdays(line: line, found: found).text(in: language)
  }
}

extension MigrationError: MessageProviding, ExitStatusProviding {
  var exitStatus: ExitStatus { .rejected }

  func message(in language: Language) -> String {
    switch self {
    case .fileName, .numbering: description
    case .changed(let version, let comparison):
      MigrationErrorMessages.changed(version: version, comparison: comparison.description).text(in: language)
    case .newerDatabase(let comparison):
      MigrationErrorMessages.newerDatabase(comparison: comparison.description).text(in: language)
    case .outdated(let pending): MigrationErrorMessages.outdated(pending: pending).text(in: language)
    }
  }
}

extension OwnSchemaError: MessageProviding, ExitStatusProviding {
  var exitStatus: ExitStatus { .rejected }

  func message(in language: Language) -> String { sentence.text(in: language) }

  private var sentence: Message {
    switch self {
    case .missing: SchemaErrorMessages.missing
    case .notTheOwner(let owner, let user): SchemaErrorMessages.notTheOwner(user, owner: owner)
    case .rolesMissing(let user): SchemaErrorMessages.rolesMissing(user)
    case .ownedByLesser(let owner, let logins): SchemaErrorMessages.ownedByLesser(owner, logins: logins)
    case .foreignCode(let places): SchemaErrorMessages.foreignCode(places)
    case .encoding(let encoding): SchemaErrorMessages.encoding(encoding)
    case .differs(let differences):
      SchemaErrorMessages.differs(differences.prefix(3).map(\.message), more: differences.count - 3)
    }
  }
}

extension SchemaDifference {
  var message: Message {
    switch self {
    case .missing(let thing): SchemaErrorMessages.lacks(thing)
    case .unknown(let thing): SchemaErrorMessages.unknown(thing)
    }
  }
}
