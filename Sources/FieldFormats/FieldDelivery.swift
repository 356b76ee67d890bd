import Files
import Spreadsheet

/// Reads what lies in the field's own formats.
public enum FieldDelivery {
  /// How forms are called: their files often bear persons' names.
  public enum Naming: Sendable, Hashable {
    case byFile
    /// `#3.lrmx` for the third in the order in which they are read, which is that of the files' names.
    case byNumber
  }

  /// - Parameter sources: in the order in which they are read.
  public static func read(
    _ sources: [FieldSource], limits: FieldLimits = FieldLimits(), naming: Naming = .byFile
  ) throws(FieldFormatError) -> FieldDraft {
    var draft = FieldDraft()
    for source in sources {
      switch source.kind {
      case .form:
        let name = draft.name(ofForm: fileName(source.path), naming)
        let bytes: [UInt8]
        do throws(FieldFormatError) {
          bytes = try FieldBytes.read(source.path, limits: limits)
        } catch {
          throw naming == .byNumber ? error.called(name) : error
        }
        draft.add(try AppointmentForm.read(bytes, file: name, limits: limits))
      case .exchange: try read(exchange: source.path, limits, into: &draft)
      case .archive: try read(archive: source.path, limits, naming, into: &draft)
      }
    }
    if naming == .byNumber, draft.forms > 0 { draft.notices.append(.formsNumbered(draft.forms)) }
    return draft
  }

  private static func read(
    exchange path: String, _ limits: FieldLimits, into draft: inout FieldDraft
  ) throws(FieldFormatError) {
    let folder = (Folder.names(in: path) ?? []).first { $0.lowercased() == "table" }.map { path + "/" + $0 } ?? path
    var tables: [ExchangeTable: [ExchangeRow]] = [:]
    var others: [String] = []
    for name in Folder.names(in: folder) ?? [] {
      if let table = ExchangeTable(fileName: name) {
        let bytes = try FieldBytes.read(folder + "/" + name, limits: limits)
        tables[table] = try ExchangeReader.read(bytes, file: name, limits: limits)
      } else if name.lowercased().hasSuffix(".xml") {
        others.append(name)
      }
    }
    guard !tables.isEmpty else { throw .nothingKnown(path: path) }
    if !others.isEmpty { draft.notices.append(.tablesNotRead(others)) }
    draft.add(tables)
  }

  private static func read(
    archive path: String, _ limits: FieldLimits, _ naming: Naming, into draft: inout FieldDraft
  ) throws(FieldFormatError) {
    let archive = try FieldArchive(path: path, limits: limits)
    var tables: [ExchangeTable: [ExchangeRow]] = [:]
    var others: [String] = []
    let before = draft.files
    for (place, entry) in archive.names.enumerated().sorted(by: { $0.element < $1.element }) {
      let name = fileName(entry)
      if let table = ExchangeTable(fileName: name) {
        guard tables[table] == nil else { throw .damagedArchive(path: path, detail: "two entries \(name)") }
        tables[table] = try ExchangeReader.read(try archive.bytes(at: place), file: name, limits: limits)
      } else if case .form? = FieldSource.kind(ofFile: name), !name.hasPrefix(".") {
        let called = draft.name(ofForm: name, naming)
        draft.add(try AppointmentForm.read(try archive.bytes(at: place), file: called, limits: limits))
      } else if name.lowercased().hasSuffix(".xml") {
        others.append(name)
      }
    }
    if !tables.isEmpty { draft.add(tables) }
    guard draft.files > before else { throw .nothingKnown(path: path) }
    if !others.isEmpty { draft.notices.append(.tablesNotRead(others)) }
  }

  static func fileName(_ path: String) -> String {
    path.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? path
  }
}

extension FieldDraft {
  /// What the next form is called.
  fileprivate func name(ofForm file: String, _ naming: FieldDelivery.Naming) -> String {
    guard naming == .byNumber else { return file }
    return "#\(forms + 1)" + (file.lowercased().hasSuffix(".lrm") ? ".lrm" : ".lrmx")
  }
}

extension FieldFormatError {
  /// The same of a file that could not be read, under another name.
  fileprivate func called(_ name: String) -> FieldFormatError {
    switch self {
    case .unreadable(_, .file(_, let reason)): .unreadable(path: name, .file(path: name, reason: reason))
    case .unreadable(_, .notAFile): .unreadable(path: name, .notAFile(path: name))
    case .overLimit(let limit, _, let allowed): .overLimit(limit, file: name, allowed: allowed)
    default: self
    }
  }
}
