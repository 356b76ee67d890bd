import DataContract
import Testing

@testable import PolicyKit

@Suite struct NeedsTests {
  private let reader = NeedsReader([
    Snapshot.Step(table: "live_unit", select: "select * from units", indexes: [], isUnique: false, isOfMost: true),
    Snapshot.Step(
      table: "on_roll", select: "select * from persons join live_unit on true", indexes: [], isUnique: false, isOfMost: true),
    Snapshot.Step(table: "tenure", select: "select * from posts", indexes: [], isUnique: false, isOfMost: true),
  ])

  @Test func tablesAreToldByWholeWords() {
    let needs = reader.needs(of: "select t.talks_held, 谈talks from (talks)t, leaves_of, my_posts where 'scores'")
    #expect(needs.tables == [.talks, .scores])
    #expect(needs.snapshot.isEmpty)
    #expect(reader.needs(of: "talks").tables == [.talks])
    #expect(reader.needs(of: "").tables.isEmpty)
  }

  @Test func whatTheSnapshotIsMadeFromComesAlong() {
    let needs = reader.needs(of: "with a as (select * from on_roll) select * from a, on_roll, leaves")
    #expect(needs.snapshot == ["on_roll", "live_unit"])
    #expect(needs.tables == [.persons, .units, .leaves])
  }
}
