/// The older `.lrm` (2.0): GB2312, fields in quotes separated by commas, lists in them by `@`, parts of these by `#`.
enum OldForm {
  /// What stands in which field. The fields of the family and of schools' parts are not looked at; there is none for an identity number.
  private static let order: [Int: FormField] = [
    0: .name, 1: .sex, 2: .birth, 3: .ethnicity, 4: .nativePlace, 5: .joinedParty, 6: .health, 7: .birthPlace, 8: .hired,
    11: .technicalTitle, 16: .speciality, 17: .resume, 18: .awards, 19: .assessments, 25: .presentPost, 26: .proposedPost,
    27: .removedPost, 28: .reason, 29: .reportingUnit, 30: .agesAsOf, 31: .filledInBy, 32: .filledInOn,
  ]
  private static let count = 33

  static func read(_ bytes: [UInt8], file: String) throws(FieldFormatError) -> AppointmentForm {
    let text = String(decoding: try GB18030Text.decode(bytes, file: file), as: UTF8.self)
    var fields = fields(text)
    guard fields.count >= count else { throw .tooFewFields(file: file, found: fields.count) }
    var texts: [FormField: String] = [:]
    var lines: [FormField: Int] = [:]
    for (place, field) in order {
      texts[field] = fields[place].text
      lines[field] = fields[place].line
    }
    // Full-time education first, then that beside work: 学历#学位@学历#学位.
    let education = fields[9].text.split(separator: "@", omittingEmptySubsequences: false).map { part in
      part.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
    }
    fields = []
    texts[.education] = education.first?.first
    texts[.degree] = education.first?.dropFirst().first
    texts[.laterEducation] = education.dropFirst().first?.first
    texts[.laterDegree] = education.dropFirst().first?.dropFirst().first
    return AppointmentForm(file: file, texts, lines: lines)
  }

  /// The texts between `"` and `","`, each with the line that it begins on.
  private static func fields(_ text: String) -> [(text: String, line: Int)] {
    var rest = Substring(text.replacing("\r\n", with: "\n"))
    var line = 1
    while let first = rest.first, first.isWhitespace { if rest.removeFirst() == "\n" { line += 1 } }
    if rest.first == "\"" { rest.removeFirst() }
    var last = String(rest)
    while let character = last.last, character.isWhitespace || character == "\u{1A}" { last.removeLast() }
    if last.hasSuffix("\"") { last.removeLast() }
    return last.split(separator: "\",\"", omittingEmptySubsequences: false).map { field in
      defer { line += field.count { $0 == "\n" } }
      return (String(field), line)
    }
  }

  static func text(_ form: AppointmentForm) -> String {
    var fields = Array(repeating: "", count: count)
    for (place, field) in order { fields[place] = form[field].replacing("\"", with: "”").replacing("\n", with: "\r\n") }
    fields[9] = "\(form[.education])#\(form[.degree])@\(form[.laterEducation])#\(form[.laterDegree])"
    fields[10] = "#@#"
    return "\"" + fields.joined(separator: "\",\"") + "\""
  }
}

extension AppointmentForm {
  /// The form as `.lrm` 2.0, in GB18030. It has no place for the identity number.
  /// - Throws: `FieldFormatError.notText` where a character has none in that encoding.
  public func oldBytes() throws(FieldFormatError) -> [UInt8] {
    try GB18030Text.encode(OldForm.text(self), file: file)
  }
}
