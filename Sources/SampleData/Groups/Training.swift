import CadreModel

/// 培训班次 and 培训记录.
extension CityWriter {
  mutating func writeClasses() {
    for year in years {
      for plan in classes.years[year] ?? [] { writeClass(plan) }
    }
  }

  private mutating func writeClass(_ item: ClassPlan) {
    var random = random(.classes, item.number &+ 1 << 40)
    files.trainingClasses.id("K", item.number)
    files.trainingClasses.text("\(item.starts.year)年第\(item.number % 12 + 1)期" + random.pick(ClassTitles.all))
    files.trainingClasses.id(plan.units[item.organizer].id)
    files.trainingClasses.code(item.provider)
    files.trainingClasses.code(item.mode.rawValue)
    files.trainingClasses.flag(item.isMain)
    files.trainingClasses.code(item.level)
    // One class in ten began before it was approved, or was never approved.
    files.trainingClasses.date(
      random.chance(100)
        ? (random.chance(500) ? nil : min(end, item.starts.adding(days: random.between(1, 20))))
        : item.starts.adding(days: -random.between(0, 60)))
    files.trainingClasses.date(item.starts)
    files.trainingClasses.date(item.ends)
    writeHours(of: item, random: &random)
    files.trainingClasses.end()
  }

  /// Theory and Party spirit together should make up 70 % of a main class, Party spirit 20 %. Some classes reach that
  /// exactly, some fall just short, and of some it is not known.
  private mutating func writeHours(of item: ClassPlan, random: inout RandomSource) {
    // Of the last year's main classes one is not known and one falls short.
    let planted =
      item.isMain && item.provider.hasSuffix("party_school") && item.starts.year == lastYear ? planting.next(.hours, of: 2) : nil
    if planted == 0 || planted == nil && random.chance(50) {
      files.trainingClasses.empty()
      files.trainingClasses.number(hundredths: item.hours / 4)
      files.trainingClasses.empty()
      return
    }
    let spirit: Int =
      switch random.below(100) {
      case _ where planted == 1: item.hours * 10 / 100
      case ..<12: item.hours * 20 / 100
      case ..<26: item.hours * random.between(8, 19) / 100
      default: item.hours * random.between(21, 40) / 100
      }
    let both: Int =
      switch random.below(100) {
      case _ where planted == 1: item.hours * 50 / 100
      case ..<12: item.hours * 70 / 100
      case ..<26: item.hours * random.between(45, 69) / 100
      default: item.hours * random.between(71, 100) / 100
      }
    files.trainingClasses.number(hundredths: max(0, both - spirit))
    files.trainingClasses.number(hundredths: spirit)
    files.trainingClasses.number(hundredths: item.hours - max(both, spirit))
  }

  /// Writes about `trainingPerPerson` records over the years in service. Their hours add up to about the yearly amount that
  /// was drawn for the person.
  ///
  /// - Parameter classShare: how many in a thousand of the records belong to a class.
  mutating func writeTraining(of member: Member, classShare: Int = 520) {
    var random = random(.training, member.number)
    let first = max(years.lowerBound, member.hired.year)
    var last = min(lastYear, member.left?.year ?? lastYear)
    // A few let the last year pass without any training.
    if random.chance(35) {
      last = min(last, lastYear - 1)
      // Whoever was moved to another post must be trained within the year.
      if member.seat > 0, member.left == nil, member.hired.year < lastYear - 1, planting.next(.adjusted, of: 3) != nil {
        measure(
          "reassignment", on: "person", identifier("P", member.number), taken: lastYears(12, 20, before: 1), issuer: "org_dept")
      }
    }
    guard first <= last else { return }
    let span = last - first + 1
    let share = Double(span) / Double(years.count)
    let wanted = trainingPerPerson + random.between(-4, 4)
    let total = max(1, span * 3 > years.count ? wanted : Int(Double(wanted) * share))
    let yearly = yearlyHours(of: member, random: &random)
    let each = max(25, yearly * span / total)
    let seeksSchool = (member.leading && member.managedBy == "city" || !member.lists.isEmpty) && random.chance(480)
    var taken = TakenTime()
    for index in 0..<total {
      let year = first + index % span
      writeRecord(
        of: member, year: year, hours: each, classShare: classShare,
        atSchool: seeksSchool && index < span && year >= lastYear - 1,
        taken: &taken, random: &random)
    }
  }

  /// Hundredths of an hour a year: most reach the limits (90; 550 in five years for leaders), one in six does not.
  private func yearlyHours(of member: Member, random: inout RandomSource) -> Int {
    if member.isUntrained { return 4000 }
    if member.leading, member.rank >= .countyDivision {
      return random.chance(300) ? random.between(7000, 10_700) : random.between(11_200, 15_000)
    }
    return random.chance(170) ? random.between(4500, 8600) : random.between(9400, 14_000)
  }

