/// How the journal tells of an import's changes of a table.
package enum JournalForm: String, Sendable, Hashable {
  /// Nothing changed; or the import is from before the journal.
  case none
  /// The first rows that the table ever had: all of them came with the import.
  case firstLoad = "first_load"
  /// Row by row.
  case rows
}
