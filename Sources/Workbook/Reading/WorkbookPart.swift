import ZippedXML

/// Which day the first serial is.
public enum DateSystem: Sendable, Hashable {
  /// Serial 1 is 1 January 1900; 60 is a 29 February that never was.
  case from1900
  /// Serial 0 is 1 January 1904. Old Macs.
  case from1904
}

/// Whether a sheet can be seen.
public enum SheetVisibility: Sendable, Hashable {
  case visible
  case hidden
  /// Cannot be made visible from the program's menu.
  case veryHidden
}

/// What a sheet holds.
public enum SheetKind: Sendable, Hashable {
  case cells
  /// A chart, a dialog or macros of old: no cells to read.
  case other
}

/// One sheet of a workbook.
public struct Sheet: Sendable, Hashable {
  public let name: String
  public let visibility: SheetVisibility
  public let kind: SheetKind
  /// The part of the archive that holds it.
  let part: String
  /// Bytes of that part, unpacked; 0 where it is missing.
  public internal(set) var byteSize = 0
}

/// Reads `workbook.xml`.
final class WorkbookHandler: PartHandler {
  private let relationships: [Relationship]
  private let listLimit: Int
  private var hasRoot = false
  private(set) var dateSystem = DateSystem.from1900
  private(set) var sheets: [Sheet] = []

  init(relationships: [Relationship], listLimit: Int) {
    self.relationships = relationships
    self.listLimit = listLimit
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if !hasRoot {
      hasRoot = true
      guard name.is("workbook") else { return fail(.unexpectedPart(part: "", root: name.text)) }
    } else if name.is("workbookPr") {
      if attributes.isTrue("date1904") { dateSystem = .from1904 }
    } else if name.is("sheet") {
      add(attributes)
    }
  }

  private func add(_ attributes: XMLAttributes) {
    guard sheets.count < listLimit else { return fail(.overLimit(.listEntries, part: nil, allowed: listLimit)) }
    // `r:id`; `sheetId` is another attribute.
    let id = attributes["id"] ?? ""
    let found = relationships.first { $0.id == id }
    let visibility: SheetVisibility =
      switch attributes["state"] {
      case "hidden": .hidden
      case "veryHidden": .veryHidden
      default: .visible
      }
    sheets.append(
      Sheet(
        name: attributes["name"] ?? "", visibility: visibility,
        kind: found.map { $0.type == "worksheet" } ?? true ? .cells : .other,
        part: found?.target ?? "xl/worksheets/sheet\(sheets.count + 1).xml"))
  }
}
