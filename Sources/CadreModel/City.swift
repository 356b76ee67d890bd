/// A city that hands in its records.
public struct City: Sendable, Hashable {
  /// The code that every row of its data carries (`quzhou`).
  public let code: String
  public let nameChinese: String
  public let nameEnglish: String
  /// The first two digits of the province's code of GB/T 2260 (`33`).
  public let provinceCode: String
  /// The digits that every `region_code` of its data begins with (`3308`).
  public let regionPrefix: String

  public init(code: String, nameChinese: String, nameEnglish: String, provinceCode: String, regionPrefix: String) {
    self.code = code
    self.nameChinese = nameChinese
    self.nameEnglish = nameEnglish
    self.provinceCode = provinceCode
    self.regionPrefix = regionPrefix
  }
}
