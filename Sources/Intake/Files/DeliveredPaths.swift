import CadreModel
import DataContract
import FieldFormats
import Files
import Spreadsheet
import Workbook

/// Finds the files of a delivery among the paths that a user gave.
struct DeliveredPaths: Sendable {
  /// One a table, in the contract's order.
  private(set) var files: [DeliveredTable] = []
  /// The list of rows that are to go.
  private(set) var withdrawals: DeliveredWithdrawals?
  /// All else that lies in a folder of the delivery.
  private(set) var passedOver: [PassedOver] = []
  /// Files and folders of the field's own formats, in the order in which they were given.
  private(set) var fieldSources: [FieldSource] = []

  /// - Parameter workbooks: where those are opened that lie there.
  init(_ paths: [String], in workbooks: OpenWorkbooks) throws(ImportError) {
    var found: [DeliveredTable] = []
    for path in paths {
      // Whoever names a link means what it leads to; one that lies in a folder was not named.
      switch FileStatus(path, followingLinks: true)?.kind {
      case nil: throw .noSuchPath(path)
      case .folder:
        let isExchange = FieldSource.isExchange(folder: path)
        if isExchange { fieldSources.append(FieldSource(path: path, .exchange)) }
        found += try look(into: path, isExchange: isExchange, workbooks)
      case .file:
        if let kind = FieldSource.kind(ofFile: fileName(path)) {
          let target = FileStatus(path)?.kind == .link ? Folder.realPath(path) ?? path : path
          fieldSources.append(FieldSource(path: target, kind))
          continue
        }
        found += try look(at: path, workbooks)
      case .pipe: throw .notImported(PassedOver(path: path, reason: .pipe))
      case .socket: throw .notImported(PassedOver(path: path, reason: .socket))
      case .device, .link: throw .notImported(PassedOver(path: path, reason: .device))
      }
    }
    for table in TableName.allCases {
      let delivered = found.filter { $0.table == table }
      guard let first = delivered.first else { continue }
      guard delivered.count == 1 else { throw .twoFiles(table, delivered.map(\.path)) }
      files.append(first)
    }
    if files.isEmpty, fieldSources.isEmpty, withdrawals == nil { throw .nothingToImport(paths, passedOver: passedOver) }
  }

  private mutating func takeWithdrawals(_ path: String, sheet: Sheet? = nil) throws(ImportError) {
    let list = DeliveredWithdrawals(path: path, sheet: sheet)
    if let withdrawals { throw .twoWithdrawals([withdrawals.called, list.called]) }
    withdrawals = list
  }

  /// The tables in a file that was named itself.
  private mutating func look(at path: String, _ workbooks: OpenWorkbooks) throws(ImportError) -> [DeliveredTable] {
    let real = FileStatus(path)?.kind == .link ? Folder.realPath(path) ?? path : path
    switch FileName(fileName(path)) {
    case .table(let table): return [DeliveredTable(table: table, path: real)]
    case .workbook(let named):
      switch try open(real, named: named, workbooks) {
      case .tables(let tables): return tables
      case .none(.damagedWorkbook(let fault)): throw .workbookUnreadable(path: path, fault)
      case .none(let reason): throw .notImported(PassedOver(path: path, reason: reason))
      }
    case .withdrawals:
      try takeWithdrawals(real)
      return []
    case .other(.otherName(let nearest)): throw .unknownTable(path: path, nearest: nearest)
    case .other(let reason): throw .notImported(PassedOver(path: path, reason: reason))
    }
  }

  /// The tables in a folder; notes everything else.
  private mutating func look(
    into folder: String, isExchange: Bool, _ workbooks: OpenWorkbooks
  ) throws(ImportError) -> [DeliveredTable] {
    guard let entries = FolderEntry.all(in: folder) else { throw .folderUnreadable(folder) }
    var found: [DeliveredTable] = []
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
      case (.file, .table(let table)): found.append(DeliveredTable(table: table, path: path))
      case (.file, .workbook(let named)):
        switch try open(path, named: named, workbooks) {
        case .tables(let tables): found += tables
        case .none(let reason): passedOver.append(PassedOver(path: path, reason: reason))
        }
      case (.file, .withdrawals): try takeWithdrawals(path)
      case (.file, .other(let reason)): passedOver.append(PassedOver(path: path, reason: reason))
      case (.folder, _): passedOver.append(PassedOver(path: path, reason: .folder))
      case (.link, _): passedOver.append(PassedOver(path: path, reason: .link))
      case (.pipe, _): passedOver.append(PassedOver(path: path, reason: .pipe))
      case (.device, _): passedOver.append(PassedOver(path: path, reason: .device))
      case (.socket, _): passedOver.append(PassedOver(path: path, reason: .socket))
      case (nil, _): passedOver.append(PassedOver(path: path, reason: .gone))
      }
    }
    return found
  }

  private enum Opened {
    case tables([DeliveredTable])
    case none(PassedOver.Reason)
  }

  /// The tables in a workbook; notes its other sheets.
  private mutating func open(
    _ path: String, named: TableName?, _ workbooks: OpenWorkbooks
  ) throws(ImportError) -> Opened {
    do throws(ImportError) {
      let contents = try WorkbookTables(path: path, named: named, in: workbooks)
      guard !contents.tables.isEmpty || !contents.withdrawals.isEmpty else { return .none(.noTableSheets(contents.names)) }
      for sheet in contents.withdrawals { try takeWithdrawals(path, sheet: sheet) }
      passedOver += contents.passedOver
      return .tables(contents.tables)
    } catch {
      switch error {
      case .workbookUnreadable(_, _, .notAWorkbook(let kind)): return .none(.notAWorkbook(kind))
      case .workbookUnreadable(_, _, let fault): return .none(.damagedWorkbook(fault))
      default: throw error
      }
    }
  }

  private static func readAsGB18030(_ bytes: [UInt8]) -> String? {
    var text: [UInt8] = []
    guard let converter = try? GB18030Converter(.toUTF8), converter.convert(bytes.span, appendingTo: &text) else {
      return nil
    }
    return String(decoding: text, as: UTF8.self)
  }
}
