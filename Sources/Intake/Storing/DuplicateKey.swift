/// A key that the server found twice, read from what it says of it: `Key (city_code, record_id)=(quzhou, R1) is
/// duplicated.`
struct DuplicateKey: Sendable, Hashable {
  private let values: [String: String]

  /// Nil where the text is of another form.
  init?(detail: String) {
    guard let open = detail.firstIndex(of: "("), let middle = detail.firstRange(of: ")=(") else { return nil }
    guard open < middle.lowerBound, let close = detail[middle.upperBound...].firstIndex(of: ")") else { return nil }
    let names = Self.parts(of: detail[detail.index(after: open)..<middle.lowerBound])
    let values = Self.parts(of: detail[middle.upperBound..<close])
    guard names.count == values.count else { return nil }
    self.values = Dictionary(zip(names, values)) { first, _ in first }
  }

  /// No id has a comma or a parenthesis.
  private static func parts(of list: Substring) -> [String] {
    list.split(separator: ",").map { String($0.drop { $0 == " " }) }
  }

  subscript(column: String) -> String? { values[column] }
}
