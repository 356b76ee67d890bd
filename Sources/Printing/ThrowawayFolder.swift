import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A folder that only this account can enter, for one printing.
struct ThrowawayFolder: ~Copyable {
  let path: String

  init(in parent: String) throws(PrintingError) {
    var template = Array("\(parent)/cadre-print-XXXXXX".utf8CString)
    // The folder that mkdtemp makes has the mode 0700.
    guard unsafe mkdtemp(&template) != nil else { throw .file(path: parent, reason: .last) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    Self.remove(path)
  }

  /// Removes what the browser left: it may still be ending when it is looked at, so what is gone already is no fault.
  private static func remove(_ path: String) {
    if unsafe unlink(path) == 0 { return }
    for name in Folder.names(in: path) ?? [] { remove("\(path)/\(name)") }
    unsafe rmdir(path)
  }
}
