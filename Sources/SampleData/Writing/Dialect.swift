/// How the files are written: both ways are valid under the contract.
public struct Dialect: Sendable, Hashable {
  /// Headings, codes and dates in Chinese (`单位编号`, `党委`, `2025年3月1日`, `是`), or in English with ISO dates.
  public enum Headings: String, Sendable, Hashable, CaseIterable {
    case english = "en"
    case chinese = "zh"
  }

  public enum Encoding: String, Sendable, Hashable, CaseIterable {
    case utf8
    case gb18030
  }

  public var headings: Headings
  public var encoding: Encoding

  public init(headings: Headings = .english, encoding: Encoding = .utf8) {
    self.headings = headings
    self.encoding = encoding
  }

  /// As a spreadsheet program saves it: Chinese UTF-8 files begin with a byte order mark.
  var hasByteOrderMark: Bool { headings == .chinese && encoding == .utf8 }
  /// Chinese files end their lines as Excel and WPS do.
  var lineEnd: [UInt8] { headings == .chinese ? [13, 10] : [10] }
}
