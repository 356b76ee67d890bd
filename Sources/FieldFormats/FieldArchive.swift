import CZip
import Spreadsheet

/// A packed delivery: names and sizes first, bytes as they are asked for. Limits are kept before anything is unpacked, and again
/// against what really comes.
///
/// The C handle never leaves the archive, which frees it.
@safe
final class FieldArchive {
  private let archive: OpaquePointer
  private let path: String
  private let limits: FieldLimits
  private var entries: [(name: String, index: UInt64, size: Int)] = []

  init(path: String, limits: FieldLimits) throws(FieldFormatError) {
    var code: Int32 = 0
    guard let archive = unsafe zip_open(path, ZIP_RDONLY, &code) else {
      throw .damagedArchive(path: path, detail: Self.words(code))
    }
    unsafe self.archive = archive
    self.path = path
    self.limits = limits
    try list()
  }

  deinit {
    unsafe zip_discard(archive)
  }

  var names: [String] { entries.map(\.name) }

  /// The bytes of the entry at that place among the names.
  func bytes(at place: Int) throws(FieldFormatError) -> [UInt8] {
    let entry = entries[place]
    guard let file = unsafe zip_fopen_index(archive, entry.index, 0) else {
      throw unsafe .damagedArchive(path: path, detail: String(cString: zip_strerror(archive)))
    }
    defer { unsafe zip_fclose(file) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(entry.size)
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe zip_fread(file, $0.baseAddress, UInt64($0.count)) }
      guard count >= 0 else {
        throw unsafe .damagedArchive(path: path, detail: String(cString: zip_file_strerror(file)))
      }
      if count == 0 { return bytes }
      bytes += buffer[..<Int(count)]
      guard bytes.count <= entry.size else {
        throw .overLimit(.fileSize, file: entry.name, allowed: entry.size)
      }
    }
  }

  private func list() throws(FieldFormatError) {
    let count = unsafe zip_get_num_entries(archive, 0)
    guard count <= limits.entries else { throw .overLimit(.entries, file: path, allowed: limits.entries) }
    var total = 0
    for index in 0..<UInt64(max(count, 0)) {
      var status = unsafe zip_stat_t()
      unsafe zip_stat_init(&status)
      // The names of archives that were packed under a Chinese Windows are GB18030, which libzip would take for something else.
      guard unsafe zip_stat_index(archive, index, zip_flags_t(ZIP_FL_ENC_RAW), &status) == 0,
        let cName = unsafe zip_get_name(archive, index, zip_flags_t(ZIP_FL_ENC_RAW))
      else { throw unsafe .damagedArchive(path: path, detail: String(cString: zip_strerror(archive))) }
      let raw = unsafe Array(String(cString: cName).utf8)
      let name = unsafe String(validatingCString: cName) ?? Self.name(of: cName) ?? String(decoding: raw, as: UTF8.self)
      if name.hasSuffix("/") || name.hasSuffix("\\") { continue }
      let (size, packed) = unsafe (status.size, status.comp_size)
      guard size <= UInt64(limits.fileSize) else { throw .overLimit(.fileSize, file: name, allowed: limits.fileSize) }
      total += Int(size)
      guard total <= limits.totalSize else { throw .overLimit(.totalSize, file: path, allowed: limits.totalSize) }
      guard size < UInt64(limits.ratioFrom) || size / max(packed, 1) <= UInt64(limits.ratio) else {
        throw .overLimit(.ratio, file: name, allowed: limits.ratio)
      }
      guard unsafe status.encryption_method == UInt16(ZIP_EM_NONE) else { throw .encryptedArchive(path: path) }
      entries.append((name, index, Int(size)))
    }
  }

  private static func name(of raw: UnsafePointer<CChar>) -> String? {
    var bytes: [UInt8] = []
    var index = 0
    while unsafe raw[index] != 0 {
      unsafe bytes.append(UInt8(bitPattern: raw[index]))
      index += 1
    }
    var text: [UInt8] = []
    guard let converter = try? GB18030Converter(.toUTF8), converter.convert(bytes.span, appendingTo: &text) else { return nil }
    return String(decoding: text, as: UTF8.self)
  }

  private static func words(_ code: Int32) -> String {
    var error = unsafe zip_error_t()
    unsafe zip_error_init_with_code(&error, code)
    defer { unsafe zip_error_fini(&error) }
    return unsafe String(cString: zip_error_strerror(&error))
  }
}
