import CZip
import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// An archive opened for reading: names and sizes first, bytes as they are asked for. Limits are kept before anything is unpacked, and
/// again against what really comes.
///
/// The C handle and the copy of the bytes never leave the archive, which frees both. Entries may be read on several threads: they share
/// the one file, and so take turns.
@safe
public final class ZipArchive {
  /// One file of the archive; folders are none.
  public struct Entry: Sendable {
    fileprivate let index: UInt64
    /// In UTF-8, as libzip makes it of what stands in the archive.
    public let name: String
    /// As it stands in the archive. Those packed under a Chinese Windows have names in GB18030, which libzip takes for something else.
    public let rawName: [UInt8]
    /// Bytes, unpacked.
    public let size: Int
    public let isEncrypted: Bool
  }

  private let archive: OpaquePointer
  private let memory: UnsafeMutableRawBufferPointer?
  /// Held whenever the library reads or lets go of an entry.
  fileprivate let turn = DispatchSemaphore(value: 1)
  /// In the order of the archive.
  public private(set) var entries: [Entry] = []

  public init(path: String, limits: ZipLimits) throws(ZipError) {
    var code: Int32 = 0
    guard let archive = unsafe zip_open(path, ZIP_RDONLY, &code) else { throw .damagedArchive(detail: Self.words(code)) }
    unsafe self.archive = archive
    unsafe memory = nil
    try list(limits)
  }

  /// Takes the descriptor over.
  public init(descriptor: Int32, limits: ZipLimits) throws(ZipError) {
    var code: Int32 = 0
    guard let archive = unsafe zip_fdopen(descriptor, 0, &code) else {
      close(descriptor)
      throw .damagedArchive(detail: Self.words(code))
    }
    unsafe self.archive = archive
    unsafe memory = nil
    try list(limits)
  }

  public init(bytes: [UInt8], limits: ZipLimits) throws(ZipError) {
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
    try list(limits)
  }

  deinit {
    unsafe zip_discard(archive)
    unsafe memory?.deallocate()
  }

  /// The bytes of an entry, unpacked.
  /// - Parameter limit: how many there may be, whatever the archive says of its size.
  public func open(_ entry: Entry, limit: Int) throws(ZipError) -> ZipEntryStream {
    turn.wait()
    defer { turn.signal() }
    guard let file = unsafe zip_fopen_index(archive, entry.index, 0) else {
      throw unsafe .damagedEntry(name: entry.name, detail: String(cString: zip_strerror(archive)))
    }
    return unsafe ZipEntryStream(file: file, archive: self, name: entry.name, limit: limit)
  }

  private func list(_ limits: ZipLimits) throws(ZipError) {
    let count = unsafe zip_get_num_entries(archive, 0)
    guard count <= limits.entries else { throw .overLimit(.entries, entry: nil, allowed: limits.entries) }
    var total: UInt64 = 0
    for index in 0..<UInt64(max(count, 0)) {
      var status = unsafe zip_stat_t()
      unsafe zip_stat_init(&status)
      guard unsafe zip_stat_index(archive, index, 0, &status) == 0, let cName = unsafe status.name,
        let rawName = unsafe zip_get_name(archive, index, zip_flags_t(ZIP_FL_ENC_RAW))
      else { throw unsafe .damagedArchive(detail: String(cString: zip_strerror(archive))) }
      let name = unsafe String(cString: cName)
      let raw = unsafe Array(UnsafeRawBufferPointer(start: rawName, count: strlen(rawName)))
      if raw.last == UInt8(ascii: "/") { continue }
      let (size, packed) = unsafe (status.size, status.comp_size)
      guard size <= UInt64(limits.entrySize) else {
        throw .overLimit(.entrySize, entry: name, allowed: limits.entrySize)
      }
      total += size
      guard total <= UInt64(limits.totalSize) else { throw .overLimit(.totalSize, entry: nil, allowed: limits.totalSize) }
      guard size < UInt64(limits.ratioFrom) || size / max(packed, 1) <= UInt64(limits.ratio) else {
        throw .overLimit(.ratio, entry: name, allowed: limits.ratio)
      }
      let isEncrypted = unsafe status.encryption_method != UInt16(ZIP_EM_NONE)
      entries.append(Entry(index: index, name: name, rawName: raw, size: Int(size), isEncrypted: isEncrypted))
    }
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
public final class ZipEntryStream {
  private let file: OpaquePointer
  private let archive: ZipArchive
  public let name: String
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

  /// Puts the next bytes into the buffer, from `offset` on and no more than `most`; 0 at the end.
  public func read(into buffer: inout [UInt8], from offset: Int = 0, most: Int = .max) throws(ZipError) -> Int {
    let room = min(buffer.count - offset, most)
    precondition(offset >= 0 && room >= 0)
    archive.turn.wait()
    defer { archive.turn.signal() }
    let read = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe zip_fread(file, bytes.baseAddress?.advanced(by: offset), UInt64(room))
    }
    guard read >= 0 else {
      throw unsafe .damagedEntry(name: name, detail: String(cString: zip_file_strerror(file)))
    }
    count += Int(read)
    guard count <= limit else { throw .overLimit(.entrySize, entry: name, allowed: limit) }
    return Int(read)
  }
}
