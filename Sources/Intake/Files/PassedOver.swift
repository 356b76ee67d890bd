public import CadreModel
public import DataContract
import Messages
public import Workbook

/// Something in a delivery's folder that is not imported, and why.
public struct PassedOver: Sendable, Hashable {
  public let path: String
  /// Of a workbook whose other sheets may well be imported.
  public let sheet: String?
  public let reason: Reason

  init(path: String, sheet: String? = nil, reason: Reason) {
    self.path = path
    self.sheet = sheet
    self.reason = reason
  }

  public enum Reason: Sendable, Hashable {
    /// The name is no table's; those much like it.
    case otherName(nearest: [String])
    /// A second copy, by its name: `persons(1).csv`.
    case copy(of: TableName)
    /// A workbook by its name, and by its contents something else, or one that is protected.
    case notAWorkbook(FileKind)
    /// A workbook that can't be opened.
    case damagedWorkbook(WorkbookReadingError)
    /// A workbook in which no sheet is a table, by the names of all.
    case noTableSheets([String])
    /// A sheet whose name is no table's; those much like it.
    case otherSheet(nearest: [String])
    /// A second copy of a sheet, by its name: `人员 (2)`.
    case copiedSheet(of: TableName)
    case hiddenSheet
    /// A chart, or macros.
    case noCells
    /// Neither a CSV file nor a workbook, by its name.
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
    PassedOverMessages.line(calledFile(shown(path), sheet: sheet), reason.message)
  }
}

extension PassedOver.Reason {
  /// A word for machines.
  public var name: String {
    switch self {
    case .otherName: "other_name"
    case .copy: "copy"
    case .notAWorkbook: "not_a_workbook"
    case .damagedWorkbook: "damaged_workbook"
    case .noTableSheets: "no_table_sheets"
    case .otherSheet: "other_sheet"
    case .copiedSheet: "copied_sheet"
    case .hiddenSheet: "hidden_sheet"
    case .noCells: "no_cells"
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
    case .notAWorkbook(let kind): kind.message
    case .damagedWorkbook(let error): error.what
    case .noTableSheets(let names): PassedOverMessages.noTableSheets(names.map { shown($0) })
    case .otherSheet(let nearest): PassedOverMessages.otherSheet(nearest: nearest)
    case .copiedSheet(let table): PassedOverMessages.copiedSheet(of: table.called)
    case .hiddenSheet: PassedOverMessages.hiddenSheet
    case .noCells: PassedOverMessages.noCells
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
