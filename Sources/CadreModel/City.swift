/// A city (or county) whose department hands in data.
public struct City: Sendable, Hashable {
  /// The code that every row of its data carries, `quzhou`.
  public let code: String
  public let nameChinese: String
  public let nameEnglish: String
  /// First two digits of its region codes: 33 Zhejiang, 34 Anhui, 53 Yunnan.
  public let provinceCode: String
  /// What each of its region codes begins with (GB/T 2260).
  public let regionPrefix: String

  public init(code: String, nameChinese: String, nameEnglish: String, provinceCode: String, regionPrefix: String) {
    self.code = code
    self.nameChinese = nameChinese
    self.nameEnglish = nameEnglish
    self.provinceCode = provinceCode
    self.regionPrefix = regionPrefix
  }

  /// Whether it is a county: its region code is whole, and nothing but itself lies below it.
  public var isCounty: Bool { regionPrefix.count == 6 }
}
