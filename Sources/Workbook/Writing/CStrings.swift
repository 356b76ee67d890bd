#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Copies of texts for the library's structures, whose fields want pointers that are theirs to change. They live as
/// long as this value is used; the library makes copies of its own.
@safe
final class CStrings {
  private var pointers: [UnsafeMutablePointer<CChar>] = unsafe []

  deinit {
    // The formatter would write `unsafepointer` (swift-format 6.3).
    // swift-format-ignore
    for unsafe pointer in unsafe pointers { unsafe free(pointer) }
  }

  /// Nil for an empty text: the library takes none for "not given".
  func copy(_ text: String) -> UnsafeMutablePointer<CChar>? {
    guard !text.isEmpty, let pointer = unsafe strdup(text) else { return nil }
    unsafe pointers.append(pointer)
    return unsafe pointer
  }
}
