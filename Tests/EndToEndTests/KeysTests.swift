import Foundation
import Testing

/// Identity numbers from the command line: what is stored, shown, logged, and by which key.
@Suite("Keys", .timeLimit(.minutes(10)))
struct KeysTests {
  private static let number = "11010519491231002X"
  private static let other = "110105198001020011"
  private static let wrong = "110105198001020012"

  private static let headings = "person_id,name,sex,birth_date,id_number,political_status,hired_on,left_on,managed_by\n"

  private func deliver(_ numbers: [String], in folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let rows = numbers.enumerated().map { "P\($0.offset + 1),张三,2,1949-12-31,\($0.element),13,1975-08-01,,city\n" }
    try (Self.headings + rows.joined()).write(toFile: folder + "/persons.csv", atomically: true, encoding: .utf8)
  }

  private func number(_ text: String) -> Bool { text.contains(Self.number) || text.contains(Self.other) }

  @Test("On the private server nothing has to be done, and nothing shows a number but --unmask, which is logged")
  func privateServer() async throws {
    try await withProgram { program, home in
      let folder = home + "-in"
      defer { try? FileManager.default.removeItem(atPath: folder) }
      try deliver([Self.number, Self.other], in: folder)
      let imported = try await program("import", "--city", "quzhou", folder, "--json")
      #expect(imported.status == 0, "\(imported.errors)")
      try deliver([Self.other, Self.other, Self.wrong], in: folder)
      let findings = folder + "/found.csv"
      let refused = try await program("import", "--city", "quzhou", folder, "--findings", findings)
      #expect(refused.status == 1)
      let told = refused.errors + refused.output + (try String(contentsOfFile: findings, encoding: .utf8))
      #expect(!told.contains(Self.wrong) && told.contains("11**************12"), "\(told)")
      try FileManager.default.removeItem(atPath: findings)
      try deliver([Self.other, Self.other], in: folder)
      let again = try await program("import", "--city", "quzhou", folder, "--lang", "en")
      #expect(again.output.contains("1 updated"), "\(again.output)")

      // The whole database, as a backup has it, and what the server logged.
      let url = try await program("db", "url").output.trimmingCharacters(in: .newlines)
      let dump = Process()
      dump.executableURL = URL(filePath: "/usr/bin/env")
      dump.arguments = ["pg_dump", "--file", folder + "/dump.sql", url]
      try dump.run()
      dump.waitUntilExit()
      let backup = try String(contentsOfFile: folder + "/dump.sql", encoding: .utf8)
      #expect(backup.contains("sealed:1:") && !number(backup))
      #expect(!number(try String(contentsOfFile: home + "/server.log", encoding: .utf8)))

      let (history, shown) = (
        try await program("history", "persons", "P1", "--city", "quzhou"),
        try await program("history", "persons", "P1", "--city", "quzhou", "--unmask")
      )
      #expect(history.output.contains("11**************2X") && !number(history.output), "\(history.output)")
      #expect(shown.output.contains(Self.number) && shown.output.contains(Self.other), "\(shown.errors)")
      let difference = try await program("imports", "diff", "2", "--city", "quzhou", "--json")
      #expect(difference.output.contains("11**************11") && !number(difference.output), "\(difference.output)")
      let log = try await program("audit", "list", "--kind", "unmasking", "--lang", "en")
      #expect(log.output.contains("unmasking  history  quzhou  P1"), "\(log.output)")

      let status = try await program("keys", "status", "--json")
      let facts = try #require(JSONSerialization.jsonObject(with: Data(status.output.utf8)) as? [String: Any])
      let cities = try #require(facts["cities"] as? [[String: Any]])
      #expect(cities.count == 1 && cities[0]["sealed"] as? Int == 2 && cities[0]["clear"] as? Int == 0)
      #expect(cities[0]["key"] as? String == facts["key"] as? String)
      let mode = try FileManager.default.attributesOfItem(atPath: home + "/identity.key")[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  @Test("A new key: everything goes on as before, and the old one is of no use any more")
  func rotation() async throws {
    try await withProgram { program, home in
      let (folder, key) = (home + "-in", home + "-new")
      defer { for path in [folder, key] { try? FileManager.default.removeItem(atPath: path) } }
      try deliver([Self.number, Self.other], in: folder)
      #expect(try await program("import", "--city", "quzhou", folder).status == 0)
      try deliver([Self.other, Self.other], in: folder)
      #expect(try await program("import", "--city", "quzhou", folder).status == 0)
      #expect(try await program("keys", "new", "--out", key).status == 0)
      #expect(try await program("keys", "new", "--out", key).status == 2)
      let before = try String(contentsOfFile: home + "/identity.key", encoding: .utf8)
      let rotated = try await program("keys", "rotate", "--new", key, "--lang", "en")
      #expect(rotated.output.contains("2 persons and 1 entries"), "\(rotated.output)\(rotated.errors)")
      #expect(try String(contentsOfFile: home + "/identity.key", encoding: .utf8) != before)
      let deep = try await program("doctor", "--deep", "--lang", "en")
      #expect(deep.status == 0, "\(deep.output)")
      let again = try await program("import", "--city", "quzhou", folder, "--lang", "en")
      #expect(again.status == 0 && !again.output.contains("1 updated"), "\(again.output)\(again.errors)")
      let undone = try await program("imports", "undo", "2", "--city", "quzhou", "--lang", "en")
      #expect(undone.status == 0, "\(undone.errors)")
      let history = try await program("history", "persons", "P1", "--city", "quzhou", "--unmask")
      #expect(history.output.contains(Self.number), "\(history.output)")
      // The old key by name: refused at once, in one sentence.
      try before.write(toFile: folder + "/old", atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder + "/old")
      var other = program
      other.environment["CADRE_IDENTITY_KEY_COMMAND"] = "cat \(folder)/old"
      try deliver([Self.number], in: folder)
      let refused = try await other("import", "--city", "quzhou", folder + "/persons.csv", "--lang", "en")
      #expect(refused.status == 1 && refused.errors.contains("give the one in use"), "\(refused.errors)")
      #expect(refused.errors.split(separator: "\n").count == 1)
    }
  }

  @Test("A database of one's own needs a key for numbers, and says so")
  func ownDatabase() async throws {
    try await withProgram { program, home in
      let (folder, key) = (home + "-in", home + "-key")
      defer { for path in [folder, key] { try? FileManager.default.removeItem(atPath: path) } }
      _ = try await program("db", "start")
      #expect(try await program("db", "psql", "-c", "create database shared").status == 0)
      let url = try await program("db", "url").output.trimmingCharacters(in: .newlines)
      let database = url.replacing("/cadre?", with: "/shared?")
      #expect(try await program("migrate", "--database", database).status == 0)
      try deliver([Self.number], in: folder)
      let refused = try await program("import", "--city", "quzhou", folder, "--database", database, "--lang", "en")
      #expect(refused.status == 1 && refused.errors.contains("cadre keys new --out FILE"), "\(refused.errors)")
      #expect(refused.errors.split(separator: "\n").count == 1, "\(refused.errors)")
      let keyed = try await program.withKey(in: key)
      #expect(try await keyed("import", "--city", "quzhou", folder, "--database", database).status == 0)
      // Without the key rows are read; numbers are stars.
      let history = try await program("history", "persons", "P1", "--city", "quzhou", "--database", database)
      #expect(history.output.contains("******************"), "\(history.output)\(history.errors)")
      let unmasked = try await program("history", "persons", "P1", "--city", "quzhou", "--unmask", "--database", database)
      #expect(unmasked.status == 1 && !number(unmasked.output))
      // A key that others may read is none.
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
      let open = try await keyed("import", "--city", "quzhou", folder, "--database", database, "--lang", "en")
      #expect(open.status == 1 && open.errors.contains("chmod 600"), "\(open.errors)")
    }
  }
}
