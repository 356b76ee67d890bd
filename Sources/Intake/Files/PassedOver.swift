public import CadreModel
public import DataContract
import Messages

/// Something in a delivery's folder that is not imported, and why.
public struct PassedOver: Sendable, Hashable {
  public let path: String
  public let reason: Reason

  public enum Reason: Sendable, Hashable {
    /// The name is no table's; those much like it.
    case otherName(nearest: [String])
    /// A second copy, by its name: `persons(1).csv`.
    case copy(of: TableName)
    /// A workbook, by its name.
    case workbook
    /// Not a CSV file, by its name.
    case otherKind
    /// `.hzb`, which only the vendor's program opens.
    case vendorArchive
    /// The system's own, or a program's: `._persons.csv`, `~$persons.xlsx`.
    case hidden
    case folder
    case link
    case pipe
    case device
    case socket
    /// The name is not UTF-8, as happens when an archive made under Windows is unpacked; what it says in GB18030.
    case nameEncoding(asGB18030: String?)
    /// It was gone when it was looked at.
    case gone
  }

  /// One line: what, and what to do.
  public func text(in language: Language) -> String {
    language(zh: "未导入 \(shown(path))：", en: "Not imported: \(shown(path)): ") + reason.text(language)
  }
}

extension PassedOver.Reason {
  /// A word for machines.
  public var name: String {
    switch self {
    case .otherName: "other_name"
    case .copy: "copy"
    case .workbook: "workbook"
    case .otherKind: "other_kind"
    case .vendorArchive: "vendor_archive"
    case .hidden: "hidden"
    case .folder: "folder"
    case .link: "link"
    case .pipe: "pipe"
    case .device: "device"
    case .socket: "socket"
    case .nameEncoding: "name_encoding"
    case .gone: "gone"
    }
  }

  func text(_ language: Language) -> String {
    switch self {
    case .otherName(let nearest):
      language(zh: "文件名不是表名", en: "it bears the name of no table")
        + (nearest.isEmpty
          ? ""
          : language(zh: "，是否应为 ", en: "; did it mean ")
            + nearest.map { $0 + ".csv" }.joined(separator: language(zh: " 或 ", en: " or "))
            + language(zh: "？", en: "?"))
    case .copy(let table):
      language(
        zh: "看来是 \(Table[table].label) 表的副本，如应导入，请改名为 \(table.rawValue).csv",
        en: "a copy of \(table.rawValue), it seems: to import it, name it \(table.rawValue).csv")
    case .workbook: language(zh: "是工作簿，请另存为 CSV", en: "a workbook: save it as CSV")
    case .otherKind: language(zh: "不是 CSV 文件", en: "no CSV file")
    case .vendorArchive: FieldFormatMessages.vendorArchive.text(in: language)
    case .hidden: language(zh: "是系统或其他程序的文件", en: "the system's own file, or another program's")
    case .folder:
      language(zh: "是文件夹，其中的文件未读取；如应导入，请另行给出", en: "a folder, not looked into: name it to import what is in it")
    case .link: language(zh: "是链接，不跟随", en: "a link, not followed")
    case .pipe: language(zh: "是管道，不是文件", en: "a pipe, no file")
    case .device: language(zh: "是设备，不是文件", en: "a device, no file")
    case .socket: language(zh: "是套接字，不是文件", en: "a socket, no file")
    case .nameEncoding(let name):
      language(zh: "文件名不是 UTF-8，请改名", en: "its name is not UTF-8: rename it")
        + (name.map { language(zh: "（按 GB18030 为 \(shown($0))）", en: " (in GB18030 it reads \(shown($0)))") } ?? "")
    case .gone: language(zh: "已不在", en: "it is gone")
    }
  }
}
