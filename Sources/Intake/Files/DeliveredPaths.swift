import DataContract
import FoundationEssentials

/// Finds the files of a delivery among the paths that a user gave.
struct DeliveredPaths: Sendable {
  /// One path a table, in the contract's order.
  private(set) var files: [(table: TableName, path: String)] = []
  /// CSV files of a folder that bear the name of no table: passed over.
  private(set) var ignored: [String] = []

  init(_ paths: [String]) throws(ImportError) {
    var found: [TableName: [String]] = [:]
    for path in paths {
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .noSuchPath(path) }
      if isFolder {
        for name in Self.csvFiles(in: path) {
          let file = path.hasSuffix("/") ? path + name : path + "/" + name
          if let table = Self.table(of: name) { found[table, default: []].append(file) } else { ignored.append(file) }
        }
      } else if let table = Self.table(of: fileName(path)) {
        found[table, default: []].append(path)
      } else {
        throw .unknownTable(
          path: path,
          nearest: NearMiss.nearest(Self.stem(fileName(path)), in: TableName.allCases.map(\.rawValue)))
      }
    }
    for table in TableName.allCases {
      guard let paths = found[table] else { continue }
      guard paths.count == 1 else { throw .twoFiles(table, paths) }
      files.append((table, paths[0]))
    }
    if files.isEmpty { throw .nothingToImport(paths) }
  }

  private static func csvFiles(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.lowercased().hasSuffix(".csv") && !$0.hasPrefix(".") }
      .sorted()
  }

  private static func stem(_ name: String) -> String {
    name.lowercased().hasSuffix(".csv") ? String(name.dropLast(4)) : name
  }

  private static func table(of name: String) -> TableName? {
    name.lowercased().hasSuffix(".csv") ? TableName(rawValue: stem(name).lowercased()) : nil
  }
}
