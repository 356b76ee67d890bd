import CadreModel
import DataContract
import PolicyTesting
import PostgresClient
import Testing

@testable import Quality

@Suite("Stored contradictions", .cadre) struct StoredContradictionTests {
  private func city(importedOn day: String) async throws -> CheckedCity {
    let city = try await CheckedCity()
    try await city.city.connection.executeScript(
      """
      insert into imports values ('quzhou', 1, '\(day) 08:00+00', 'tests', '1', false, 0, 0, 0, 0, repeat('a', 64));
      insert into contradictions values
        ('quzhou', 'classes_overlap', 'training_records', 'R2', 'R1', 'P1', null,
          '{C2,2025-03-05,2025-03-06,C1,2025-03-01,2025-03-10}', 1),
        ('quzhou', 'identity_shared', 'persons', 'P2', 'P1', 'P2', 'P1', '{}', 1),
        ('quzhou', 'identity_against_birth', 'persons', 'P3', '', 'P3', null, '{1970-01-01,1971-01-01}', 1);
      """)
    return city
  }

  @Test("Each is shown in its group, with the import's sentence and the day of the import")
  func shown() async throws {
    let found = try await city(importedOn: "2999-01-05").look()
    #expect(
      found.kinds == [
        .contradiction(.identityAgainstBirth), .contradiction(.identityShared), .contradiction(.classesOverlap),
      ])
    #expect(found.report.kinds.map(\.kind.group) == [.contradictions, .duplicates, .training])
    let overlap = try #require(found.of(.contradiction(.classesOverlap)).first)
    #expect(overlap.key == "R2" && overlap.since == Day("2999-01-05"))
    #expect(overlap.text(in: .english) == "class C2 (2025-03-05 to 2025-03-06) overlaps C1 (2025-03-01 to 2025-03-10)")
    #expect(found.of(.contradiction(.identityShared)).first?.text(in: .english) == "same identity number as person P1")
    #expect(found.report.contradictionsAreWhole)
  }

  @Test("An import from before contradictions were stored is told of")
  func notWhole() async throws {
    #expect(try await city(importedOn: "2020-01-05").look().report.contradictionsAreWhole == false)
  }

  @Test("As many rows are handed over as the kinds count, and at most ten are kept of each")
  func counts() async throws {
    let city = try await CheckedCity()
    for number in 10...35 { try await city.city.person("P\(number)", ["name": "same"]) }
    let found = try await city.look()
    #expect(found.report.count == found.findings.count && found.report.count == 25)
    #expect(found.report.kinds.first?.first.map(\.key) == found.findings.prefix(10).map(\.key))
  }
}

@Suite("Kinds of doubtful data") struct KindTests {
  @Test("Every kind has a code of its own that leads back to it, and names in both languages")
  func codes() {
    #expect(Set(QualityKind.all.map(\.code)).count == QualityKind.all.count)
    #expect(QualityKind.all.count == Contradiction.allCases.count + Rhythm.allCases.count + 10)
    for kind in QualityKind.all {
      #expect(QualityKind(code: kind.code) == kind)
      #expect(!kind.title.chinese.isEmpty && !kind.title.english.isEmpty)
    }
  }

  @Test("What is said to be doubtful of a table is a column of it")
  func columns() {
    for kind in QualityKind.all {
      for doubtful in kind.doubtful(in: .persons) {
        for column in doubtful.columns { #expect(Table[doubtful.table].column(column) != nil, "\(kind): \(column)") }
      }
    }
  }

  @Test("Every bound has a meaning and a reason")
  func bounds() {
    for bound in QualityThreshold.all {
      #expect(!bound.title.chinese.isEmpty && !bound.reason.english.isEmpty)
    }
    #expect(Set(QualityThreshold.all.map(\.title)).count == QualityThreshold.all.count)
  }
}