  private mutating func writeRecord(
    of member: Member, year: Int, hours: Int, classShare: Int, atSchool: Bool, taken: inout TakenTime,
    random: inout RandomSource
  ) {
    // Quarters of an hour, from half to one and a half of the mean.
    let amount = max(25, hours * random.between(50, 150) / 100 / 25 * 25)
    let span = max(member.hired, .firstDay(ofYear: year))...max(member.hired, min(member.left ?? end, .lastDay(ofYear: year)))
    if random.chance(classShare) || atSchool,
      let item = freeClass(
        year: year, atSchool: atSchool, within: span, isLeader: member.leading, hours: amount, taken: taken, random: &random)
    {
      taken.take(item)
      writeClassRecord(of: member, item, hours: amount, random: &random)
      return
    }
    let daysOnly = random.chance(15)
    let days = daysOnly ? 50 : amount >= 600 ? amount / 800 * 100 : 0
    var day = random.day(span.lowerBound, span.upperBound)
    if days <= 100 {
      for _ in 0..<6 where !taken.isFree(day) { day = random.day(span.lowerBound, span.upperBound) }
      guard taken.isFree(day) else { return }
      taken.take(day)
    }
    writeOwnRecord(of: member, on: day, hours: daysOnly ? 0 : amount, days: days)
  }

  /// A class that the person has time for and that lasts long enough for the hours; nil if a few draws find none.
  private func freeClass(
    year: Int, atSchool: Bool, within span: ClosedRange<Day>, isLeader: Bool, hours: Int, taken: TakenTime,
    random: inout RandomSource
  ) -> ClassPlan? {
    guard let inYear = classes.years[year] else { return nil }
    let main = atSchool ? classes.mainSchoolClasses[year] ?? [] : []
    for _ in 0..<5 {
      let item = main.isEmpty ? random.pick(inYear) : inYear[random.pick(main)]
      // In earlier years few leaders took part in main classes.
      if item.isMain, !atSchool, isLeader, year < lastYear - 1 { continue }
      if item.starts >= span.lowerBound, item.ends <= span.upperBound, hours <= item.days * 800, taken.isFree(for: item) {
        return item
      }
    }
    return nil
  }

  /// A record of what somebody learned without a class.
  mutating func writeOwnRecord(of member: Member, on day: Day, hours: Int, days: Int) {
    beginRecord(of: member)
    files.trainingRecords.empty()
    files.trainingRecords.date(day)
    files.trainingRecords.number(hundredths: hours)
    files.trainingRecords.number(hundredths: days)
    files.trainingRecords.empty()
    files.trainingRecords.empty()
    files.trainingRecords.end()
  }

  mutating func writeClassRecord(
    of member: Member, _ item: ClassPlan, hours: Int, random: inout RandomSource
  ) {
    beginRecord(of: member)
    files.trainingRecords.id("K", item.number)
    files.trainingRecords.date(item.ends)
    files.trainingRecords.number(hundredths: hours)
    files.trainingRecords.number(
      hundredths: item.mode == .online || item.mode == .selfStudy ? 0 : max(50, hours / 400 * 50))
    let scored = item.isMain ? random.below(100) : 99
    files.trainingRecords.number(hundredths: scored < 95 ? random.between(90, 200) * 50 : nil)
    files.trainingRecords.number(hundredths: scored < 88 ? random.between(110, 200) * 50 : nil)
    files.trainingRecords.end()
  }

  private mutating func beginRecord(of member: Member) {
    files.trainingRecords.id("R", files.trainingRecords.rows + 1, width: 9)
    files.trainingRecords.id("P", member.number)
  }
}

/// The days on which a person already has training: nobody is in two full-time classes at once, or in two trainings on one
/// day.
private struct TakenTime {
  private var classes: [Int] = []
  private var fullTime: [ClosedRange<Day>] = []
  private var days: [Day] = []

  func isFree(for item: ClassPlan) -> Bool {
    !classes.contains(item.number)
      && (item.mode != .offJob || !fullTime.contains { $0.overlaps(item.starts...item.ends) })
      && (item.days > 1 || isFree(item.starts))
  }

  func isFree(_ day: Day) -> Bool { !days.contains(day) }

  mutating func take(_ item: ClassPlan) {
    classes.append(item.number)
    if item.mode == .offJob { fullTime.append(item.starts...item.ends) }
    if item.days == 1 { days.append(item.starts) }
  }

  mutating func take(_ day: Day) { days.append(day) }
}

/// Names of training classes, after `2025年第3期`.
enum ClassTitles {
  static let all = [
    "中青年干部培训班", "县处级干部进修班", "乡科级干部进修班", "公务员网络学习", "基层治理专题研讨班", "村社书记轮训班", "年轻干部党性教育班", "数字化改革专题班",
    "依法行政专题班", "乡村振兴专题班", "初任公务员培训班", "优秀年轻干部递进班", "党务干部业务班", "纪检监察干部培训班", "经济工作专题研讨班",
  ]
}
