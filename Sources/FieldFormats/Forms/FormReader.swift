import ZippedXML

/// Reads `.lrmx`: an element `Person` with a child for each field.
final class FormReader: FieldHandler {
  private var texts: [FormField: [UInt8]] = [:]
  private var lines: [FormField: Int] = [:]
  private var field: FormField?

  static func read(_ bytes: [UInt8], file: String, limits: FieldLimits) throws(FieldFormatError) -> AppointmentForm {
    let reader = FormReader(file: file)
    try FieldDocument.read(bytes, telling: reader, limits: limits)
    // Some systems write the line breaks of a text as HTML.
    let texts = reader.texts.mapValues { bytes in
      ["<br>", "<br/>", "<br />"].reduce(String(decoding: bytes, as: UTF8.self)) { $0.replacing($1, with: "\n") }
    }
    return AppointmentForm(file: file, texts, lines: reader.lines)
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    let name = name.wholeText
    if depth == 1, name != "Person" { return fail(.unexpectedRoot(file: file, root: name, expected: "Person")) }
    guard depth == 2 else { return }
    field = FormField(rawValue: name).flatMap { $0.isPassedOver ? nil : $0 }
    if let field { lines[field] = line }
  }

  override func end(_ name: XMLName) {
    if depth == 1 { field = nil }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard depth == 2, let field else { return }
    unsafe texts[field, default: []].append(contentsOf: bytes)
  }
}

extension AppointmentForm {
  /// The form as `.lrmx`: UTF-8, every field in its place, those not given empty.
  public var xml: String {
    var text = "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<Person>\n"
    for field in FormField.allCases {
      let value = field == .version && self[.version].isEmpty ? "3.2.1.6" : self[field]
      // Line breaks stand as they are within an element.
      let escaped = XMLText.escaped(value).replacing("&#10;", with: "\n").replacing("&#13;", with: "")
      text += "  <\(field.rawValue)>\(escaped)</\(field.rawValue)>\n"
    }
    return text + "</Person>\n"
  }
}
