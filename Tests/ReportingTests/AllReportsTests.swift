import CadreModel
import CadreTesting
import Evaluation
import PolicyKit
import PostgresClient
import Results
import ResultsTesting
import Testing

@testable import Reporting

@Suite(.planted) struct AllReportsTests {
  private func written(
    to folder: TemporaryFolder, province: String? = nil, afresh: Bool = false
  ) async throws -> [WrittenReport] {
    try await allReports(to: folder.path, province: province, afresh: afresh)
  }

  @Test func theOverviewAndTheCitiesThatDelivered() async throws {
    let connection = try await TestDatabase.current.connect()
    try await connection.plant("subject_id, status", ["('alpha', 'alpha.1.talk', 'P1>P2', 'unmet')"])
    try await connection.receive(["talks"], city: "alpha")
    let folder = TemporaryFolder()
    let reports = try await written(to: folder)
    #expect(reports.map(\.folder) == [folder.path, "\(folder.path)/city/alpha"])
    #expect(try reports.map(\.about) == [folder.bytes("about.json"), folder.bytes("city/alpha/about.json")])
    #expect(try folder.names == ["about.json", "city", "overview.csv", "overview.html", "overview_domains.csv", "trend.csv"])

    let single = TemporaryFolder()
    let about = try await alphaReport(to: single.path)
    #expect(about?.about == reports[1].about)
    for name in ["summary.csv", "statistics.csv", "units.csv", "exceptions.csv", "due.csv", "trend.csv", "dashboard.html"] {
      #expect(try single.bytes("city/alpha/\(name)") == folder.bytes("city/alpha/\(name)"), "\(name)")
    }
  }

  @Test func anotherProvinceAndAfresh() async throws {
    let connection = try await TestDatabase.current.connect()
    try await connection.plant("subject_id, status", ["('alpha', 'alpha.1.talk', 'P1>P2', 'unmet')"])
    try await connection.receive(["talks"], city: "alpha")
    let folder = TemporaryFolder()
    let other = TemporaryFolder()
    #expect(try await written(to: other, province: "34").count == 1)
    // What is of all provinces does not write over what is of one.
    #expect(try await written(to: other).map(\.folder) == ["", "/city/alpha"].map { "\(other.path)/2025-06-30\($0)" })
    _ = try await written(to: folder)
    try await connection.execute("update planted set status = 'met'")
    _ = try await written(to: folder)
    #expect(try folder.lines("city/alpha/exceptions.csv").count == 1)
    _ = try await written(to: folder, afresh: true)
    #expect(try folder.lines("city/alpha/exceptions.csv").isEmpty)
    await connection.close()
  }
}
