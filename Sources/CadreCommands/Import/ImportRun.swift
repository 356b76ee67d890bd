import Access
import ArgumentParser
import CadreModel
import DataContract
import Files
import Intake
import PolicyKit
import PostgresClient
import Spreadsheet

/// What `cadre import` and `cadre check` do: a delivery taken in or only checked, and what came of it printed.
struct ImportRun {
  let delivery: DeliveryArguments
  let encoding: TextEncoding?
  let quarantine: String?
  let findings: String?
  let returns: String?
  let fills: [FieldFill]
  var complete: Set<TableName> = []
  var withdraw: Int?
  let isDryRun: Bool
  let shown: DeliveryOptions

  private var isQuiet: Bool { shown.privacy.isQuiet }
  private var language: CadreModel.Language { shown.language.language }

  nonisolated(nonsending) func run() async throws {
    if let quarantine { try Destination.checkFolder(quarantine) }
    if let findings { try Destination.checkFile(findings) }
    if let returns { try Destination.checkFolder(returns) }
    let (configuration, database) = (shown.configuration, shown.database)
    let library = try configuration.library()
    let city = try library.city(called: delivery.city)
    let line = ProgressLine(language)
    let spool = shown.json ? ImportSummary.spool(language, withValues: !isQuiet) : nil
    let report = try await database.withConnection(library, configuration, language, needing: .duty(.importer, [city])) {
      connection in
      if try database.isPrivate() {
        try await SchemaUpdate.storeReferences(in: connection, library: library, configuration: configuration)
      }
      defer { line.clear() }
      var options = options(library, spool)
      options.identityKey = try database.identityKey(makesOwn: true)
      let importer = Importer(city: city, options: options)
      do {
        return try await importer.run(delivery.paths, on: connection) { progress in
          line.show { progress.text(after: $0, in: line.language) }
        }
      } catch let error as ImportError where isQuiet {
        throw error.withoutValues
      }
    }
    let summary = ImportSummary(isQuiet ? report.withoutValues : report, of: city.name)
    if let spool {
      try Terminal.print(summary.json(language, findings: spool))
    } else {
      summary.print(in: language)
    }
    if report.outcome == .rejected { throw ExitCode(ExitStatus.rejected.rawValue) }
  }

  private func options(_ library: PolicyLibrary, _ spool: FindingSpool?) -> ImportOptions {
    var options = ImportOptions(importedBy: Operator.current, programVersion: ProgramVersion.current)
    options.encoding = encoding
    options.quarantine = quarantine
    options.findings = findings
    options.returns = returns
    options.spool = spool
    options.complete = complete
    options.withdraw = withdraw
    options.isDryRun = isDryRun
    options.hidesFormNames = isQuiet
    options.fills = fills
    options.language = language
    options.catalogue = CatalogueIDs(clauses: Set(library.clauseIDs), indicators: Set(library.indicatorIDs))
    return options
  }
}
