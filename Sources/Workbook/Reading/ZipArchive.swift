import CZip
import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// An archive opened for reading: names and sizes first, bytes as they are asked for.
///
/// The C handle and the copy of the bytes never leave the archive, which frees both. Entries may be read on several threads: they share
/// the one file, and so take turns.
@safe
final class ZipArchive {
  /// One file of the archive.
  struct Entry {
    let index: UInt64
    let name: String
    let size: Int
  }

  private let archive: OpaquePointer
  private let memory: UnsafeMutableRawBufferPointer?
  private let limits: ReadingLimits
  /// Held whenever the library reads or lets go of an entry.
  fileprivate let turn = DispatchSemaphore(value: 1)
  /// By name in small letters with `/`, as the packages' rules compare names.
  private var entries: [String: Entry] = [:]
  private(set) var isEncrypted = false

  /// Takes the descriptor over.
  init(descriptor: Int32, limits: ReadingLimits) throws(WorkbookReadingError) {
    var code: Int32 = 0
    guard let archive = unsafe zip_fdopen(descriptor, 0, &code) else {
      close(descriptor)
      throw .damagedArchive(detail: Self.words(code))
    }
    unsafe self.archive = archive
    unsafe memory = nil
    self.limits = limits
    try list()
  }

  init(bytes: [UInt8], limits: ReadingLimits) throws(WorkbookReadingError) {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    unsafe memory.copyBytes(from: bytes)
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard let source = unsafe zip_source_buffer_create(memory.baseAddress, UInt64(bytes.count), 0, &error),
      let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, &error)
    else {
      let detail = unsafe String(cString: zip_error_strerror(&error))
      unsafe memory.deallocate()
      throw .damagedArchive(detail: detail)
    }
    unsafe self.archive = archive
    unsafe self.memory = memory
    self.limits = limits
    try list()
  }

  deinit {
    unsafe zip_discard(archive)
    unsafe memory?.deallocate()
  }

  /// Names of all entries, normalised.
  var names: some Sequence<String> { entries.keys }

  /// The entry of that name; capital letters, `\` and a leading `/` make no difference.
  func entry(named name: String) -> Entry? {
    entries[Self.normalised(name)]
  }

  /// The bytes of an entry, unpacked.
  func open(_ entry: Entry) throws(WorkbookReadingError) -> EntryStream {
    turn.wait()
    defer { turn.signal() }
    guard let file = unsafe zip_fopen_index(archive, entry.index, 0) else {
      throw unsafe .damagedPart(part: entry.name, at: WorkbookPlace(), detail: String(cString: zip_strerror(archive)))
    }
    return unsafe EntryStream(file: file, archive: self, name: entry.name, limit: limits.entrySize)
  }

  private func list() throws(WorkbookReadingError) {
    let count = unsafe zip_get_num_entries(archive, 0)
    guard count <= limits.entries else { throw .overLimit(.entries, part: nil, allowed: limits.entries) }
    var total: UInt64 = 0
    for index in 0..<UInt64(max(count, 0)) {
      var status = unsafe zip_stat_t()
      unsafe zip_stat_init(&status)
      guard unsafe zip_stat_index(archive, index, 0, &status) == 0, let cName = unsafe status.name else {
        throw unsafe .damagedArchive(detail: String(cString: zip_strerror(archive)))
      }
      let name = unsafe String(cString: cName)
      if name.hasSuffix("/") { continue }
      let (size, packed) = unsafe (status.size, status.comp_size)
      guard size <= UInt64(limits.entrySize) else {
        throw .overLimit(.entrySize, part: name, allowed: limits.entrySize)
      }
      total += size
      guard total <= UInt64(limits.totalSize) else { throw .overLimit(.totalSize, part: nil, allowed: limits.totalSize) }
      guard size < UInt64(limits.ratioFrom) || size / max(packed, 1) <= UInt64(limits.ratio) else {
        throw .overLimit(.ratio, part: name, allowed: limits.ratio)
      }
      if unsafe status.encryption_method != UInt16(ZIP_EM_NONE) { isEncrypted = true }
      let entry = Entry(index: index, name: name, size: Int(size))
      guard entries.updateValue(entry, forKey: Self.normalised(name)) == nil else {
        throw .damagedArchive(detail: "two entries of one name: \(name)")
      }
    }
  }

  private static func normalised(_ name: String) -> String {
    var parts: [Substring] = []
    for part in name.lowercased().split(whereSeparator: { $0 == "/" || $0 == "\\" }) where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  private static func words(_ code: Int32) -> String {
    var error = unsafe zip_error_t()
    unsafe zip_error_init_with_code(&error, code)
    defer { unsafe zip_error_fini(&error) }
    return unsafe String(cString: zip_error_strerror(&error))
  }
}

/// The bytes of one entry, in order, once.
///
/// The C handle never leaves the stream, which frees it and keeps the archive open as long.
@safe
final class EntryStream {
  private let file: OpaquePointer
  private let archive: ZipArchive
  let name: String
  private let limit: Int
  private var count = 0

  fileprivate init(file: OpaquePointer, archive: ZipArchive, name: String, limit: Int) {
    unsafe self.file = file
    self.archive = archive
    self.name = name
    self.limit = limit
  }

  deinit {
    archive.turn.wait()
    unsafe zip_fclose(file)
    archive.turn.signal()
  }

  /// Fills the buffer from its beginning; 0 at the end. What the sizes said before is checked again, against what really comes.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(WorkbookReadingError) -> Int {
    archive.turn.wait()
    defer { archive.turn.signal() }
    let read = unsafe zip_fread(file, buffer.baseAddress, UInt64(buffer.count))
    guard read >= 0 else {
      throw unsafe .damagedPart(part: name, at: WorkbookPlace(), detail: String(cString: zip_file_strerror(file)))
    }
    count += Int(read)
    guard count <= limit else { throw .overLimit(.entrySize, part: name, allowed: limit) }
    return Int(read)
  }
}
