import DataContract
import Testing

@testable import PolicyKit

/// What a rule's templates bring together tells whose facts it reaches.
@Suite struct ReachDerivationTests {
  private func reach(_ template: String, about kind: SubjectKind) -> Reach {
    Reach.of(State(of: template, otherwise: .fails), about: kind.code)
  }

  @Test func factsOfTheSubjectItselfAreItsOwn() {
    let talks = "select * from on_roll r join {declarations} d on d.person_id = r.person_id"
    #expect(reach(talks, about: .person) == .ownPerson)
    #expect(reach("select * from live_unit u join {risk_points} k on k.unit_id = u.unit_id", about: .unit) == .ownUnit)
  }

  @Test func aRowsFactsAreThoseOfWhomItNames() {
    let leaves = "select * from {leaves} c left join on_roll r on r.person_id = c.person_id"
    #expect(reach(leaves, about: .row(of: .leaves)) == .ownPerson)
    #expect(reach("select * from {decisions} c", about: .row(of: .decisions)) == .ownUnit)
    // An inspection may name nobody.
    let inspections = "select * from {inspections} c where c.person_id is not null"
    #expect(reach(inspections, about: .row(of: .inspections)) == .ownUnit)
  }

  @Test func whoIsComparedWithOthersReachesTheCity() {
    let ranked = """
      select rank() over (partition by r.category order by s.base_score)
      from {scores} s
      join on_roll r on r.person_id = s.person_id
      """
    #expect(reach(ranked, about: .person) == .city)
    let sumSoFar = """
      select sum(t.hours) over (partition by t.person_id order by t.completed_on)
      from {training_records} t
      """
    #expect(reach(sumSoFar, about: .person) == .ownPerson)
    #expect(Reach.of(Statistic(countOf: "select * from {leaves} l"), about: "person") == .city)
  }

  @Test func factsOfTheUnitAreNotThePersons() {
    let inspected = "select * from current_post c join {inspections} i on i.unit_id = c.unit_id"
    #expect(reach(inspected, about: .person) == .city)
    // A post belongs to its unit, too.
    #expect(reach(inspected, about: .row(of: .posts)) == .ownUnit)
    #expect(reach("select * from on_roll r join unit_head h on h.unit_id = r.unit_id", about: .person) == .city)
    // The unit itself is nobody's fact.
    #expect(reach("select * from current_post c join {units} u on u.unit_id = c.unit_id", about: .person) == .ownPerson)
  }

  /// A handover may name another's post.
  @Test func whatARowNamesByItsIDMayBeAnothers() {
    let byID = "select * from {handovers} h left join {posts} p on p.post_id = h.post_id"
    #expect(reach(byID, about: .row(of: .handovers)) == .city)
    #expect(reach(byID + " and p.person_id = h.person_id", about: .row(of: .handovers)) == .ownPerson)
  }
}
