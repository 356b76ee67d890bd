import Access
import ArgumentParser
import CadreModel
import Intake
import Integrity
import Messages
import PolicyKit
import PostgresClient

/// `cadre rebuild`: makes derived rows anew from the data.
struct RebuildCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("rebuild", RebuildHelp.abstract, discussion: RebuildHelp.discussion)
  }

  @Option(name: .customLong("city"), help: ArgumentHelp(RebuildHelp.cities, value: ValueNames.city))
  var cities: [String] = []
  @Flag(help: ArgumentHelp(RebuildHelp.digests))
  var digests = false
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let library = try configuration.library()
    let lang = language.language
    try await database.withConnection(
      library, configuration, lang,
      needing: AccessNeed([[.importer], [.evaluator]], try cities.map { try library.city(called: $0) })
    ) { connection in
      let key = try database.identityKey()
      let named = cities.isEmpty ? try await CityList.withData(on: connection) : cities
      for name in named {
        let city = try library.city(called: name)
        let outcome = try await Rebuild.run(city, takesDigests: digests, identityKey: key, on: connection)
        let told = IntegrityMessages.rebuilt(
          city.name, years: outcome.rows.trainingYears, tallies: outcome.tallies,
          contradictions: outcome.rows.contradictions)
        Terminal.print(told.text(in: lang))
        if digests {
          Terminal.print(IntegrityMessages.taken(city.name, tables: outcome.rows.digests).text(in: lang))
        }
      }
    }
  }
}
