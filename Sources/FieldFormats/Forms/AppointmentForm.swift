import Spreadsheet

/// One appointment form, field by field, as it was written.
public struct AppointmentForm: Sendable, Hashable {
  /// The file's name.
  public let file: String
  private var texts: [FormField: String]
  /// The line that a field's text begins on, from 1.
  private var lines: [FormField: Int]

  public init(file: String, _ texts: [FormField: String]) {
    self.init(file: file, texts, lines: [:])
  }

  init(file: String, _ texts: [FormField: String], lines: [FormField: Int]) {
    self.file = file
    self.texts = texts
    self.lines = lines
  }

  /// A field's text without blanks at its ends; empty where it is not given.
  public subscript(_ field: FormField) -> String {
    get { texts[field]?.trimmingBlanks ?? "" }
    set { texts[field] = newValue }
  }

  /// Where a field stands, or a line of it.
  public func place(of field: FormField, line: Int = 0) -> FieldPlace {
    FieldPlace(file: file, line: (lines[field] ?? 1) + line)
  }

  /// Reads the form from a file's bytes: `.lrmx` or the older `.lrm`, told by what they begin with.
  static func read(_ bytes: [UInt8], file: String, limits: FieldLimits) throws(FieldFormatError) -> AppointmentForm {
    let first = bytes.first { ![0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
    // UTF-16 begins with its mark.
    let isXML = first == UInt8(ascii: "<") || bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    return isXML ? try FormReader.read(bytes, file: file, limits: limits) : try OldForm.read(bytes, file: file)
  }
}
