/// What the characters beyond ASCII are like when bytes are read in one encoding.
public struct CharacterTally: Sendable, Hashable {
  /// Chinese as it is written every day, with its punctuation.
  public var common = 0
  /// Other Chinese characters.
  public var rare = 0
  /// Other scripts, and symbols.
  public var foreign = 0
  /// Characters that no text should have: private use, U+FFFD, controls.
  public var spoilt = 0
  /// Places where the bytes are no character.
  public var broken = 0

  public init() {}

  public var all: Int { common + rare + foreign + spoilt + broken }

  mutating func add(_ kind: CharacterKind) {
    switch kind {
    case .common: common += 1
    case .rare: rare += 1
    case .foreign: foreign += 1
    case .spoilt: spoilt += 1
    }
  }
}

enum CharacterKind {
  case common
  case rare
  case foreign
  case spoilt
}

/// Reads bytes as UTF-8, however broken, and counts what they say.
struct UTF8Reading {
  private(set) var tally = CharacterTally()
  /// Continuation bytes still owed, and what the next may be.
  private var owed = 0
  private var lower: UInt8 = 0x80
  private var upper: UInt8 = 0xBF
  private var scalar: UInt32 = 0

  var isIdle: Bool { owed == 0 }

  mutating func consume(_ byte: UInt8) {
    if owed > 0 {
      if byte >= lower && byte <= upper {
        owed -= 1
        lower = 0x80
        upper = 0xBF
        scalar = scalar << 6 | UInt32(byte & 0x3F)
        if owed == 0 { tally.add(Self.kind(scalar)) }
        return
      }
      // The byte may well begin the next character.
      tally.broken += 1
      owed = 0
    }
    lower = 0x80
    upper = 0xBF
    switch byte {
    case 0x00...0x7F: return
    case 0xC2...0xDF: begin(byte & 0x1F, owing: 1)
    case 0xE0...0xEF:
      begin(byte & 0x0F, owing: 2)
      if byte == 0xE0 { lower = 0xA0 }
      if byte == 0xED { upper = 0x9F }
    case 0xF0...0xF4:
      begin(byte & 0x07, owing: 3)
      if byte == 0xF0 { lower = 0x90 }
      if byte == 0xF4 { upper = 0x8F }
    default: tally.broken += 1
    }
  }

  mutating func finish() {
    if owed > 0 { tally.broken += 1 }
    owed = 0
  }

  private mutating func begin(_ bits: UInt8, owing count: Int) {
    scalar = UInt32(bits)
    owed = count
  }

  /// GB18030 turns as UTF-8 into anything but these blocks, so that all Chinese is as good as the everyday one.
  private static func kind(_ scalar: UInt32) -> CharacterKind {
    switch scalar {
    case 0x4E00...0x9FFF, 0x3000...0x303F, 0xFF01...0xFF65, 0xFFE0...0xFFE6, 0xB7, 0xD7, 0x2010...0x2027, 0x2030...0x205E,
      0x2160...0x217F, 0x2460...0x24FF, 0x3220...0x32FF:
      .common
    case 0x3400...0x4DBF, 0xF900...0xFAFF, 0x2_0000...0x3_FFFF, 0x2E80...0x2FDF: .rare
    // Invisible characters, which say nothing for or against.
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF, 0x2028, 0x2029, 0xA0: .common
    case 0x80...0x9F, 0xE000...0xF8FF, 0xFFFD, 0xFFFE, 0xFFFF, 0xF_0000...0x10_FFFF: .spoilt
    default: .foreign
    }
  }
}

/// Reads bytes as GB18030, however broken, and counts what they say.
struct GB18030Reading {
  private(set) var tally = CharacterTally()
  private var first: UInt8 = 0
  /// The second byte of a character of four.
  private var second: UInt8 = 0
  private var length = 0

  var isIdle: Bool { length == 0 }

  mutating func consume(_ byte: UInt8) {
    switch length {
    case 0: begin(byte)
    case 1:
      switch byte {
      case 0x40...0x7E, 0x80...0xFE:
        tally.add(Self.kind(first, byte))
        length = 0
      case 0x30...0x39:
        second = byte
        length = 2
      default: restart(with: byte)
      }
    case 2:
      guard byte >= 0x81 && byte <= 0xFE else { return restart(with: byte) }
      length = 3
    default:
      guard byte >= 0x30 && byte <= 0x39 else { return restart(with: byte) }
      tally.add(first >= 0x95 && first <= 0x9A || first == 0x81 && second >= 0x39 || first == 0x82 ? .rare : .foreign)
      length = 0
    }
  }

  mutating func finish() {
    if length > 0 { tally.broken += 1 }
    length = 0
  }

  private mutating func begin(_ byte: UInt8) {
    if byte < 0x80 { return }
    if byte == 0x80 || byte == 0xFF {
      tally.broken += 1
    } else {
      first = byte
      length = 1
    }
  }

  private mutating func restart(with byte: UInt8) {
    tally.broken += 1
    length = 0
    begin(byte)
  }

  /// The everyday characters stand in rows 16-55 of GB 2312, in which UTF-8 read as GB18030 seldom lies.
  private static func kind(_ lead: UInt8, _ trail: UInt8) -> CharacterKind {
    switch (lead, trail) {
    case (0xD7, 0xFA...): .spoilt
    case (0xB0...0xD7, 0xA1...), (0xA1, 0xA1...), (0xA3, 0xA1...): .common
    case (0xA2, 0xA1...), (0xA4...0xA9, 0xA1...): .foreign
    case (0xAA...0xAF, 0xA1...), (0xF8...0xFE, 0xA1...), (0xA1...0xA7, ..<0xA1): .spoilt
    default: .rare
    }
  }
}
