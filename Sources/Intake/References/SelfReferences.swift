import Bytes
import DataContract

/// Ids of a table whose rows refer to each other (a unit to the one above it), known before any of them is stored.
struct SelfReferences {
  let file: DeliveredFile
  let ids: ReferenceIDs
  let work: ImportWork

  func prepare() throws {
    guard work.options.quarantine != nil else {
      // Where one bad row rejects all, what refers to it is no second mistake.
      return try IDScan(file, in: work.workbooks).ownIDs(into: &ids.known)
    }
    try keepWhatStands()
  }

  /// A rejected row takes those below it along: what is left after that stands.
  private func keepWhatStands() throws {
    let stored = ids.known
    try IDScan(file, in: work.workbooks).ownIDs(into: &ids.known)
    var pass = try FilePass(
      file,
      checker: try RowChecker(file, city: work.city, catalogue: work.options.catalogue, references: work.references),
      mode: .quarantine(nil), ownIDs: nil, log: FindingLog(), keepsAllKeys: false, gathersFamilies: true,
      workbooks: work.workbooks)
    while try pass.advance() { pass.dropEncoded() }
    var standing = pass.families
    var known = stored
    var isSettled = false
    while !isSettled {
      known = stored
      for row in standing { known.insert(Array(row.id.utf8).span) }
      let before = standing.count
      standing.removeAll { row in row.parents.contains { !known.contains(Array($0.utf8).span) } }
      isSettled = standing.count == before
    }
    for id in ids.known.strings where !known.contains(Array(id.utf8).span) { ids.rejected.insert(Array(id.utf8).span) }
    ids.known = known
  }
}

/// A row, and the rows of the same table that it refers to.
struct Family: Sendable, Hashable {
  let id: String
  let parents: [String]
}
