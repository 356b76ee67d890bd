import Access
public import ArgumentParser
import Audit
import CadreModel
public import FieldFormats
import Files
import Intake
import Messages
import PolicyKit
import PostgresClient
import Reporting
import Spreadsheet

/// `cadre export persons`: appointment forms, or an exchange folder.
struct ExportPersons: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "persons",
      ExportPersonsHelp.abstract,
      discussion: ExportPersonsHelp.discussion)
  }

  @Option(help: ArgumentHelp(OptionHelp.city, value: ValueNames.city))
  var city: String
  @Option(help: ArgumentHelp(ExportPersonsHelp.format, value: ValueNames.format))
  var format: FieldExportFormat
  @Option(
    name: .customLong("person"),
    help: ArgumentHelp(ExportPersonsHelp.persons, value: ValueNames.person))
  var persons: [String] = []
  @Option(
    name: .customLong("out"),
    help: ArgumentHelp(ExportPersonsHelp.folder, value: ValueNames.folder))
  var folder: String
  @OptionGroup var unmask: UnmaskOptions
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    try Destination.checkFolder(folder)
    let library = try configuration.library()
    let city = try library.city(called: city)
    let lang = language.language
    let export = PersonsExport(city, format, persons: persons)
    let line = ProgressLine(lang)
    defer { line.clear() }
    do {
      let summary = try await database.withConnection(library, configuration, lang, needing: unmask.need([city])) { connection in
        // What the files will hold is not known yet, and they are not held back.
        try await AuditLog(author: Operator.author(of: "export persons")).append(
          AuditEntry(.export, cities: [city.code]), on: connection)
        let numbers = try await unmask.numbers(of: city, for: "export persons", database, on: connection)
        return try await export.write(into: folder, on: connection, numbers: numbers) { count in
          line.show { _ in ExportMessages.progress(persons: count).text(in: lang) }
        }
      }
      line.clear()
      if summary.withoutNumber > 0 {
        Terminal.report(ExportMessages.withoutNumber(summary.withoutNumber).text(in: lang))
      }
      if !unmask.isOn, summary.persons > summary.withoutNumber {
        Terminal.report(IdentityKeyMessages.maskedByDefault.text(in: lang))
      }
      let written = ExportMessages.written(persons: summary.persons, files: summary.files, to: folder)
      Terminal.print(written.text(in: lang))
    } catch let error as PersonsExport.UnknownPersons {
      throw ArgumentProblem(ExportMessages.unknownPersons(error.ids))
    } catch SpreadsheetError.file(let path, let reason) {
      throw OutputError(path: path, reason: reason)
    }
  }
}

extension FieldExportFormat: ExpressibleByArgument {}
