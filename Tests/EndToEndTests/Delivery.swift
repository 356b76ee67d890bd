import Foundation

/// Facts about a database, asked through the program itself.
extension BuiltProgram {
  /// The one value of a query.
  func value(_ sql: String) async throws -> String {
    try await self("db", "psql", "-Atc", sql).output.trimmingCharacters(in: .newlines)
  }

  /// Writes an invented city and returns its folder.
  func sample(_ city: String, persons: Int = 100, training: Int = 4, in folder: String) async throws -> String {
    let delivery = folder + "-" + city
    let outcome = try await self(
      "sample", "--city", city, "--persons", String(persons), "--training-per-person", String(training), "--seed", "7",
      "--out", delivery)
    guard outcome.status == 0 else { throw SampleFailure(errors: outcome.errors) }
    return delivery
  }
}

struct SampleFailure: Error {
  let errors: String
}

/// Every file below a folder, by its path within.
func files(below folder: String) throws -> [String: Data] {
  var found: [String: Data] = [:]
  for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder), !isFolder.boolValue
    else { continue }
    found[path] = try Data(contentsOf: URL(filePath: folder + "/" + path))
  }
  return found
}
