import Testing

@testable import Results

@Suite struct UnitTreeTests {
  private func order(_ nodes: [(String, String?)]) -> [String] {
    UnitTree.ordered(nodes.map { UnitTree.Node(id: $0.0, name: "", parent: $0.1) }).map { "\($0.node.id):\($0.depth)" }
  }

  @Test func parentsBeforeChildrenSiblingsById() {
    #expect(
      order([("C", "B"), ("B", nil), ("A", nil), ("D", "A"), ("AA", "B"), ("E", "C")])
        == ["A:0", "D:1", "B:0", "AA:1", "C:1", "E:2"])
  }

  @Test func idsGoByCodePoint() {
    #expect(order([("u2", nil), ("U10", nil), ("U2", nil), ("U_1", nil)]) == ["U10:0", "U2:0", "U_1:0", "u2:0"])
  }

  @Test func noUnitIsLostOnACircleOrAnUnknownParent() {
    #expect(order([("B", "A"), ("A", "B"), ("C", "gone")]) == ["C:0", "A:0", "B:1"])
  }

  @Test func aBranchIsAUnitWithAllBelowIt() {
    let nodes = [("A", nil), ("B", "A"), ("C", "B"), ("D", "A"), ("E", nil), ("F", "G"), ("G", "F")].map {
      UnitTree.Node(id: $0.0, name: "", parent: $0.1)
    }
    func branch(_ id: String) -> [String] { UnitTree.branch(of: id, in: nodes) }
    #expect(branch("A") == ["A", "B", "C", "D"] && branch("B") == ["B", "C"] && branch("E") == ["E"])
    // On a circle the first one counts as the highest; who is unknown stands alone.
    #expect(branch("F") == ["F", "G"] && branch("nowhere") == ["nowhere"])
    let ordered = UnitTree.ordered(nodes)
    let above = UnitTree.superiors(of: ordered).map { $0.map { ordered[$0].node.id } ?? "-" }
    #expect(zip(ordered.map(\.node.id), above).map { "\($0)<\($1)" } == ["A<-", "B<A", "C<B", "D<A", "E<-", "F<-", "G<F"])
  }
}
