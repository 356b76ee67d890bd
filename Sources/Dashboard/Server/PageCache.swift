import Compression
import Digest
import Synchronization

/// Pages that were made, for who asks for the same with the same rights: a page of a finished run is the same tomorrow. Bounded by bytes;
/// what was used longest ago goes first.
final class PageCache: Sendable {
  struct Page: Sendable {
    let body: [UInt8]
    /// The same for browsers that take it so: most do, and it is a sixth.
    let compressed: [UInt8]?
    /// The body's SHA-256, for the log.
    let digest: String
    let entry: PageContent.Entry

    init(_ body: [UInt8], entry: PageContent.Entry) {
      (self.body, self.entry) = (body, entry)
      compressed = Gzip.compressed(body)
      digest = SHA256.hex(of: body)
    }

    var size: Int { body.count + (compressed?.count ?? 0) }
  }

  private struct Kept {
    let page: Page
    var used: Int
  }

  private struct State {
    var pages: [String: Kept] = [:]
    var bytes = 0
    var clock = 0
  }

  private let state = Mutex(State())
  private let mostBytes: Int

  init(mostBytes: Int = 32 << 20) {
    self.mostBytes = mostBytes
  }

  /// - Parameter tag: of the page, its address, the viewer's rights and the language: see `PageTag`.
  func page(_ tag: String) -> Page? {
    state.withLock { state in
      state.clock += 1
      state.pages[tag]?.used = state.clock
      return state.pages[tag]?.page
    }
  }

  func keep(_ page: Page, as tag: String) {
    // One that takes a large part of the room is not worth all the others.
    guard page.size <= mostBytes / 8 else { return }
    state.withLock { state in
      state.clock += 1
      if let old = state.pages.removeValue(forKey: tag) { state.bytes -= old.page.size }
      state.pages[tag] = Kept(page: page, used: state.clock)
      state.bytes += page.size
      while state.bytes > mostBytes, let oldest = state.pages.min(by: { $0.value.used < $1.value.used }) {
        state.pages.removeValue(forKey: oldest.key)
        state.bytes -= oldest.value.page.size
      }
    }
  }

  /// How many bytes are kept.
  var bytes: Int { state.withLock { $0.bytes } }
}
