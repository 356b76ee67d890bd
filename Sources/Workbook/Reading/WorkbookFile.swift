import ZippedXML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A workbook (`.xlsx`, `.xlsm`) opened for reading: its sheets at once, their rows as they are asked for.
///
/// What a file is, is told by its contents, never by its name. Belongs to one task at a time.
public final class WorkbookFile {
  public let sheets: [Sheet]
  public let dateSystem: DateSystem
  private let archive: PackageArchive
  private let limits: ReadingLimits
  private let styles: CellStyles
  private let stringsPart: String?
  /// Read with the first sheet.
  private var strings: PackedStrings?
  /// Whether rows and strings in their plain form are read without expat. Tests compare what it says of them.
  var takesPlain = true

  /// Opens a file. A pipe is refused, not waited for; a link is not followed.
  public convenience init(path: String, limits: ReadingLimits = ReadingLimits()) throws(WorkbookReadingError) {
    let descriptor = try Self.open(path)
    let archive: PackageArchive
    do throws(WorkbookReadingError) {
      let head = try Self.read(descriptor, upTo: 8 * 1024, path: path)
      if let kind = FileKind.recognise(head: head) {
        guard kind == .compoundFile else { throw .notAWorkbook(kind) }
        // Its list of names may stand anywhere; no such file that people hand in is longer than this.
        throw .notAWorkbook(CompoundFile.kind(of: try Self.read(descriptor, upTo: 64 << 20, path: path)))
      }
    } catch {
      close(descriptor)
      throw error
    }
    archive = try PackageArchive(descriptor: descriptor, limits: limits)
    try self.init(archive: archive, limits: limits)
  }

  /// Opens a workbook that is in memory already.
  public convenience init(bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) throws(WorkbookReadingError) {
    let head = Array(bytes.prefix(8 * 1024))
    if let kind = FileKind.recognise(head: head) {
      throw .notAWorkbook(kind == .compoundFile ? CompoundFile.kind(of: bytes) : kind)
    }
    try self.init(archive: PackageArchive(bytes: bytes, limits: limits), limits: limits)
  }

  private init(archive: PackageArchive, limits: ReadingLimits) throws(WorkbookReadingError) {
    self.archive = archive
    self.limits = limits
    if archive.isEncrypted { throw .notAWorkbook(.encryptedWorkbook) }
    let package = try archive.relationships(of: "")
    let main = package.first { $0.type == "officeDocument" }?.target ?? "xl/workbook.xml"
    let foreign = archive.foreignKind
    guard foreign == .otherArchive else { throw .notAWorkbook(foreign) }
    guard let entry = archive.entry(named: main) ?? archive.entry(named: "xl/workbook.xml") else {
      throw package.isEmpty ? .notAWorkbook(foreign) : .missingPart(part: main)
    }
    let parts = try archive.relationships(of: entry.name.split(separator: "\\").joined(separator: "/"))
    let handler = WorkbookHandler(relationships: parts, listLimit: limits.listEntries)
    try archive.read(entry, telling: handler)
    sheets = handler.sheets.map { sheet in
      var sized = sheet
      sized.byteSize = archive.entry(named: sheet.part)?.size ?? 0
      return sized
    }
    dateSystem = handler.dateSystem
    styles = try Self.styles(archive, part: parts.first { $0.type == "styles" }?.target, limits: limits)
    stringsPart = parts.first { $0.type == "sharedStrings" }?.target
  }

  /// Begins to read a sheet of `sheets`.
  public func reader(of sheet: Sheet) throws(WorkbookReadingError) -> SheetReader {
    guard let entry = archive.entry(named: sheet.part) else { throw .missingPart(part: sheet.part) }
    let maker = CellMaker(styles: styles, strings: try sharedStrings(), system: dateSystem)
    let handler = SheetHandler(sheet: sheet.name, maker: maker, limits: limits)
    let stream = try ListStream(archive.open(entry), handler: handler, limits: limits, takesPlain: takesPlain)
    return SheetReader(sheet: sheet, stream: stream)
  }

  /// Begins to read a sheet of `sheets` on a thread of its own.
  public func readAhead(of sheet: Sheet) throws(WorkbookReadingError) -> SheetReadAhead {
    SheetReadAhead(try reader(of: sheet))
  }

  private func sharedStrings() throws(WorkbookReadingError) -> PackedStrings? {
    if let strings { return strings }
    guard let entry = archive.entry(named: stringsPart ?? "xl/sharedStrings.xml") else {
      guard let stringsPart else { return nil }
      throw .missingPart(part: stringsPart)
    }
    let handler = SharedStringsHandler(limits: limits)
    let stream = try ListStream(archive.open(entry), handler: handler, limits: limits, takesPlain: takesPlain)
    while try stream.advance() {}
    strings = handler.strings
    return handler.strings
  }

  private static func styles(
    _ archive: PackageArchive, part: String?, limits: ReadingLimits
  ) throws(WorkbookReadingError) -> CellStyles {
    guard let entry = archive.entry(named: part ?? "xl/styles.xml") else {
      guard let part else { return .none }
      throw .missingPart(part: part)
    }
    let handler = StylesHandler(listLimit: limits.listEntries)
    try archive.read(entry, telling: handler)
    return handler.styles
  }

  private static func open(_ path: String) throws(WorkbookReadingError) -> Int32 {
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW)
    guard descriptor >= 0 else { throw errno == ELOOP ? .notAFile(path: path) : .cannotOpen(path: path, code: errno) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .notAFile(path: path)
    }
    return descriptor
  }

  /// The file's first bytes; its position stays at the beginning.
  private static func read(_ descriptor: Int32, upTo limit: Int, path: String) throws(WorkbookReadingError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: min(limit, 1 << 20))
    while bytes.count < limit {
      let count = unsafe buffer.withUnsafeMutableBytes { room in
        unsafe pread(descriptor, room.baseAddress, room.count, bytes.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .cannotOpen(path: path, code: errno)
      }
      if count == 0 { break }
      bytes += buffer.prefix(count)
    }
    return Array(bytes.prefix(limit))
  }
}
