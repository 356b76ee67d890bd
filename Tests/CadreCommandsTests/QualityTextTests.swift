import CadreModel
import CadreTesting
import DataContract
import Foundation
import PolicyKit
import PolicyTesting
import Testing

@testable import CadreCommands
@testable import Quality

@Suite("What cadre quality prints")
struct QualityTextTests {
  private static let languages: [CadreModel.Language] = [.chinese, .english]

  private func report(_ findings: [QualityFinding], isWhole: Bool) throws -> QualityReport {
    let asOf = try #require(Day("2025-06-30"))
    let city = try #require(try FifthCity.library().register.policy(of: "huzhou", on: asOf))
    var kinds: [QualityKind: QualityKindFound] = [:]
    for finding in findings {
      let read = finding.kind == .gap(.month) ? ["huzhou.1.study"] : []
      kinds[finding.kind, default: QualityKindFound(finding.kind)].add(finding, read)
    }
    return QualityReport(
      city: city, asOf: asOf, kinds: QualityKind.all.compactMap { kinds[$0]?.ordered(by: city.policy) },
      freshness: [
        TableFreshness(
          table: .activities, rows: 40, newest: Day("2025-04-01"), rhythm: 1, lastImport: Day("2025-04-03"), asOf: asOf),
        TableFreshness(table: .pay, rows: 0, newest: nil, rhythm: nil, lastImport: nil, asOf: asOf),
      ], contradictionsAreWhole: isWhole)
  }

  private func finding(
    _ kind: QualityKind, _ table: TableName, _ key: String, code: String = "", since: String? = nil, _ detail: String...
  ) -> QualityFinding {
    QualityFinding(
      kind: kind, table: table, key: key, code: code, since: since.flatMap { Day($0) }, detail: detail)
  }

  private var findings: [QualityFinding] {
    [
      finding(.contradiction(.identityAgainstBirth), .persons, "P1", since: "2025-04-03", "", "P1", "1970-01-01", "1971-01-01"),
      finding(.contradiction(.identityShared), .persons, "P2", since: "2025-04-03", "P1", "P2"),
      finding(
        .gap(.month), .activities, "U1", code: "center_group_study", since: "2025-03-01", "10", "12", "2025-03", "2025-05"),
      finding(.gap(.half), .scores, "P1", since: "2024-01-01", "5", "6", "2024H1"),
      finding(.sameNameAndBirth, .persons, "P2", "P1", "false"), finding(.sameNameAndBirth, .persons, "P3", "P1", ""),
      finding(.sameNameAndBirth, .persons, "P4", "P1", "true"), finding(.sameNameAndBirth, .persons, "P5", "P1", ""),
      finding(.attendanceTwice, .trainingRecords, "R2", since: "2025-03-10", "R1", "P1", "C1", "2025-03-10"),
      finding(.postTwice, .posts, "O2", since: "2020-01-01", "O1", "P1", "U1", "2020-01-01"),
      finding(.hoursOutlier, .trainingRecords, "R3", since: "2025-03-10", "90", "P1", "10"),
      finding(.hoursOutlier, .trainingRecords, "R4", since: "2025-03-10", "101", "P1", ""),
      finding(.daysOutlier, .trainingRecords, "R4", since: "2025-03-10", "121", "P1"),
      finding(.ageOutlier, .persons, "P6", since: "2025-01-01", "17"),
      finding(.leaveOutlier, .welfare, "P1:2025", since: "2025-01-01", "15", ""),
      finding(.onlineOverDay, .trainingRecords, "R5", since: "2025-03-10", "P1", "2025-03-10", "13", "2"),
      finding(.onlineBurst, .trainingRecords, "R6", since: "2024-12-25", "P1", "2024", "30", "40", "75"),
      finding(.stale, .activities, "", since: "2025-04-01", "90", "1"),
    ]
  }

  @Test("Every kind, and nothing; as text and as JSON", arguments: languages)
  func printed(language: CadreModel.Language) throws {
    let all = QualityText(report: try report(findings, isWhole: true))
    let none = QualityText(report: try report([], isWhole: false))
    try expectKept(
      [all.text(in: language), none.text(in: language), all.json(in: language).text].joined(separator: "\n\n"),
      as: "quality.\(language.rawValue)")
  }

  @Test("What is a person's own is not on the screen, and an English one has no Chinese")
  func personal() throws {
    let text = QualityText(report: try report(findings, isWhole: true))
    for printed in [text.text(in: .english), text.json(in: .english).text] {
      #expect(!printed.contains("1970-01-01") && !printed.contains("17 by"))
      let isEnglish = printed.unicodeScalars.allSatisfy(\.isASCII)
      #expect(isEnglish)
    }
  }
}
