import Access
import CadreModel
import Messages
import Pages
import PolicyKit
import PostgresClient
import Reporting

/// What the officers who see no data look at: who may do what, and who has looked.
struct OfficersPages {
  let sight: Sight

  private static let shown = 200

  init(_ sight: Sight) {
    self.sight = sight
  }

  func access() async throws -> PageContent {
    var page = PageContent(sight(WebPageMessages.access))
    let granted = try await AccessOffice(connection: sight.connection, osUser: sight.viewer.account).list()
    let rows = granted.map { entry in
      DataRow([
        DataCell(entry.login), DataCell(entry.duties.map(\.name).joined(by: Punctuation.listSeparator).text(in: sight.language)),
        DataCell(
          entry.cities.map { code in sight.library.city(code).map { sight($0.label) } ?? code }.list.text(in: sight.language)),
      ])
    }
    var table = DataTable(
      "access",
      [
        TableColumn(.identifier, ListPageMessages.login), TableColumn(.words, ListPageMessages.duties),
        TableColumn(.words, ListPageMessages.cities),
      ], rows)
    table.note = ListPageMessages.accessReading
    page.add(table)
    return page
  }

  /// The log, the newest first, so many entries before one.
  func audit(before: Int?) async throws -> PageContent {
    var page = PageContent(sight(WebPageMessages.audit))
    let rows = try await sight.connection.query(
      Statement(
        "entries of the log before one",
        """
        select
          e.entry_number,
          to_char(e.entered_on at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS') as entered_on,
          e.login,
          e.os_user,
          e.command,
          e.kind,
          e.cities,
          e.indicator,
          e.subject_id,
          e.as_of::text as as_of,
          e.details,
          e.digest
        from audit_entries e
        where e.entry_number < $1
        order by e.entry_number desc
        limit \(Self.shown + 1)
        """, [.int(Int64(before ?? Int(Int32.max)))]))
    let entries = try rows.prefix(Self.shown).map { row -> DataRow in
      let number: Int = try row.decode("entry_number")
      let about = [
        try row.decode("cities", as: String.self), try row.decode("indicator", as: String.self),
        try row.decode("subject_id", as: String.self), try row.decode("as_of", as: String?.self) ?? "",
        try row.decode("details", as: String.self),
      ].filter { !$0.isEmpty }
      return DataRow([
        DataCell(number), DataCell(try row.decode("entered_on", as: String.self)),
        DataCell(try row.decode("login", as: String.self), below: try row.decode("os_user", as: String.self)),
        DataCell(try row.decode("os_user", as: String.self)), DataCell(try row.decode("command", as: String.self)),
        DataCell(try row.decode("kind", as: String.self)), DataCell(about.joined(separator: " · ")),
        DataCell(try row.decode("digest", as: String.self)),
      ])
    }
    var table = DataTable(
      "log",
      [
        TableColumn(.count, ListPageMessages.entry), TableColumn(.identifier, ListPageMessages.on),
        TableColumn(.words, ListPageMessages.who), TableColumn(.words, ListPageMessages.by),
        TableColumn(.words, ListPageMessages.command), TableColumn(.text, ListPageMessages.kind),
        TableColumn(.sentence, ListPageMessages.about), TableColumn(.identifier, ListPageMessages.digest),
      ], Array(entries))
    table.folded = [3]
    if rows.count > Self.shown, let last = entries.last.flatMap({ Int($0.cells[0].text) }) { table.next = .audit(before: last) }
    if before != nil { table.first = .audit(before: nil) }
    page.add(table)
    return page
  }
}
