import CLibCrypto

/// HMAC (RFC 2104): a digest that only who has the key can make.
public enum MessageAuthentication: String, Sendable {
  case sha1 = "SHA1"
  case sha256 = "SHA256"

  /// The code of a message under a key; empty where the library refuses.
  public func code(of message: [UInt8], key: [UInt8]) -> [UInt8] {
    var code = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var count = 0
    let made = unsafe EVP_Q_mac(
      // A byte behind the end, which is not counted: an empty array need have no address.
      nil, "HMAC", nil, rawValue, nil, key + [0], key.count, message + [0], message.count, &code, code.count, &count)
    guard unsafe made != nil else { return [] }
    return Array(code.prefix(count))
  }
}

/// Whether two secrets are equal, in a time that does not tell where they differ.
public func areEqualSecrets(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  guard left.count == right.count else { return false }
  var difference: UInt8 = 0
  for index in left.indices { difference |= left[index] ^ right[index] }
  return difference == 0
}
