import Files
import FoundationEssentials
import Glibc
import Testing

@testable import EmbeddedPostgres

@Suite("What the private server refuses")
struct RefusalTests {
  @Test("A folder with other things in it is neither used nor destroyed")
  func leavesOtherFoldersAlone() async throws {
    try await withServer { server in
      let home = server.home
      let treasure = home.path + "/treasure.txt"
      try FileManager.default.createDirectory(atPath: home.path, withIntermediateDirectories: false)
      try writeFile("mine", to: treasure, permissions: 0o644)

      for attempt in [{ _ = try await server.start() }, { try await server.destroy() }] {
        let error = await #expect(throws: ServerError.self) { try await attempt() }
        guard case .homeNotOurs(home.path, _) = error else {
          Issue.record("\(String(describing: error))")
          return
        }
      }
      #expect(readFile(treasure) == "mine")
      #expect(Folder.names(in: home.path) == ["treasure.txt"])
    }
  }

  @Test("Destroy stops the server and leaves nothing; what others put into the home stays")
  func destroysCompletely() async throws {
    try await withServer { server in
      try await server.start()
      let pid = try server.processNumber()
      try await server.destroy()
      #expect(FileStatus(server.home.path) == nil)
      #expect(kill(pid, 0) == -1)
      #expect(try server.status() == .notCreated)
      await #expect(throws: ServerError.notCreated(home: server.home.path)) { try await server.destroy() }

      try await server.start()
      let note = server.home.path + "/note.txt"
      try writeFile("mine", to: note, permissions: 0o644)
      try await server.destroy()
      #expect(Folder.names(in: server.home.path) == ["note.txt"])
    }
  }

  @Test("Data of a version that is not installed is refused by name")
  func refusesOtherVersion() async throws {
    try await withServer { server in
      try await server.start()
      try await server.stop()
      try writeFile("13\n", to: server.home.dataFolder + "/PG_VERSION", permissions: 0o600)
      let error = await #expect(throws: ServerError.self) { try await server.start() }
      guard case .versionMismatch(let folder, "13", let installed) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(folder == server.home.dataFolder)
      #expect(!installed.isEmpty)
    }
  }

  @Test("A folder without PostgreSQL is refused, and what to install is said")
  func refusesWithoutPostgres() async throws {
    try await withServer(environment: ["CADRE_POSTGRES_BIN": "/usr/share"]) { server in
      let error = await #expect(throws: ServerError.self) { try await server.start() }
      guard case .installationUnusable("/usr/share", _) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(FileStatus(server.home.path) == nil)
    }
    let message = ServerError.postgresNotFound(found: ["/usr/lib/postgresql/13/bin"]).description
    #expect(message.contains("apt-get install postgresql"))
    #expect(message.contains("/usr/lib/postgresql/13/bin"))
  }

  @Test("Root is told when the server's account cannot reach the home", .enabled(if: geteuid() == 0))
  func saysWhenOutOfReach() async throws {
    let closed = "/tmp/cadre-test-closed-\(PrivateServer.newPassword().prefix(12))"
    try FileManager.default.createDirectory(
      atPath: closed, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(atPath: closed) }
    try await withServer(in: closed) { server in
      let account = try #require(ServerAccount.choose(for: server.home).name)
      await #expect(throws: ServerError.homeUnreachable(folder: server.home.path, account: account)) {
        try await server.start()
      }
    }
  }

  @Test("A folder for the socket that others may enter is refused")
  func refusesOpenSocketFolder() async throws {
    let parent = "/tmp/" + String(repeating: "long-", count: 18) + String(PrivateServer.newPassword().prefix(8))
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: parent) }
    try await withServer(in: parent) { server in
      let folder = SocketFolder(home: server.home)
      #expect(folder.isOutside)
      try FileManager.default.createDirectory(
        atPath: folder.path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o777])
      await #expect(throws: ServerError.socketFolderUnsafe(folder: folder.path)) { try await server.start() }
      try FileManager.default.removeItem(atPath: folder.path)
    }
  }

  @Test("A home whose path is too long for a socket gets one elsewhere")
  func movesSocketOutside() async throws {
    let parent = "/tmp/" + String(repeating: "long-", count: 18) + String(PrivateServer.newPassword().prefix(8))
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: parent) }
    var folder = ""
    try await withServer(in: parent) { server in
      try await server.start()
      folder = try #require(server.connectionParameters()["host"])
      #expect(folder == SocketFolder(home: server.home).path)
      #expect(FileStatus(folder)?.permissions == 0o700)
      #expect(try await server.query("select 1") == "1")
    }
    #expect(FileStatus(folder) == nil)
  }
}
