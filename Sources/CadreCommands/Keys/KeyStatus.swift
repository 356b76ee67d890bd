import Access
import ArgumentParser
import CadreModel
import IdentityNumbers
import Intake
import Messages
import PostgresClient
import Results

/// `cadre keys status`: by which key each city's numbers are encrypted.
struct KeyStatus: AsyncParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("status", KeysHelp.status) }

  @Flag(help: ArgumentHelp(KeysHelp.json))
  var json = false
  @OptionGroup var options: KeyOptions

  /// What is known of a city.
  private struct Known {
    let city: City
    let key: CityKey.InUse?
    let sealed: Int
    let clear: Int
  }

  func run() async throws {
    let (given, known) = try await options.withCities(needing: Duty.reading + [.unmasker]) { cities, connection in
      var known: [Known] = []
      for city in cities {
        let (key, counts) = try await connection.withTransaction(about: city.code) { connection in
          let record = CityKey(city: city, connection: connection)
          return (try await record.inUse(), try await record.counts())
        }
        // What has neither, and was not asked for, is not worth a line.
        if key == nil, counts.sealed + counts.clear == 0, options.cities.isEmpty { continue }
        known.append(Known(city: city, key: key, sealed: counts.sealed, clear: counts.clear))
      }
      return (try options.database.identityKey(), known)
    }
    if json { try Terminal.print(object(given, known)) } else { show(given, known) }
  }

  private func show(_ given: IdentityKey?, _ known: [Known]) {
    let language = options.language.language
    Terminal.print((given.map { IdentityKeyMessages.given($0.id) } ?? IdentityKeyMessages.none).text(in: language))
    for entry in known {
      var parts = [
        entry.key.map {
          IdentityKeyMessages.status(entry.city.name, key: $0.id, since: $0.since, sealed: entry.sealed)
        } ?? IdentityKeyMessages.statusWithoutKey(entry.city.name)
      ]
      if let key = entry.key, let given, key.id != given.id { parts.append(IdentityKeyMessages.unlikeGiven) }
      if entry.clear > 0 { parts.append(IdentityKeyMessages.clear(entry.clear)) }
      Terminal.print(parts.joined(by: Punctuation.comma).text(in: language))
    }
  }

  private func object(_ given: IdentityKey?, _ known: [Known]) -> JSON {
    .object([
      ("key", JSON(given?.id)),
      (
        "cities",
        .array(
          known.map { entry in
            .object([
              ("city", .string(entry.city.code)), ("key", JSON(entry.key?.id)), ("since", JSON(entry.key?.since)),
              ("sealed", .number(String(entry.sealed))), ("clear", .number(String(entry.clear))),
            ])
          })
      ),
    ])
  }
}
