import Files

/// A file or folder of the field's own formats.
public struct FieldSource: Sendable, Hashable {
  public let path: String
  public let kind: Kind

  public enum Kind: Sendable, Hashable {
    /// `.lrmx` or `.lrm`.
    case form
    /// `.zip`, with forms or an exchange in it.
    case archive
    /// `Table/A01.xml` and others in it, or those files themselves.
    case exchange
  }

  public init(path: String, _ kind: Kind) {
    self.path = path
    self.kind = kind
  }

  /// What a file is by its name; nil where it is none of these.
  public static func kind(ofFile name: String) -> Kind? {
    let name = name.lowercased()
    if name.hasSuffix(".lrmx") || name.hasSuffix(".lrm") { return .form }
    return name.hasSuffix(".zip") ? .archive : nil
  }

  /// The vendor's encrypted archive: it is opened by the vendor's program alone.
  public static func isVendorArchive(_ name: String) -> Bool {
    name.lowercased().hasSuffix(".hzb")
  }

  /// Whether a folder is an exchange, or the `Table` of one.
  public static func isExchange(folder path: String) -> Bool {
    let names = Folder.names(in: path) ?? []
    let tables = names.filter { $0.lowercased() == "table" }.flatMap { Folder.names(in: path + "/" + $0) ?? [] }
    return (names + tables).contains { ExchangeTable(fileName: $0) != nil }
  }

  /// Whether that entry of such a folder belongs to the exchange.
  public static func isPartOfExchange(_ name: String) -> Bool {
    name.lowercased() == "table" || name.lowercased().hasSuffix(".xml")
  }
}
