import ZippedXML

/// One line of a `.rels` part: what belongs to a part, and where it is.
struct Relationship {
  let id: String
  /// The last word of the type, which is the same in transitional and strict workbooks: `worksheet`, `styles`.
  let type: String
  /// The part's name in the archive.
  let target: String
}

/// Reads the relationships of a part.
final class RelationshipsHandler: PartHandler {
  private let folder: String
  private(set) var relationships: [Relationship] = []

  /// - Parameter part: the part that the relationships belong to; empty for the package.
  init(of part: String) {
    folder = part.split(separator: "/").dropLast().joined(separator: "/")
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name.is("Relationship"), let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"],
      attributes["TargetMode"] != "External"
    else { return }
    relationships.append(
      Relationship(
        id: id, type: type.split(separator: "/").last.map(String.init) ?? type,
        // Absolute from the package, relative from the part's folder; some write `\`.
        target: target.hasPrefix("/") || target.hasPrefix("\\") || folder.isEmpty
          ? Self.decoded(target) : folder + "/" + Self.decoded(target)))
  }

  /// `%20` and its like, as the bytes they stand for.
  private static func decoded(_ target: String) -> String {
    guard target.contains("%") else { return target }
    var bytes: [UInt8] = []
    var rest = Array(target.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == 0x25, let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), rest.count >= 2 {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension PackageArchive {
  /// The relationships of a part; none when there is no such list.
  func relationships(of part: String) throws(WorkbookReadingError) -> [Relationship] {
    var path = part.split(separator: "/").map(String.init)
    let name = path.popLast() ?? ""
    guard let entry = entry(named: (path + ["_rels", name + ".rels"]).joined(separator: "/")) else { return [] }
    let handler = RelationshipsHandler(of: part)
    try read(entry, telling: handler)
    return handler.relationships
  }

  /// What an archive without a workbook is, by what it holds.
  var foreignKind: FileKind {
    if isEncrypted { return .encryptedWorkbook }
    for name in names {
      if name.hasSuffix("xl/workbook.bin") { return .binaryWorkbook }
      if name == "word/document.xml" { return .wordDocument }
      if name == "ppt/presentation.xml" { return .presentation }
      if name == "content.xml" { return .openDocument }
      if name.hasPrefix("index/") && name.hasSuffix(".iwa") || name == "index.zip" { return .numbersDocument }
    }
    return .otherArchive
  }
}
