/// Tells, while a first load's training records run through, whose records may contradict each other: the server then looks
/// at these persons' alone. It may name a person too many, never one too few.
///
/// Eight bytes a record that is worth a look, sorted at the end by person and day; what is more than memory should hold waits on
/// the disk, sorted in parts.
struct TrainingScreen {
  /// How many entries are kept in memory: 24 MB.
  static let capacity = 3 << 20

  private let classes: KnownClasses
  private let capacity: Int
  /// Records that took one day at most: person, day, hours, days.
  private var oneDay = SortedRuns()
  /// Full-time classes: person, first day, length, class.
  private var offJob = SortedRuns()
  /// The ordinals of persons with a record that is too much by itself.
  private var overfull: [UInt32] = []

  init(classes: KnownClasses, capacity: Int = TrainingScreen.capacity) {
    self.classes = classes
    self.capacity = capacity
  }

  /// Looks at a record.
  ///
  /// - Parameters:
  ///   - person: the ordinal of its person among the persons' ids.
  ///   - trainingClass: that of its class; nil for none.
  ///   - completedOn: days since 2000.
  ///   - hours: in hundredths, as `days`.
  mutating func add(
    person: Int, trainingClass: Int?, completedOn: Int32, hours: Int64, days: Int64
  ) throws(ImportError) {
    let attended = trainingClass.flatMap { classes[$0] }
    let isTooMuch =
      if let attended { hours > 2400 * Int64(attended.length) || days > 100 * Int64(attended.length) } else {
        days > 100 && hours > 24 * days
      }
    if isTooMuch, overfull.last != UInt32(person) { overfull.append(UInt32(person)) }
    if let trainingClass, let attended, attended.isOffJob {
      offJob.append(
        Entry.pack(
          person: person, day: attended.start,
          UInt64(min(attended.length, 511)) << 10 | UInt64(truncatingIfNeeded: trainingClass) & 1023))
    }
    if attended.map({ $0.length == 1 }) ?? (days <= 100) {
      oneDay.append(
        Entry.pack(
          person: person, day: attended?.start ?? completedOn, UInt64(min(hours, 4095)) << 7 | UInt64(min(days, 127))))
    }
    if oneDay.count + offJob.count >= capacity {
      try oneDay.spill()
      try offJob.spill()
    }
  }

  /// The ordinals of the persons to look at, each once.
  consuming func suspects() throws(ImportError) -> Set<Int> {
    var suspects = Set(overfull.map(Int.init))
    var last: UInt64?
    var sums: (hours: UInt64, days: UInt64) = (0, 0)
    try oneDay.inOrder { entry in
      if let last, Entry.personAndDay(last) == Entry.personAndDay(entry) {} else { sums = (0, 0) }
      sums.hours += entry >> 7 & 4095
      sums.days += entry & 127
      if sums.hours > 2400 || sums.days > 100 { suspects.insert(Entry.person(entry)) }
      last = entry
    }
    // The last day taken so far of one person's classes, and the entry that takes it.
    var busy: (until: Int32, by: UInt64)?
    try offJob.inOrder { entry in
      let ends = Entry.day(entry) + Int32(entry >> 10 & 511) - 1
      if let taken = busy, Entry.person(taken.by) == Entry.person(entry) {
        if Entry.day(entry) <= taken.until && taken.by != entry { suspects.insert(Entry.person(entry)) }
        if ends > taken.until { busy = (ends, entry) }
      } else {
        busy = (ends, entry)
      }
    }
    return suspects
  }

  /// How a record is packed: person 28 bits, day 17 bits (from 1900 on), 19 bits that each kind uses as it needs.
  private enum Entry {
    static let firstDay: Int32 = -36_524

    static func pack(person: Int, day: Int32, _ rest: UInt64) -> UInt64 {
      UInt64(truncatingIfNeeded: person) << 36 | UInt64(UInt32(max(0, day - firstDay)) & 0x1FFFF) << 19 | rest
    }

    static func person(_ entry: UInt64) -> Int { Int(entry >> 36) }
    static func personAndDay(_ entry: UInt64) -> UInt64 { entry >> 19 }
    static func day(_ entry: UInt64) -> Int32 { Int32(entry >> 19 & 0x1FFFF) + firstDay }
  }
}
