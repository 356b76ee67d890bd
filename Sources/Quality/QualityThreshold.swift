public import Messages

/// A number beyond which data are told of as doubtful. All of them stand here; what they mean and why they are as they are is
/// shown wherever their findings are.
public struct QualityThreshold: Sendable, Hashable {
  public let value: Int
  /// What it bounds, with the unit.
  public let title: Message
  /// Why it is this and no other.
  public let reason: Message

  init(_ value: Int, _ title: Message, because reason: Message) {
    self.value = value
    self.title = title
    self.reason = reason
  }
}

extension QualityThreshold {
  // Series: five in six of the latest periods make a series regular, whatever the length of its periods.
  static let monthsLookedAt = QualityThreshold(
    12, QualityThresholdMessages.monthsLookedAt, because: QualityThresholdMessages.aYearOfMonths)
  static let monthsOfARegularSeries = QualityThreshold(
    10, QualityThresholdMessages.monthsOfARegularSeries, because: QualityThresholdMessages.tenOfTwelve)
  static let quartersLookedAt = QualityThreshold(
    8, QualityThresholdMessages.quartersLookedAt, because: QualityThresholdMessages.twoYearsOfQuarters)
  static let quartersOfARegularSeries = QualityThreshold(
    7, QualityThresholdMessages.quartersOfARegularSeries, because: QualityThresholdMessages.likeTenOfTwelve)
  static let halvesLookedAt = QualityThreshold(
    6, QualityThresholdMessages.halvesLookedAt, because: QualityThresholdMessages.threeYearsOfHalves)
  static let halvesOfARegularSeries = QualityThreshold(
    5, QualityThresholdMessages.halvesOfARegularSeries, because: QualityThresholdMessages.likeTenOfTwelve)
  static let yearsLookedAt = QualityThreshold(
    5, QualityThresholdMessages.yearsLookedAt, because: QualityThresholdMessages.aTermOfYears)
  static let yearsOfARegularSeries = QualityThreshold(
    4, QualityThresholdMessages.yearsOfARegularSeries, because: QualityThresholdMessages.likeTenOfTwelve)

  /// In thousandths.
  static let extremeShare = QualityThreshold(
    999, QualityThresholdMessages.extremeShare, because: QualityThresholdMessages.farFromOthers)
  static let teachingHoursADay = QualityThreshold(
    8, QualityThresholdMessages.teachingHoursADay, because: QualityThresholdMessages.aTeachingDay)
  static let hoursWithoutClass = QualityThreshold(
    100, QualityThresholdMessages.hoursWithoutClass, because: QualityThresholdMessages.moreThanAYearAsks)
  static let daysOfARecord = QualityThreshold(
    120, QualityThresholdMessages.daysOfARecord, because: QualityThresholdMessages.longestClasses)
  static let youngest = QualityThreshold(
    18, QualityThresholdMessages.youngest, because: QualityThresholdMessages.civilServantsLaw)
  static let oldest = QualityThreshold(
    70, QualityThresholdMessages.oldest, because: QualityThresholdMessages.afterEveryRetirement)
  static let leaveDays = QualityThreshold(
    30, QualityThresholdMessages.leaveDays, because: QualityThresholdMessages.twiceTheStatutoryLeave)

  static let onlineHoursADay = QualityThreshold(
    12, QualityThresholdMessages.onlineHoursADay, because: QualityThresholdMessages.besideWork)
  /// The last week of December begins on this day.
  static let burstBegins = QualityThreshold(
    25, QualityThresholdMessages.burstBegins, because: QualityThresholdMessages.sevenDays)
  /// In hundredths.
  static let burstShare = QualityThreshold(
    50, QualityThresholdMessages.burstShare, because: QualityThresholdMessages.halfInAFiftieth)
  static let burstHours = QualityThreshold(
    10, QualityThresholdMessages.burstHours, because: QualityThresholdMessages.fewHoursAreNoBurst)

  static let rhythmMonths = QualityThreshold(
    24, QualityThresholdMessages.rhythmMonths, because: QualityThresholdMessages.twoRounds)
  static let graceMonths = QualityThreshold(
    1, QualityThresholdMessages.graceMonths, because: QualityThresholdMessages.reportsTakeTime)

  /// In the order of the checks that use them.
  public static let all: [QualityThreshold] = [
    monthsLookedAt, monthsOfARegularSeries, quartersLookedAt, quartersOfARegularSeries, halvesLookedAt,
    halvesOfARegularSeries, yearsLookedAt, yearsOfARegularSeries, extremeShare, teachingHoursADay, hoursWithoutClass,
    daysOfARecord, youngest, oldest, leaveDays, onlineHoursADay, burstBegins, burstShare, burstHours, rhythmMonths,
    graceMonths,
  ]
}
