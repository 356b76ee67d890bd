import CLibCrypto

/// scrypt (RFC 7914): a key from a password, which takes whoever guesses as long and as much memory as it takes us.
public struct Scrypt: Sendable, Hashable {
  /// How much memory, in blocks: a power of two.
  public let cost: UInt64
  public let blockSize: UInt64
  public let parallelization: UInt64

  public init(cost: UInt64, blockSize: UInt64, parallelization: UInt64) {
    self.cost = cost
    self.blockSize = blockSize
    self.parallelization = parallelization
  }

  /// A key of so many bytes; nil where the library refuses: no memory, or parameters that are none.
  public func key(of password: [UInt8], salt: [UInt8], count: Int = 32) -> [UInt8]? {
    var key = [UInt8](repeating: 0, count: count)
    let limit = 256 * cost * blockSize + 256 * blockSize * parallelization + (1 << 20)
    // A byte behind the end, which is not counted: of no password at all the library would make no key.
    let (letters, salted) = (password.map { CChar(bitPattern: $0) } + [0], salt + [0])
    let done = unsafe EVP_PBE_scrypt(
      letters, password.count, salted, salt.count, cost, blockSize, parallelization, limit, &key, count)
    return done == 1 ? key : nil
  }
}
