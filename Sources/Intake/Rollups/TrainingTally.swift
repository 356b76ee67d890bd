import Bytes
import DataContract
import Journal
import PostgresClient

/// What training records add up to by person and year, kept while their rows run through on the way to the server.
///
/// Rows of `training_years`. Where more persons and years come than memory should hold, what was added up so far goes to
/// a spill file and the rest begins anew: the server adds the parts.
struct TrainingTally {
  /// How many persons' years are kept: about 40 MB.
  static let capacity = 3 << 18

  /// Days of classes of each mode, in the order of `TrainingMode.allCases`.
  private typealias DaysByMode<Days> = InlineArray<4, Days>

  private struct PersonYear: ProbedEntry {
    /// The person's ordinal plus 1; 0 for a free slot.
    var person: UInt32 = 0
    var records: UInt32 = 0
    /// Hundredths, as all days.
    var hours: UInt32 = 0
    var days: UInt32 = 0
    var daysByMode = DaysByMode<UInt32>(repeating: 0)
    /// Days since 2000, as all dates here.
    var settledOn: Int32 = 0
    var year: Int16 = 0
    /// Days since 1 January.
    var firstDay: UInt16 = 0

    static var free: PersonYear { PersonYear() }
    var isFree: Bool { person == 0 }

    var hash: UInt64 {
      let value = (UInt64(person) << 16 | UInt64(UInt16(bitPattern: year))) &* 0x9E37_79B9_7F4A_7C15
      return value ^ (value >> 29)
    }
  }

  private let persons: ReferenceIDs
  private let classes: KnownClasses
  private let capacity: Int
  private var slots = ProbedSlots<PersonYear>(size: 1024)
  private var years = YearOfDay()
  private var encoder = BinaryCopyEncoder()
  /// Rows that no longer fitted in memory.
  private(set) var spill: SpillFile?

  init(persons: ReferenceIDs, classes: KnownClasses, capacity: Int = TrainingTally.capacity) {
    self.persons = persons
    self.classes = classes
    self.capacity = capacity
  }

  /// Adds a record.
  ///
  /// - Parameters:
  ///   - person: the ordinal of its person among the persons' ids.
  ///   - trainingClass: that of its class; nil for none.
  ///   - hours: in hundredths, as `days`.
  mutating func add(
    person: Int, trainingClass: Int?, completedOn: Int32, hours: Int64, days: Int64
  ) throws(ImportError) {
    let year = years.year(of: completedOn)
    let firstDay = UInt16(truncatingIfNeeded: completedOn - years.days.lowerBound)
    let attended = trainingClass.flatMap { classes[$0] }
    let wanted = PersonYear(person: UInt32(person + 1), settledOn: completedOn, year: year, firstDay: firstDay)
    var index = slot(of: wanted)
    if slots[index].isFree && slots.count == capacity || hours > Self.roomLeft(slots[index].hours)
      || days > Self.roomLeft(slots[index].days)
    {
      try spillAll()
      index = slot(of: wanted)
    }
    guard hours <= UInt32.max, days <= UInt32.max else {
      var daysByMode = DaysByMode<Int64>(repeating: 0)
      if let attended { daysByMode[attended.mode] = days }
      return try spillOne(
        person: person, year: year, hours: hours, days: days, daysByMode: daysByMode, firstOn: completedOn,
        settledOn: max(completedOn, attended?.start ?? completedOn))
    }
    var sums = slots[index].isFree ? wanted : slots[index]
    sums.records += 1
    sums.hours += UInt32(truncatingIfNeeded: hours)
    sums.days += UInt32(truncatingIfNeeded: days)
    sums.firstDay = min(sums.firstDay, firstDay)
    sums.settledOn = max(sums.settledOn, completedOn)
    if let attended {
      sums.daysByMode[attended.mode] += UInt32(truncatingIfNeeded: days)
      sums.settledOn = max(sums.settledOn, attended.start)
    }
    if slots[index].isFree { slots.fill(index, with: sums) } else { slots[index] = sums }
    if slots.isCrowded { slots.grow(\.hash) }
  }

