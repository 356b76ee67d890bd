import Digest
import Dispatch

/// What is made of passwords: a key that only the password makes again. The database keeps the key's digest.
enum PasswordKey {
  static let saltSize = 16

  private static let scrypt = Scrypt(cost: 1 << 14, blockSize: 8, parallelization: 5)

  /// A fifth of a second of one processor, and 16 MB.
  static func make(_ password: String, _ salt: [UInt8]) -> [UInt8]? {
    scrypt.key(of: Array(password.utf8), salt: salt)
  }
}

/// Has at most two keys made at a time, and few wait: signing in takes no more of the machine than that, however many try.
public actor PasswordQueue {
  /// Of this process.
  public static let shared = PasswordQueue()

  private let places: Int
  private let queue: Int
  private var working = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []

  public init(atOnce places: Int = 2, waiting queue: Int = 20) {
    self.places = places
    self.queue = queue
  }

  /// The key of a password.
  ///
  /// - Throws: `AccountError.busy` where too many wait already, or the machine has no memory left.
  func key(of password: String, salt: [UInt8]) async throws(AccountError) -> [UInt8] {
    try await work { PasswordKey.make(password, salt) }
  }

  func work(_ make: @escaping @Sendable () -> [UInt8]?) async throws(AccountError) -> [UInt8] {
    if working >= places {
      guard waiting.count < queue else { throw .busy }
      // Who wakes us hands over the place.
      await withCheckedContinuation { waiting.append($0) }
    } else {
      working += 1
    }
    let made = await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: make()) }
    }
    if waiting.isEmpty { working -= 1 } else { waiting.removeFirst().resume() }
    guard let made else { throw .busy }
    return made
  }
}
