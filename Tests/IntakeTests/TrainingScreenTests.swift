import DataContract
import Testing

@testable import Intake

/// Whose training records may contradict each other: worked out while they run through, in memory or in parts on the disk.
struct TrainingScreenTests {
  private struct Record {
    let person: Int
    let trainingClass: Int?
    let completedOn: Int32
    let hours: Int64
    let days: Int64
  }

  /// Classes: two that share a day, one of one day, one online.
  private static let classes = KnownClasses([
    .init(start: 8826, length: 10, mode: .offJob), .init(start: 8835, length: 3, mode: .offJob),
    .init(start: 8838, length: 1, mode: .offJob), .init(start: 8826, length: 31, mode: .online),
  ])

  private func suspects(_ records: [Record], capacity: Int = TrainingScreen.capacity) throws -> Set<Int> {
    var screen = TrainingScreen(classes: Self.classes, capacity: capacity)
    for record in records {
      try screen.add(
        person: record.person, trainingClass: record.trainingClass, completedOn: record.completedOn, hours: record.hours,
        days: record.days)
    }
    return try screen.suspects()
  }

  @Test func boundaries() throws {
    func one(_ person: Int, _ hours: Int64, _ days: Int64, _ trainingClass: Int? = nil, on day: Int32 = 9000) -> Record {
      Record(person: person, trainingClass: trainingClass, completedOn: day, hours: hours, days: days)
    }
    let records = [
      one(0, 2400, 100), one(1, 2401, 0), one(2, 1200, 50), one(2, 1200, 50), one(3, 1200, 50), one(3, 1201, 50),
      one(4, 100, 50), one(4, 100, 51), one(5, 7200, 300), one(6, 7201, 300),
      // Persons 7 and 8: a class of ten days; 9 and 10: two classes that share 10 March, two that do not.
      one(7, 24_000, 1000, 0), one(8, 24_001, 1000, 0), one(9, 100, 100, 0), one(9, 100, 100, 1), one(10, 100, 100, 1),
      one(10, 100, 100, 2),
      // 11: the same class twice, of one day and of ten; 12: online beside full-time.
      one(11, 100, 50, 2), one(11, 100, 51, 2), one(12, 100, 50, 0), one(12, 100, 50, 3),
    ]
    #expect(try suspects(records) == [1, 3, 4, 6, 8, 9, 11])
    #expect(try suspects(records.reversed(), capacity: 2) == [1, 3, 4, 6, 8, 9, 11])
  }

  /// By comparing each with each.
  private func byHand(_ records: [Record]) -> Set<Int> {
    var found: Set<Int> = []
    for record in records {
      let span = record.trainingClass.flatMap { Self.classes[$0] }
      if let span, record.hours > 2400 * Int64(span.length) || record.days > 100 * Int64(span.length) {
        found.insert(record.person)
      }
      if span == nil, record.days > 100, record.hours > 24 * record.days { found.insert(record.person) }
    }
    func day(_ record: Record) -> Int32? {
      guard let ordinal = record.trainingClass, let span = Self.classes[ordinal] else {
        return record.days <= 100 ? record.completedOn : nil
      }
      return span.length == 1 ? span.start : nil
    }
    for a in records {
      let same = records.filter { $0.person == a.person && day($0) != nil && day($0) == day(a) }
      if same.reduce(0, { $0 + $1.hours }) > 2400 || same.reduce(0, { $0 + $1.days }) > 100 { found.insert(a.person) }
      for b in records where a.person == b.person && a.trainingClass != b.trainingClass {
        guard let one = a.trainingClass.flatMap({ Self.classes[$0] }),
          let other = b.trainingClass.flatMap({ Self.classes[$0] }),
          one.isOffJob, other.isOffJob
        else { continue }
        if one.start < other.start + other.length && other.start < one.start + one.length { found.insert(a.person) }
      }
    }
    return found
  }

  @Test(arguments: 1...40) func asByComparingAll(seed: UInt64) throws {
    var random = Shuffle(seed)
    let records = (0..<120).map { _ in
      Record(
        person: random.next(30), trainingClass: random.next(3) == 1 ? random.next(4) - 1 : nil,
        completedOn: Int32(9000 + random.next(20)), hours: Int64(random.next(16) * 100), days: Int64(random.next(9) * 20))
    }
    let expected = byHand(records)
    #expect(try suspects(records) == expected)
    #expect(try suspects(records, capacity: 7) == expected)
  }
}
