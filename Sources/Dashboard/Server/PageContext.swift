public import Hummingbird
import Logging
import NIOCore

/// One request on its way: what Hummingbird keeps of it, and who makes it once that is known.
public struct PageContext: RequestContext, RemoteAddressRequestContext {
  public var coreContext: CoreRequestContextStorage
  /// Where it comes from; nil in tests without a socket.
  public let remoteAddress: SocketAddress?
  /// Nil until somebody is known to be signed in.
  public var viewer: (any PageViewer)?

  public init(source: Source) {
    coreContext = .init(source: source)
    remoteAddress = source.channel.remoteAddress
  }

  /// A page takes no body; a form a few fields.
  public var maxUploadSize: Int { 64 * 1024 }
}
