import Foundation
import Testing

@Suite("The whole path", .timeLimit(.minutes(30)))
struct WholePathTests {
  @Test("Four cities: from nothing to reports, explanation and a clean bill of health")
  func wholePath() async throws {
    try await withProgram { program, home in
      #expect(try await program("migrate", "--lang", "en").status == 0)
      let cities = ["quzhou", "shaoxing", "jingxian", "kunming"]
      for city in cities {
        let delivery = try await program.sample(city, in: home + "-in")
        let imported = try await program("import", "--city", city, delivery, "--lang", "en")
        #expect(imported.status == 0, "\(imported.errors)")
        try FileManager.default.removeItem(atPath: delivery)
      }
      for day in ["2023-12-31", "2025-06-30", "2025-12-31"] {
        let judged = try await program("evaluate", "--as-of", day, "--lang", "en")
        #expect(judged.status == 0, "\(judged.errors)")
        for city in cities { #expect(judged.output.contains("\(city): judged under \(city) as of \(day), ")) }
      }
      let folders = [home + "-one", home + "-two"]
      for folder in folders {
        #expect(try await program("report", "overview", "--as-of", "2025-12-31", "--out", folder).status == 0)
        #expect(try await program("report", "city", "kunming", "--as-of", "2025-12-31", "--out", folder).status == 0)
      }
      let reports = try files(below: folders[0])
      #expect(
        Set(reports.keys).isSuperset(of: [
          "overview.csv", "overview_domains.csv", "overview.html", "about.json", "city/kunming/summary.csv",
          "city/kunming/units.csv", "city/kunming/exceptions.csv", "city/kunming/due.csv", "city/kunming/about.json",
        ]))
      #expect(reports.values.allSatisfy { !$0.isEmpty })
      #expect(try files(below: folders[1]) == reports, "the same data and date give the same bytes")
      #expect(reports["overview.csv"]?.starts(with: [0xEF, 0xBB, 0xBF] + Array("省份代码,".utf8)) == true)
      try await all(program, home + "-all", containing: reports)
      try await english(program, home + "-en")
      try await explained(program)
      try await catalogue(program)
      try await healthy(program)
      for folder in folders { try FileManager.default.removeItem(atPath: folder) }
    }
  }

  /// All reports at once are those made one by one, and the other cities'.
  private func all(_ program: BuiltProgram, _ folder: String, containing reports: [String: Data]) async throws {
    let outcome = try await program("report", "all", "--as-of", "2025-12-31", "--out", folder, "--json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let abouts = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    #expect(abouts.map { $0["report"] as? String } == ["overview", "city", "city", "city", "city"])
    let all = try files(below: folder)
    for (name, bytes) in reports { #expect(all[name] == bytes, "\(name)") }
    for city in ["quzhou", "shaoxing", "jingxian"] { #expect(all["city/\(city)/exceptions.csv"] != nil) }
    try FileManager.default.removeItem(atPath: folder)
  }

  private func english(_ program: BuiltProgram, _ folder: String) async throws {
    #expect(
      try await program("report", "overview", "--as-of", "2025-12-31", "--out", folder, "--lang", "en").status == 0)
    let overview = try #require(try files(below: folder)["overview.csv"])
    #expect(overview.starts(with: Array("province_code,province,city,policy,indicator,title,domain,met,".utf8)))
    try FileManager.default.removeItem(atPath: folder)
  }

  /// An unmet result of the export can be opened.
  private func explained(_ program: BuiltProgram) async throws {
    let export = try await program(
      "export", "results", "--as-of", "2025-12-31", "--city", "kunming", "--status", "unmet", "--lang", "en")
    let lines = export.output.components(separatedBy: "\r\n")
    #expect(
      lines.first == "policy,indicator,subject_kind,subject_id,subject_name,unit_id,unit_name,period,status,class,"
        + "observed,required,due_on,reason")
    let line = try #require(lines.first { $0.contains(",person,") }).components(separatedBy: ",")
    #expect(line[8] == "unmet")
    let explanation = try await program(
      "explain", line[1], line[3], "--city", "kunming", "--as-of", "2025-12-31", "--lang", "en")
    #expect(explanation.status == 0, "\(explanation.errors)")
    #expect(explanation.output.hasPrefix(line[1]))
    #expect(!explanation.output.contains("（"), "\(explanation.output)")
    #expect(explanation.output.contains("\(line[7])  \(line[3]) \(line[4])  →  unmet"), "\(explanation.output)")
  }

  private func catalogue(_ program: BuiltProgram) async throws {
    for format in ["table", "csv", "markdown"] {
      let catalogue = try await program("catalogue", "--policy", "kunming", "--format", format)
      #expect(catalogue.status == 0)
      #expect(catalogue.output.contains("kunming.1.attested"))
    }
    let json = try await program("catalogue", "--format", "json")
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(
      Set(rows.compactMap { $0["policy"] as? String }).isSuperset(of: ["quzhou", "shaoxing", "jingxian", "kunming"]))
  }

  private func healthy(_ program: BuiltProgram) async throws {
    let doctor = try await program("doctor", "--json")
    let report = try #require(try JSONSerialization.jsonObject(with: Data(doctor.output.utf8)) as? [String: Any])
    let checks = try #require(report["checks"] as? [[String: Any]])
    var states: [String: String] = [:]
    for check in checks { states[check["check"] as? String ?? ""] = check["state"] as? String }
    for name in ["configuration", "postgres", "server", "version", "libpq", "migrations", "encoding", "permissions", "cities"] {
      #expect(states[name] == "ok", "\(name): \(doctor.output)")
    }
    #expect(states["calendar"] != nil)
    #expect(doctor.status == (states.values.contains("failed") ? 1 : 0))
  }
}
