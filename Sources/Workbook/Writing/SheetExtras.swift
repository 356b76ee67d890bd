/// Entries that a cell offers to choose from; others are refused.
public struct DropDown: Hashable, Sendable {
  public var entries: [String]
  /// Shown when the cell is chosen.
  public var message: InputMessage?
  /// Shown when something else is typed.
  public var refusal: InputMessage?

  public init(_ entries: [String], message: InputMessage? = nil, refusal: InputMessage? = nil) {
    self.entries = entries
    self.message = message
    self.refusal = refusal
  }

  /// Whether the entries fit into the cell's own rule: at most 255 bytes together, and nothing in them that the rule would
  /// read as a sign. Others lie in a hidden sheet.
  ///
  /// The format asks for at most 255 characters. The library counts those, too, but into a room of so many bytes: it writes
  /// beyond it where a list of Chinese entries is longer.
  var isShort: Bool {
    let length = entries.reduce(entries.count - 1) { $0 + $1.utf8.count }
    return length <= 255
      && entries.allSatisfy { entry in
        guard let first = entry.first, let last = entry.last else { return false }
        return first != "=" && !first.isWhitespace && !last.isWhitespace
          && !entry.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0.value < 0x20 }
      }
  }
}

/// A title of at most 32 and a text of at most 255 characters beside a cell; longer ones are cut.
public struct InputMessage: Hashable, Sendable {
  public var title: String
  public var text: String

  public init(title: String = "", text: String) {
    self.title = title
    self.text = text
  }
}

/// Cells with a certain text get a colour, also after somebody has changed them.
public struct ColourRule: Hashable, Sendable {
  public var text: String
  public var fill: Colour
  public var fontColour: Colour?

  public init(text: String, fill: Colour, fontColour: Colour? = nil) {
    self.text = text
    self.fill = fill
    self.fontColour = fontColour
  }
}

/// What a workbook says of itself.
public struct WorkbookProperties: Hashable, Sendable {
  public var title: String
  public var author: String
  public var subject: String
  /// Seconds since 1970. Given and not looked up, so that the same content makes the same bytes.
  public var created: Int

  public init(title: String = "", author: String = "", subject: String = "", created: Int) {
    self.title = title
    self.author = author
    self.subject = subject
    self.created = created
  }
}

/// What a writer did otherwise than it was told, and what it made.
public struct WritingSummary: Hashable, Sendable {
  /// The sheets in their order, without the hidden one of long lists.
  public var sheets: [SheetSummary] = []
  /// Links beyond the 65,530 that a sheet can have: their text is there, as text.
  public var droppedLinks = 0
  /// How many cells had a text longer than 32,767 UTF-16 units; they end with `…`.
  public var cutCellCount = 0
  /// The first 100 of them.
  public var cutCells: [CellTarget] = []
}

/// A sheet as it was written.
public struct SheetSummary: Hashable, Sendable {
  public var name: SheetName
  public var rows: Int
}
