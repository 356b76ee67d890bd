import CadreModel
import DataContract
import FieldFormats
import Files
import Spreadsheet

/// Finds the files of a delivery among the paths that a user gave.
struct DeliveredPaths: Sendable {
  /// One path a table, in the contract's order.
  private(set) var files: [(table: TableName, path: String)] = []
  /// All else that lies in a folder of the delivery.
  private(set) var passedOver: [PassedOver] = []
  /// Files and folders of the field's own formats, in the order in which they were given.
  private(set) var fieldSources: [FieldSource] = []

  init(_ paths: [String]) throws(ImportError) {
    var found: [TableName: [String]] = [:]
    for path in paths {
      // Whoever names a link means what it leads to; one that lies in a folder was not named.
      switch FileStatus(path, followingLinks: true)?.kind {
      case nil: throw .noSuchPath(path)
      case .folder:
        let isExchange = FieldSource.isExchange(folder: path)
        if isExchange { fieldSources.append(FieldSource(path: path, .exchange)) }
        for (table, file) in try look(into: path, isExchange: isExchange) { found[table, default: []].append(file) }
      case .file:
        let target = FileStatus(path)?.kind == .link ? Folder.realPath(path) ?? path : path
        if let kind = FieldSource.kind(ofFile: fileName(path)) {
          fieldSources.append(FieldSource(path: target, kind))
          continue
        }
        switch FileName(fileName(path)) {
        case .table(let table): found[table, default: []].append(target)
        case .other(.otherName(let nearest)): throw .unknownTable(path: path, nearest: nearest)
        case .other(let reason): throw .notImported(PassedOver(path: path, reason: reason))
        }
      case .pipe: throw .notImported(PassedOver(path: path, reason: .pipe))
      case .socket: throw .notImported(PassedOver(path: path, reason: .socket))
      case .device, .link: throw .notImported(PassedOver(path: path, reason: .device))
      }
    }
    for table in TableName.allCases {
      guard let paths = found[table] else { continue }
      guard paths.count == 1 else { throw .twoFiles(table, paths) }
      files.append((table, paths[0]))
    }
    if files.isEmpty && fieldSources.isEmpty { throw .nothingToImport(paths, passedOver: passedOver) }
  }

  /// The tables' files in a folder; notes everything else.
  private mutating func look(into folder: String, isExchange: Bool) throws(ImportError) -> [(TableName, String)] {
    guard let entries = FolderEntry.all(in: folder) else { throw .folderUnreadable(folder) }
    var files: [(TableName, String)] = []
    for entry in entries {
      let prefix = folder.hasSuffix("/") ? folder : folder + "/"
      guard let name = entry.name else {
        let reason = PassedOver.Reason.nameEncoding(asGB18030: Self.readAsGB18030(entry.bytes))
        passedOver.append(PassedOver(path: prefix + hexadecimal(entry.bytes), reason: reason))
        continue
      }
      if isExchange, FieldSource.isPartOfExchange(name) { continue }
      let path = prefix + name
      if FileStatus(path)?.kind == .file, !name.hasPrefix("."), FieldSource.kind(ofFile: name) == .form {
        fieldSources.append(FieldSource(path: path, .form))
        continue
      }
      switch (FileStatus(path)?.kind, FileName(name)) {
      case (.file, .table(let table)): files.append((table, path))
      case (.file, .other(let reason)): passedOver.append(PassedOver(path: path, reason: reason))
      case (.folder, _): passedOver.append(PassedOver(path: path, reason: .folder))
      case (.link, _): passedOver.append(PassedOver(path: path, reason: .link))
      case (.pipe, _): passedOver.append(PassedOver(path: path, reason: .pipe))
      case (.device, _): passedOver.append(PassedOver(path: path, reason: .device))
      case (.socket, _): passedOver.append(PassedOver(path: path, reason: .socket))
      case (nil, _): passedOver.append(PassedOver(path: path, reason: .gone))
      }
    }
    return files
  }

  private static func readAsGB18030(_ bytes: [UInt8]) -> String? {
    var text: [UInt8] = []
    guard let converter = try? GB18030Converter(.toUTF8), converter.convert(bytes.span, appendingTo: &text) else {
      return nil
    }
    return String(decoding: text, as: UTF8.self)
  }
}
