import DataContract
public import Messages

/// What doubtful data do to a verdict that reads them.
public enum QualityEffect: String, Sendable, Hashable, CaseIterable {
  /// It counts as it stands, though it may never have been.
  case counts
  /// It counts once more than it happened.
  case countsTwice = "counts_twice"
  /// What is not there does not count, though it may have happened.
  case doesNotCount = "does_not_count"
  /// The verdict follows a value that may be wrong.
  case decides

  public var title: Message {
    switch self {
    case .counts: QualityMessages.counts
    case .countsTwice: QualityMessages.countsTwice
    case .doesNotCount: QualityMessages.doesNotCount
    case .decides: QualityMessages.decides
    }
  }
}

/// What of a table is doubtful.
struct DoubtfulColumns: Hashable {
  let table: TableName
  /// None: the rows as such.
  var columns: Set<String> = []
}

extension QualityKind {
  /// What it does to verdicts.
  public var effect: QualityEffect {
    switch self {
    case .contradiction(.identityShared), .contradiction(.talkWithOneself), .sameNameAndBirth, .attendanceTwice, .postTwice:
      .countsTwice
    case .contradiction(.datedInFuture), .contradiction(.leftInDissolvedUnit), .contradiction(.notOnRoll), .gap, .stale:
      .doesNotCount
    case .contradiction(.classesOverlap), .contradiction(.trainingOverDay), .contradiction(.twoHeads),
      .contradiction(.postKeyShared), .contradiction(.postOutsideUnitLife), .hoursOutlier, .daysOutlier, .onlineOverDay,
      .onlineBurst:
      .counts
    case .contradiction, .ageOutlier, .leaveOutlier: .decides
    }
  }

  /// What is doubtful: who reads it, reads something doubtful.
  ///
  /// - Parameter table: of the row that is told of.
  func doubtful(in table: TableName) -> [DoubtfulColumns] {
    switch self {
    case .contradiction(let kind): Self.doubtful(kind, in: table)
    case .gap, .attendanceTwice, .postTwice, .sameNameAndBirth, .stale: [DoubtfulColumns(table: table)]
    case .hoursOutlier, .onlineOverDay, .onlineBurst: [DoubtfulColumns(table: .trainingRecords, columns: ["hours"])]
    case .daysOutlier: [DoubtfulColumns(table: .trainingRecords, columns: ["days"])]
    case .ageOutlier: [DoubtfulColumns(table: .persons, columns: ["birth_date"])]
    case .leaveOutlier: [DoubtfulColumns(table: .welfare, columns: ["leave_days_due", "leave_days_taken"])]
    }
  }

  private static func doubtful(_ kind: Contradiction, in table: TableName) -> [DoubtfulColumns] {
    switch kind {
    case .identityAgainstBirth: [DoubtfulColumns(table: .persons, columns: ["birth_date"])]
    case .identityAgainstSex: [DoubtfulColumns(table: .persons, columns: ["sex"])]
    case .hiredTooYoung: [DoubtfulColumns(table: .persons, columns: ["birth_date", "hired_on"])]
    case .postBeforeBirth:
      [
        DoubtfulColumns(table: .persons, columns: ["birth_date"]), DoubtfulColumns(table: .posts, columns: ["started_on"]),
      ]
    case .postAfterLeaving:
      [
        DoubtfulColumns(table: .persons, columns: ["left_on"]),
        DoubtfulColumns(table: .posts, columns: ["started_on", "ended_on"]),
      ]
    case .twoHeads: [DoubtfulColumns(table: .posts, columns: ["role"])]
    case .postKeyShared: [DoubtfulColumns(table: .posts, columns: ["post_key"])]
    case .ownSuperior, .superiorDissolved: [DoubtfulColumns(table: .units, columns: ["parent_unit_id"])]
    // Who is not on the roll has no row in what is made of posts.
    case .leftInDissolvedUnit, .notOnRoll: [DoubtfulColumns(table: .posts)]
    case .classesOverlap, .trainingOverDay: [DoubtfulColumns(table: .trainingRecords, columns: ["hours", "days"])]
    case .identityShared, .datedInFuture, .postOutsideUnitLife, .talkWithOneself: [DoubtfulColumns(table: table)]
    }
  }
}
