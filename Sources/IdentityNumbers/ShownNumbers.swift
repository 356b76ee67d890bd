/// How a reader is shown a city's stored numbers: masked, or in full where that was asked for and allowed.
public struct ShownNumbers: Sendable {
  private let seal: NumberSeal?
  private let isInFull: Bool

  /// - Parameters:
  ///   - key: nil where there is none here: numbers are stars then, and none can be had in full.
  ///   - city: the code.
  ///   - inFull: whether whoever reads may see them; that is for the caller to ask, and to log.
  /// - Throws: `IdentityKeyError.refused`.
  public init(_ key: IdentityKey?, of city: String, inFull: Bool) throws(IdentityKeyError) {
    seal = if let key { try NumberSeal(key, city: city) } else { nil }
    isInFull = inFull
  }

  /// Where no number is to be read at all.
  public static let hidden = ShownNumbers()

  private init() {
    seal = nil
    isInFull = false
  }

  /// - Parameter stored: as the database holds it; in the clear where a version before the sealing stored it.
  /// - Throws: `IdentityKeyError`, where numbers are asked for in full.
  public func text(_ stored: String) throws(IdentityKeyError) -> String {
    guard SealedNumber.isSealed(stored) else { return isInFull ? stored : NumberMask.mask(stored) }
    guard isInFull else { return (try? seal?.open(stored)).map(NumberMask.mask) ?? NumberMask.hidden }
    guard let seal else { throw .missing }
    return try seal.open(stored)
  }
}
