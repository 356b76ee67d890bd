import CadreModel
import Messages
import Reporting
import Results

/// A table of a page. The screen shows it, and the files that it downloads as hold the same cells: of both there is one value.
struct DataTable: Sendable {
  /// What its files are called, and what the address of a download names.
  let id: String
  let columns: [TableColumn]
  var rows: [DataRow]
  /// Above it.
  var title: Message?
  /// Below its title: how it is to be read.
  var note: Message?
  /// Said in its place where it has no rows.
  var nothing: Message?
  /// The page of a long table that follows, and the one before which it begins.
  var next: Place?
  var first: Place?
  /// Of a table that is paged: how many rows there are in all.
  var total: Int?
  /// Columns that are in the files, and on the screen below the cells before them.
  var folded: Set<Int> = []
  /// Whether rates are tinted, red through yellow to green.
  var isTinted = false

  init(_ id: String, _ columns: [TableColumn], _ rows: [DataRow] = []) {
    (self.id, self.columns, self.rows) = (id, columns, rows)
  }

  /// Whether the screen shows all that the files hold.
  var isWhole: Bool { next == nil && first == nil }
}

/// One row: its cells, and what the screen shows beside them.
struct DataRow: Sendable, Hashable {
  var cells: [DataCell]
  /// A bar of these counts, on the screen alone.
  var bar: Tally?
  /// How far the first cell stands to the right: of a tree.
  var depth = 0

  init(_ cells: [DataCell], bar: Tally? = nil, depth: Int = 0) {
    (self.cells, self.bar, self.depth) = (cells, bar, depth)
  }
}

/// One cell, as a file has it: a rate as 0.8333, whatever the screen makes of it.
struct DataCell: Sendable, Hashable, ExpressibleByStringLiteral {
  let text: String
  /// Where it leads.
  var place: Place?
  /// Shown below the text, in small letters: what is in another column of the files, or tells nothing new.
  var below: String?
  /// What a status cell shows its colour by.
  var status: Status?

  init(_ text: String, _ place: Place? = nil, below: String? = nil) {
    (self.text, self.place, self.below) = (text, place, below)
  }

  init(_ number: Int, _ place: Place? = nil) { self.init(String(number), place) }

  init(_ rate: Rate?, _ place: Place? = nil, below: String? = nil) { self.init(rate?.description ?? "", place, below: below) }

  init(_ day: Day?) { self.init(day?.description ?? "") }

  init(_ status: Status, _ language: Language, _ place: Place? = nil) {
    self.init(StatusColours.name(of: status, in: language), place)
    self.status = status
  }

  init(stringLiteral text: String) { self.init(text) }
}
