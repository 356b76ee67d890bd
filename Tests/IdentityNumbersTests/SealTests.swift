import Testing

@testable import IdentityNumbers

@Suite struct SealTests {
  private let key = IdentityKey(text: String(repeating: "0123456789abcdef", count: 4))
  private let number = "11010519491231002X"

  private func bytes(_ hexadecimal: String) -> [UInt8] {
    stride(from: 0, to: hexadecimal.count, by: 2).map { start in
      let from = hexadecimal.index(hexadecimal.startIndex, offsetBy: start)
      return UInt8(hexadecimal[from..<hexadecimal.index(from, offsetBy: 2)], radix: 16) ?? 0
    }
  }

  /// Test case 16 of McGrew and Viega, "The Galois/Counter Mode of Operation".
  @Test func aesGCM() throws {
    let key = bytes("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308")
    let text = bytes(
      "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39")
    let context = bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2")
    let nonce = bytes("cafebabefacedbaddecaf888")
    let cipher = AuthenticatedCipher(key)
    let sealed = try #require(cipher.seal(text, nonce: nonce, context: context))
    #expect(
      hexadecimal(sealed)
        == "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
        + "76fc6ece0f4e1768cddf8853bb2d551b")
    // By the same contexts again.
    #expect(cipher.seal(text, nonce: nonce, context: context) == sealed)
    #expect(cipher.open(sealed, nonce: nonce, context: context) == text)
    #expect(cipher.open(sealed, nonce: nonce, context: []) == nil)
    #expect(cipher.open(sealed, nonce: nonce, context: context) == text)
  }

  /// Test case 1 of RFC 4231, twice by one context, and test case 3 of RFC 5869 as far as its first block goes.
  @Test func keyedDigests() throws {
    let digest = KeyedDigest([UInt8](repeating: 0x0b, count: 20))
    for _ in 1...2 {
      #expect(
        digest.digest(of: Array("Hi There".utf8)).map(hexadecimal)
          == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
    }
    #expect(
      KeyedDigest.derive("", from: [UInt8](repeating: 0x0b, count: 22)).map(hexadecimal)
        == "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d")
  }

  /// Worked out by Python's `hmac` and `cryptography`.
  @Test func aSealedNumber() throws {
    let seal = try NumberSeal(#require(key), city: "quzhou")
    let expected = "sealed:1:a58eca060fe2f050:8Sg+u+ckKGRX13C9lxLGq9WBf7LO2cuOFm9xdPuSRSN8o49V5JbjcgfIjIsSug=="
    #expect(try seal.seal(number) == expected)
    #expect(try seal.open(expected) == number)
    #expect(key?.text == "ASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4mrze8=")
  }

  @Test func oneNumberIsOneTextUnderOneKeyInOneCity() throws {
    let key = try #require(key)
    let other = try #require(IdentityKey.random())
    let quzhou = try NumberSeal(key, city: "quzhou")
    let sealed = try quzhou.seal(number)
    #expect(try NumberSeal(key, city: "quzhou").seal(number) == sealed)
    #expect(try quzhou.seal("110105194912310038") != sealed)
    let elsewhere = try NumberSeal(key, city: "kunming")
    #expect(try elsewhere.seal(number) != sealed)
    #expect(throws: IdentityKeyError.damaged) { try elsewhere.open(sealed) }
    #expect(throws: IdentityKeyError.sealedByOther(key: key.id, given: other.id)) {
      try NumberSeal(other, city: "quzhou").open(sealed)
    }
  }

  /// Each character of the text, changed: none opens.
  @Test func aChangedTextDoesNotOpen() throws {
    let seal = try NumberSeal(#require(key), city: "quzhou")
    let sealed = Array(try seal.seal(number).utf8)
    for index in sealed.indices {
      for character in "Aq7=" where sealed[index] != character.asciiValue {
        var changed = sealed
        changed[index] = try #require(character.asciiValue)
        #expect(throws: IdentityKeyError.self) { try seal.open(String(decoding: changed, as: UTF8.self)) }
      }
    }
    #expect(throws: IdentityKeyError.damaged) { try seal.open(String(decoding: sealed.dropLast(4), as: UTF8.self)) }
    #expect(throws: IdentityKeyError.damaged) { try seal.open(number) }
  }

  @Test func keysAreReadFromBase64AndHexadecimal() throws {
    let key = try #require(key)
    #expect(IdentityKey(text: "\n \(key.text)\n") == key)
    #expect(IdentityKey(text: String(repeating: "0123456789ABCDEF", count: 4)) == key)
    for text in ["", "abc", String(key.text.dropLast()), key.text + "AAAA", String(repeating: "g", count: 64)] {
      #expect(IdentityKey(text: text) == nil, "\(text)")
    }
    // Nothing tells the key but its own text.
    var dumped = ""
    dump(key, to: &dumped)
    for told in ["\(key)", String(reflecting: key), dumped] { #expect(!told.contains(key.text) && told.contains(key.id)) }
  }
}

@Suite struct MaskTests {
  private func isMask(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return NumberMask.isMask(bytes.span)
  }

  @Test func endsAreShown() {
    #expect(NumberMask.mask("11010519491231002X") == "11**************2X")
    #expect(NumberMask.mask("1234") == "****")
    #expect(isMask("11**************2X"))
    #expect(isMask("******************"))
    #expect(!isMask("11010519491231002X"))
    #expect(!isMask("11**********231002"))
    #expect(NumberMask.stands("11**************2x", for: "11010519491231002X"))
    #expect(NumberMask.stands("******************", for: "11010519491231002X"))
    #expect(!NumberMask.stands("11**************3X", for: "11010519491231002X"))
  }

  @Test func numbersAreTakenOutOfTexts() {
    #expect(NumberMask.withoutNumbers("张三 11010519491231002X，") == "张三 11**************2X，")
    #expect(NumberMask.withoutNumbers("11010519491231002x") == "11**************2x")
    // A number of another kind: too long, no date in it.
    #expect(NumberMask.withoutNumbers("9133080012345678901234") == "9133080012345678901234")
    #expect(NumberMask.withoutNumbers("110105999999990021") == "110105999999990021")
    #expect(NumberMask.withoutDigits("330802 19900101 123X") == "33****************3X")
    #expect(NumberMask.withoutDigits("5.3E+17") == "5.3E+17")
    #expect(NumberMask.withoutDigits("待核实") == "待核实")
  }
}
