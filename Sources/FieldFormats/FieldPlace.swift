/// Where something stands in a delivery of the field's formats.
public struct FieldPlace: Sendable, Hashable {
  /// The file's name.
  public let file: String
  /// In a table of an exchange the row, in a form the line of the text, from 1.
  public let line: Int

  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}
