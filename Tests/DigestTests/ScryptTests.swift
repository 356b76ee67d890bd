import Digest
import Testing

/// RFC 7914, section 12; RFC 2202 and RFC 4231.
@Suite struct ScryptTests {
  struct Vector: Sendable {
    let password: String
    let salt: String
    let scrypt: Scrypt
    let key: String
  }

  static let vectors = [
    Vector(
      password: "", salt: "", scrypt: Scrypt(cost: 16, blockSize: 1, parallelization: 1),
      key: "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
        + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"),
    Vector(
      password: "password", salt: "NaCl", scrypt: Scrypt(cost: 1024, blockSize: 8, parallelization: 16),
      key: "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
        + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"),
    Vector(
      password: "pleaseletmein", salt: "SodiumChloride", scrypt: Scrypt(cost: 16384, blockSize: 8, parallelization: 1),
      key: "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
        + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"),
  ]

  @Test(arguments: vectors) func keysAreThoseOfTheStandard(vector: Vector) throws {
    let key = try #require(vector.scrypt.key(of: Array(vector.password.utf8), salt: Array(vector.salt.utf8), count: 64))
    #expect(hexadecimal(key) == vector.key)
  }

  @Test func impossibleCostsAreRefused() {
    #expect(Scrypt(cost: 15, blockSize: 8, parallelization: 1).key(of: [1], salt: [2]) == nil)
  }

  @Test func messageCodesAreThoseOfTheStandards() {
    let key = [UInt8](repeating: 0x0b, count: 20)
    #expect(
      hexadecimal(MessageAuthentication.sha1.code(of: Array("Hi There".utf8), key: key))
        == "b617318655057264e28bc0b6fb378c8ef146be00")
    #expect(
      hexadecimal(MessageAuthentication.sha256.code(of: Array("Hi There".utf8), key: key))
        == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
    // Nothing under nothing.
    #expect(
      hexadecimal(MessageAuthentication.sha256.code(of: [], key: []))
        == "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad")
  }

  @Test func secretsAreCompared() {
    #expect(areEqualSecrets([1, 2, 3], [1, 2, 3]) && areEqualSecrets([], []))
    #expect(!areEqualSecrets([1, 2, 3], [1, 2, 4]) && !areEqualSecrets([1, 2], [1, 2, 3]) && !areEqualSecrets([1], []))
  }

  private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