  private static func roomLeft(_ sum: UInt32) -> Int64 {
    Int64(UInt32.max - sum)
  }

  private func slot(of wanted: PersonYear) -> Int {
    slots.slot(of: wanted.hash) { $0.person == wanted.person && $0.year == wanted.year }
  }

  // MARK: On their way

  /// The columns of a row but the city's, in the order in which it is encoded.
  static let columns = TrainingYears.columns

  private mutating func spillAll() throws(ImportError) {
    let file = try openSpill()
    for entry in slots.entries {
      encode(entry)
      if encoder.isFull { try file.write(encoder.take()) }
    }
    try file.write(encoder.take())
    slots.removeAll()
  }

  /// Puts aside a record whose amounts no slot can hold.
  private mutating func spillOne(
    person: Int, year: Int16, hours: Int64, days: Int64, daysByMode: DaysByMode<Int64>, firstOn: Int32,
    settledOn: Int32
  ) throws(ImportError) {
    let file = try openSpill()
    encode(
      person: person, year: year, records: 1, hours: hours, days: days, daysByMode: daysByMode, firstOn: firstOn,
      settledOn: settledOn)
    try file.write(encoder.take())
  }

  private mutating func openSpill() throws(ImportError) -> SpillFile {
    if let spill { return spill }
    let file = try SpillFile()
    spill = file
    return file
  }

  private mutating func encode(_ entry: PersonYear) {
    encode(
      person: Int(entry.person) - 1, year: entry.year, records: Int32(truncatingIfNeeded: entry.records),
      hours: Int64(entry.hours), days: Int64(entry.days), daysByMode: DaysByMode { Int64(entry.daysByMode[$0]) },
      firstOn: YearOfDay.start(Int(entry.year)) + Int32(entry.firstDay), settledOn: entry.settledOn)
  }

  private mutating func encode(
    person: Int, year: Int16, records: Int32, hours: Int64, days: Int64, daysByMode: DaysByMode<Int64>, firstOn: Int32,
    settledOn: Int32
  ) {
    encoder.beginRow(fields: Self.columns.count)
    encoder.text(persons.known.id(at: person))
    encoder.int16(year)
    encoder.int32(records)
    encoder.int64(hours)
    encoder.int64(days)
    for mode in daysByMode.indices { encoder.int64(daysByMode[mode]) }
    encoder.date(daysSince2000: firstOn)
    encoder.date(daysSince2000: settledOn)
  }

  /// Sends all rows: in the order of years and persons, as their key has them, unless some were spilled. These come
  /// first, and the server sorts what it has added up.
  nonisolated(nonsending) mutating func write(to writer: CopyWriter) async throws {
    if let spill {
      try spill.rewind()
      while let chunk = try spill.read() { try await writer.write(chunk) }
    }
    var entries = slots.entries
    slots.removeAll()
    if spill == nil {
      let ranks = persons.known.ranks
      entries.sort { ($0.year, ranks[Int($0.person) - 1]) < ($1.year, ranks[Int($1.person) - 1]) }
    }
    for entry in entries {
      encode(entry)
      if encoder.isFull { try await writer.write(encoder.take()) }
    }
    encoder.finish()
    try await writer.write(encoder.take())
  }
}

/// The calendar year of a day, quick for days of the same year one after another.
private struct YearOfDay {
  private var year: Int16 = 0
  /// The days of the year asked for last.
  private(set) var days: Range<Int32> = 0..<0

  mutating func year(of day: Int32) -> Int16 {
    if days.contains(day) { return year }
    let candidate = Gregorian.date(of: Int(day)).year
    year = Int16(truncatingIfNeeded: candidate)
    days = Self.start(candidate)..<Self.start(candidate + 1)
    return year
  }

  /// 1 January as days since 2000-01-01.
  static func start(_ year: Int) -> Int32 {
    Int32(truncatingIfNeeded: Gregorian.number(year: year, month: 1, day: 1))
  }
}
