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
    message.text(in: language)
  }

  var message: Message {
    PassedOverMessages.line(shown(path), reason.message)
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

  var message: Message {
    switch self {
    case .otherName(let nearest): PassedOverMessages.otherName(nearest: nearest)
    case .copy(let table): PassedOverMessages.copy(of: table.called)
    case .workbook: PassedOverMessages.workbook
    case .otherKind: PassedOverMessages.otherKind
    case .vendorArchive: FieldFormatMessages.vendorArchive
    case .hidden: PassedOverMessages.hidden
    case .folder: PassedOverMessages.folder
    case .link: PassedOverMessages.link
    case .pipe: PassedOverMessages.pipe
    case .device: PassedOverMessages.device
    case .socket: PassedOverMessages.socket
    case .nameEncoding(let name): PassedOverMessages.nameEncoding(asGB18030: name.map { shown($0) })
    case .gone: PassedOverMessages.gone
    }
  }
}
