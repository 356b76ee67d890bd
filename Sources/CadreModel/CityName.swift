/// What a city is called.
public struct CityName: Sendable, Hashable {
  /// `quzhou`.
  public let code: String
  /// `衢州市`.
  public let chinese: String
  public let english: String

  public init(code: String, chinese: String, english: String) {
    self.code = code
    self.chinese = chinese
    self.english = english
  }

  /// Whether the text names the city: by its code, its English name, or its Chinese name, which may lack the rank (`衢州` for
  /// `衢州市`).
  public func isMeant(by written: String) -> Bool {
    let text = written.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if [code, english].contains(where: { $0.lowercased() == text.lowercased() }) || text == chinese { return true }
    return text == withoutRank
  }

  /// `衢州` of `衢州市`; nil where one character would be left, as of `泾县`.
  public var withoutRank: String? {
    guard let rank = chinese.last, "市县区州盟".contains(rank), chinese.count > 2 else { return nil }
    return String(chinese.dropLast())
  }
}

extension City {
  /// What it is called.
  public var label: Label { Label(nameChinese, nameEnglish) }
  public var name: CityName { CityName(code: code, chinese: nameChinese, english: nameEnglish) }
}
