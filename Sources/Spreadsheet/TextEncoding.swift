/// The encodings a delivery may come in.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "UTF-8"
  /// GB18030, and GBK, which is a part of it.
  case gb18030 = "GB18030"

  /// The encoding of that name, however it is written (`utf-8`, `UTF8`, `gbk`, `gb2312`).
  public init?(named name: String) {
    switch name.lowercased().filter({ $0.isLetter || $0.isNumber }) {
    case "utf8", "utf8bom", "utf8sig": self = .utf8
    case "gb18030", "gbk", "gb2312", "cp936": self = .gb18030
    default: return nil
    }
  }
}
