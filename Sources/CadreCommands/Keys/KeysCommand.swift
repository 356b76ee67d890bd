import Access
import ArgumentParser
import CadreModel
import Files
import IdentityNumbers
import Intake
import Messages
import PolicyKit
import PostgresClient

/// `cadre keys`: the keys by which identity numbers are encrypted.
struct KeysCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "keys", KeysHelp.abstract, discussion: KeysHelp.discussion,
      subcommands: [NewKey.self, KeyStatus.self, RotateKey.self, SealNumbers.self])
  }
}

/// `cadre keys new --out FILE`.
struct NewKey: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("new", KeysHelp.new, discussion: KeysHelp.newDiscussion)
  }

  @Option(name: .customLong("out"), help: ArgumentHelp(KeysHelp.out, value: ValueNames.file))
  var path: String
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    try Destination.checkFile(path)
    guard let key = IdentityKey.random() else { throw IdentityKeyError.refused }
    try IdentityKeyFile.write(key, to: path)
    Terminal.print(IdentityKeyMessages.made(key.id, path: path).text(in: language.language))
  }
}

/// Of which cities, and where they are.
struct KeyOptions: ParsableArguments {
  @Option(name: .customLong("city"), help: ArgumentHelp(KeysHelp.cities, value: ValueNames.city))
  var cities: [String] = []
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  init() {}

  /// Runs `body` with the cities that are named, else with all that the login sees.
  func withCities<T>(
    needing duties: [Duty], _ body: nonisolated(nonsending) ([City], PostgresConnection) async throws -> T
  ) async throws -> T {
    let library = try configuration.library()
    let named = try cities.map { try library.city(called: $0) }
    return try await database.withConnection(
      library, configuration, language.language, needing: AccessNeed([duties], named)
    ) { connection in
      let held = try await HeldAccess.read(from: connection)
      return try await body(named.isEmpty ? library.cities.filter { held.sees($0.code) } : named, connection)
    }
  }

  func show(_ outcomes: [KeyRotation.Outcome], key: String) {
    for outcome in outcomes {
      let told = IdentityKeyMessages.rotated(
        outcome.city.name, persons: outcome.persons, entries: outcome.entries, key: key)
      Terminal.print(told.text(in: language.language))
    }
  }
}

/// `cadre keys rotate --new FILE`.
struct RotateKey: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("rotate", KeysHelp.rotate, discussion: KeysHelp.rotateDiscussion)
  }

  @Option(name: .customLong("new"), help: ArgumentHelp(KeysHelp.newKey, value: ValueNames.file))
  var path: String
  @OptionGroup var options: KeyOptions

  func run() async throws {
    let new = try KeySource.file(path: path).read()
    let outcomes = try await options.withCities(needing: [.unmasker]) { cities, connection in
      let rotation = KeyRotation(
        from: try options.database.identityKey(), to: new, by: Operator.author(of: "keys rotate"))
      return try await rotation.run(cities, on: connection)
    }
    // What is stored is sealed by the new key: if this is not reached, the command is simply given again.
    let own = try options.database.ownKeyFile()
    if let own { try IdentityKeyFile.replace(own, by: new) }
    options.show(outcomes, key: new.id)
    if outcomes.isEmpty { Terminal.print(IdentityKeyMessages.given(new.id).text(in: options.language.language)) }
    if own == nil { Terminal.print(IdentityKeyMessages.useFromNowOn(path).text(in: options.language.language)) }
  }
}

/// `cadre keys seal`.
struct SealNumbers: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("seal", KeysHelp.seal, discussion: KeysHelp.sealDiscussion)
  }

  @OptionGroup var options: KeyOptions

  func run() async throws {
    let (key, outcomes) = try await options.withCities(needing: [.unmasker]) { cities, connection in
      guard let key = try options.database.identityKey(makesOwn: true) else { throw IdentityKeyError.missing }
      let rotation = KeyRotation(to: key, by: Operator.author(of: "keys seal"))
      return (key, try await rotation.sealClear(cities, on: connection))
    }
    options.show(outcomes, key: key.id)
    if outcomes.isEmpty { Terminal.print(IdentityKeyMessages.nothingToSeal.text(in: options.language.language)) }
  }
}
