/// Calls `body` with the strings as a NULL-terminated C array.
func withCStrings<R>(_ strings: [String], _ body: ([UnsafePointer<CChar>?]) throws -> R) rethrows -> R {
  var storage: [CChar] = []
  var starts: [Int] = []
  for string in strings {
    starts.append(storage.count)
    storage.append(contentsOf: string.utf8.lazy.map { CChar(bitPattern: $0) })
    storage.append(0)
  }
  return try storage.withUnsafeBufferPointer { buffer in
    var pointers: [UnsafePointer<CChar>?] = starts.map { start in buffer.baseAddress.map { $0 + start } }
    pointers.append(nil)
    return try body(pointers)
  }
}
