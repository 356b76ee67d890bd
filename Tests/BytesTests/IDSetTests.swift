import Bytes
import Testing

struct IDSetTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private func insert(_ id: String, into ids: inout IDSet) -> Bool { ids.insert(bytes(id).span) }
  private func contains(_ id: String, _ ids: IDSet) -> Bool { ids.contains(bytes(id).span) }

  @Test func manyIDsAreFoundByTheirOrder() {
    var ids = IDSet()
    let wanted = (0..<20_000).map { "P\($0 * 7919 % 20_011)" }
    for id in wanted where !insert(id, into: &ids) { Issue.record("\(id) was there before") }
    #expect(ids.count == wanted.count)
    for (ordinal, id) in wanted.enumerated() where ids.ordinal(of: bytes(id).span) != ordinal {
      Issue.record("\(id) is not found")
    }
    let isNew = insert(wanted[5], into: &ids)
    #expect(!isNew)
    #expect(!contains("P", ids))
    #expect(!contains("Q1", ids))
    #expect(ids.strings == wanted)
    let ranks = ids.ranks
    #expect(wanted.sorted() == wanted.indices.sorted { ranks[$0] < ranks[$1] }.map { wanted[$0] })
  }

  @Test func unitedSetsHoldEachIDOnce() {
    var one = IDSet()
    var other = IDSet()
    for id in ["A", "B"] { _ = insert(id, into: &one) }
    for id in ["B", "C"] { _ = insert(id, into: &other) }
    one.formUnion(other)
    #expect(one.strings == ["A", "B", "C"])
  }

  @Test func slotsAreFreedAndFilledAgain() {
    struct Entry: ProbedEntry, Equatable {
      var key: UInt64
      static var free: Entry { Entry(key: 0) }
      var isFree: Bool { key == 0 }
    }
    var slots = ProbedSlots<Entry>(size: 2)
    // All lie in one place by their hash: each has to be looked for behind the others.
    func slot(_ key: UInt64) -> Int { slots.slot(of: 1) { $0.key == key } }
    for key in 1...100 as ClosedRange<UInt64> {
      slots.fill(slot(key), with: Entry(key: key))
      if slots.isCrowded { slots.grow { _ in 1 } }
    }
    #expect(slots.count == 100)
    #expect((1...100).allSatisfy { slots[slot($0)].key == $0 })
    #expect(slots[slot(101)].isFree)
    #expect(Set(slots.entries.map(\.key)) == Set(1...100))
    slots.removeAll()
    #expect(slots.count == 0)
    #expect(slots[slot(1)].isFree)
  }
}
