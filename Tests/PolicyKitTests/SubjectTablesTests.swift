import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

/// Which tables decide who is judged: what changes in others makes no new subject.
@Suite struct SubjectTablesTests {
  private func scope() throws -> Scope {
    let policy = try #require(try PolicyLibrary.shipped().policy("kunming"))
    let day = try #require(Day("2025-08-15"))
    return Scope(judging: try #require(policy.judging(asOf: day)), indicator: "4.annual-training")
  }

  private func deadline(_ cases: Deadline.CasesOfYear, doneBy: [TableName]) -> Deadline {
    Deadline(
      .onTheDay, cases: cases, of: "select * from {posts} p left join {talks} t using (person_id)", doneBy: doneBy)
  }

  @Test func ofAQuotaThoseOfItsPopulation() throws {
    let quota = Quota(.persons, each: .year, .facts("select * from {talks}", atLeast: "hours"))
    #expect(try quota.tablesOfSubjects(in: scope()) == [.persons, .posts, .units])
    let rolling = RollingQuota(
      .persons, years: "years", atLeast: "hours", progress: "select * from {talks}", boundSince: "select * from {leaves}")
    #expect(try rolling.tablesOfSubjects(in: scope()) == [.persons, .posts, .units])
  }

  @Test func ofADeadlineAllButThoseThatTellWhatWasDone() throws {
    #expect(try deadline(.all, doneBy: [.talks]).tablesOfSubjects(in: scope()) == [.posts])
    #expect(try deadline(.all, doneBy: []).tablesOfSubjects(in: scope()) == nil)
  }

  /// Whether an earlier case was open when the year began depends on when it was done.
  @Test func ofCasesOfTheYearAnyMay() throws {
    #expect(try deadline(.begunThisYear, doneBy: [.talks]).tablesOfSubjects(in: scope()) == nil)
  }

  @Test func trainingIsAskedForOfAnyDayUnlessSaid() throws {
    let judging = try scope().judging
    let measure = Quota.Sum.facts("select * from {training_records}", atLeast: "hours")
    #expect(Quota(.persons, each: .year, measure).trainingDays(in: judging) == nil)
    let days = Quota(.persons, each: .half, measure, training: .ofThePeriods).trainingDays(in: judging)
    #expect(days?.starts == Day("2025-01-01"))
    #expect(days?.ends == Day("2025-12-31"))
  }
}
