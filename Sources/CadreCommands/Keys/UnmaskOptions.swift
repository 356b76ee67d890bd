import Access
import ArgumentParser
import Audit
import CadreModel
import IdentityNumbers
import Intake
import Messages
import PostgresClient
import Results

/// `--unmask`: identity numbers in full, for who may see them, and with an entry in the log.
struct UnmaskOptions: ParsableArguments {
  @Flag(name: .customLong("unmask"), help: ArgumentHelp(KeysHelp.unmask))
  var isOn = false

  init() {}

  /// What a login needs to read data of the cities so.
  func need(_ cities: [City]) -> AccessNeed {
    isOn ? AccessNeed([Duty.reading, [.unmasker]], cities) : .reading(cities)
  }

  /// How the city's numbers are shown. In full only after the log has an entry of it: not within another transaction, for it has to be
  /// there before anything is handed out.
  ///
  /// - Parameters:
  ///   - command: without its options.
  ///   - subject: whose row it is, where it is one.
  /// - Throws: `IdentityKeyError`, `AuditError`, `PostgresError`.
  func numbers(
    of city: City, for command: String, subject: String = "", _ database: DatabaseOptions, on connection: PostgresConnection
  ) async throws -> ShownNumbers {
    let key = try database.identityKey()
    let numbers = try ShownNumbers(key, of: city.code, inFull: isOn)
    guard isOn else { return numbers }
    guard key != nil else { throw IdentityKeyError.missing }
    try await connection.withTransaction(about: city.code) { connection in
      _ = try await CityKey(city: city, connection: connection).seal(by: key)
    }
    var entry = AuditEntry(.unmasking, cities: [city.code])
    entry.subject = subject
    try await AuditLog(author: Operator.author(of: command)).append(entry, on: connection)
    return numbers
  }
}
