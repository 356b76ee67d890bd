import CadreModel
import CadreTesting
import Foundation
import PolicyKit
import PostgresClient
import Quality
import ResultsTesting
import Testing

@testable import Reporting

/// What is doubtful in the data, as a page and a table of a city's report, and by itself.
@Suite(.planted) struct QualityReportTests {
  private func planted() async throws -> PostgresConnection {
    let connection = try await TestDatabase.current.connect()
    try await connection.plant("subject_id, status", ["('alpha', 'alpha.1.talk', 'P1>P2', 'met')"])
    try await connection.executeScript(
      """
      insert into persons (city_code, person_id, name, sex, birth_date, political_status, hired_on, managed_by)
      select 'alpha', 'D' || n, '赵重名', '1', '1980-01-01', '01', '2005-01-01', 'city' from generate_series(10, 24) as n;
      insert into contradictions values ('alpha', 'two_heads', 'posts', 'O1', 'O2', 'U2', null, '{U2}', 1);
      """)
    return connection
  }

  private func rows(of about: [UInt8], _ name: String) throws -> Int? {
    let json = try #require(try JSONSerialization.jsonObject(with: Data(about)) as? [String: Any])
    let files = try #require(json["files"] as? [[String: Any]])
    return files.first { $0["name"] as? String == name }?["rows"] as? Int
  }

  @Test(
    "A city's report has the table with all rows, the page with the first, and a link to it",
    arguments: [
      Language.chinese, .english,
    ])
  func inReport(language: Language) async throws {
    let connection = try await planted()
    let folder = TemporaryFolder()
    let written = try #require(try await alphaReport(to: folder.path, language, withQuality: true))
    let lines = try folder.lines("city/alpha/quality.csv")
    #expect(lines.count == 15)
    #expect(try rows(of: written.about, "quality.csv") == lines.count)
    #expect(try folder.text("city/alpha/dashboard.html").contains("<a href=\"quality.html\">"))
    let page = try folder.text("city/alpha/quality.html")
    #expect(page.contains(language(zh: "姓名和出生日期相同的两人", en: "two persons of one name and birth date")))
    #expect(page.contains(">D11<") && page.contains(">D20<") && !page.contains(">D21<"))
    for text in [page, try folder.text("city/alpha/quality.csv")] { #expect(!text.contains("赵重名")) }
    if language == .english { #expect(page.firstMatch(of: /[：，；（）、。一-龥]/) == nil) }
    #expect(lines.first?.hasPrefix(language(zh: "同一单位同时有两名主要负责人,任职,O1,", en: "two_heads,posts,O1,")) == true)
    await connection.close()
  }

  @Test("By itself: the same files, byte for byte, beside an about.json")
  func byItself() async throws {
    let connection = try await planted()
    let folder = TemporaryFolder()
    _ = try #require(try await alphaReport(to: folder.path, .chinese, withQuality: true))
    let maker = QualityReportMaker(try PlantedCities.city("alpha"), asOf: PlantedCities.asOf)
    let (report, written) = try await maker.write(to: "\(folder.path)/own", language: .chinese, by: .testing, on: connection)
    #expect(report.count == 15)
    #expect(try rows(of: written.about, "quality.csv") == report.count)
    for name in ["quality.csv", "quality.html"] {
      #expect(try folder.bytes("own/\(name)") == folder.bytes("city/alpha/\(name)"), "\(name)")
    }
    #expect(try await maker.report(by: .testing, on: connection).count == report.count)
    // Of another city or date it goes elsewhere.
    let later = QualityReportMaker(try PlantedCities.city("alpha"), asOf: PlantedCities.asOf.adding(days: 1))
    let other = try await later.write(to: "\(folder.path)/own", language: .chinese, by: .testing, on: connection).1
    #expect(other.folder == "\(folder.path)/own/2025-07-01")
    await connection.close()
  }

  @Test("A city without any data")
  func empty() async throws {
    let connection = try await TestDatabase.current.connect()
    let beta = QualityReportMaker(try PlantedCities.city("beta"), asOf: PlantedCities.asOf)
    let folder = TemporaryFolder()
    let (report, _) = try await beta.write(to: folder.path, language: .english, by: .testing, on: connection)
    #expect(report.count == 0 && report.newest == nil)
    #expect(try folder.text("quality.html").contains("Nothing doubtful was found."))
    #expect(try folder.lines("quality.csv").isEmpty)
    await connection.close()
  }
}
