import Glibc

/// What other users of the machine see of this program.
public enum ProcessList {
  /// Takes passwords in `--database` out of the command line that the system shows of this process, `ps` for instance.
  /// What the program has read of it before stays as it was.
  public static func hidePasswords() {
    guard let (start, length) = commandLine() else { return }
    guard let memory = unsafe UnsafeMutablePointer<UInt8>(bitPattern: start) else { return }
    let bytes = unsafe UnsafeMutableBufferPointer(start: memory, count: length)
    for place in unsafe passwords(in: Array(bytes)) {
      for index in place { unsafe bytes[index] = UInt8(ascii: "x") }
    }
  }

  /// Where passwords stand in arguments that each end with NUL: in `//user:PASSWORD@` and `password=PASSWORD`.
  static func passwords(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var isNext = false
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0) ?? bytes.count
      let argument = bytes[start..<end]
      if isNext || argument.starts(with: Array("--database=".utf8)) { found += passwords(ofDatabase: argument) }
      isNext = argument.elementsEqual("--database".utf8)
      start = end + 1
    }
    return found
  }

  private static func passwords(ofDatabase argument: ArraySlice<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    if let scheme = first("://", in: argument), let at = argument[scheme.upperBound...].lastIndex(of: UInt8(ascii: "@")),
      let colon = argument[scheme.upperBound..<at].firstIndex(of: UInt8(ascii: ":"))
    {
      found.append(colon + 1..<at)
    }
    var rest = argument
    while let keyword = first("password", in: rest) {
      rest = rest[keyword.upperBound...]
      guard let equals = rest.firstIndex(where: { $0 != UInt8(ascii: " ") }), rest[equals] == UInt8(ascii: "=") else {
        continue
      }
      let value = rest[(equals + 1)...].drop { $0 == UInt8(ascii: " ") }
      let end: Int
      if value.first == UInt8(ascii: "'") {
        var index = value.startIndex + 1
        while index < value.endIndex, value[index] != UInt8(ascii: "'") {
          index += value[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        end = min(index, value.endIndex)
      } else {
        end = value.firstIndex { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "&") } ?? value.endIndex
      }
      found.append(value.startIndex..<end)
      rest = rest[end...]
    }
    return found
  }

  private static func first(_ text: StaticString, in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    let wanted = Array(text.description.utf8)
    guard bytes.count >= wanted.count else { return nil }
    for index in bytes.startIndex...(bytes.endIndex - wanted.count)
    where bytes[index..<(index + wanted.count)].elementsEqual(wanted) {
      return index..<(index + wanted.count)
    }
    return nil
  }

  /// Where the system keeps the arguments: the 48th and 49th field of `/proc/self/stat`, the program's name, which may
  /// hold blanks, being the second, in parentheses.
  private static func commandLine() -> (start: UInt, length: Int)? {
    let descriptor = unsafe open("/proc/self/stat", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
    guard count > 0, let name = bytes[..<count].lastIndex(of: UInt8(ascii: ")")) else { return nil }
    let fields = String(decoding: bytes[(name + 1)..<count], as: UTF8.self).split(separator: " ")
    guard fields.count > 46, let start = UInt(fields[45]), let end = UInt(fields[46]), start > 0, end > start else {
      return nil
    }
    return (start, Int(end - start))
  }
}
