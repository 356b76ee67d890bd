import Files
import Glibc
import Testing

@testable import EmbeddedPostgres

@Suite("The private server's parts")
struct PartsTests {
  @Test("Where the home is")
  func homeFolder() {
    let ordinary: uid_t = 4_000_000
    func home(_ environment: [String: String], _ user: uid_t) -> String {
      ServerHome(environment: environment, user: user).path
    }
    #expect(home(["CADRE_HOME": "/srv/a", "HOME": "/h"], ordinary) == "/srv/a")
    #expect(home(["CADRE_HOME": "/srv/a"], 0) == "/srv/a")
    #expect(home(["CADRE_HOME": "", "HOME": "/h"], ordinary) == "/h/.local/share/cadre")
    #expect(home(["XDG_DATA_HOME": "/x", "HOME": "/h"], ordinary) == "/x/cadre")
    #expect(home(["XDG_DATA_HOME": "relative", "HOME": "/h"], ordinary) == "/h/.local/share/cadre")
    #expect(home(["XDG_DATA_HOME": "/x", "HOME": "/root"], 0) == "/var/lib/cadre")
    #expect(ServerHome(path: "/no/such/../folder/./x").path == "/no/folder/x")
  }

  @Test("The pid file's lines")
  func postmasterFile() throws {
    let text = "4711\n/var/lib/cadre/data\n1700000000\n5432\n/var/lib/cadre/socket\n\n  5432 98304\nready   \n"
    let file = try #require(PostmasterFile(text: text))
    #expect(file.pid == 4711)
    #expect(file.startedAt == 1_700_000_000)
    #expect(file.socketFolder == "/var/lib/cadre/socket")
    #expect(file.isReady)
    #expect(PostmasterFile(text: text.replacing("ready", with: "starting"))?.isReady == false)
    #expect(PostmasterFile(text: "") == nil)
    #expect(PostmasterFile(text: "-1\n") == nil)
    #expect(PostmasterFile(text: "17")?.isReady == false)
  }

  @Test("The version in what postgres --version prints")
  func versionLine() {
    func version(_ line: String) -> Int? { PostgresInstallation.majorVersion(inVersionLine: line) }
    #expect(version("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)") == 15)
    #expect(version("postgres (PostgreSQL) 17beta1") == 17)
    #expect(version("psql 15") == nil)
  }

  @Test("Memory settings follow the machine, within bounds")
  func settings() {
    func settings(_ gigabytes: Int) -> ServerSettings {
      ServerSettings(machine: Machine(memory: gigabytes << 30, processors: 2), durability: .full)
    }
    #expect(settings(24).sharedBuffers == 3072)
    #expect(settings(24).workMemory == 96)
    #expect(settings(24).maintenanceMemory == 1024)
    #expect(settings(24).cacheSize == 12288)
    #expect(settings(0).sharedBuffers == 64)
    #expect(settings(0).workMemory == 8)
    #expect(settings(1024).sharedBuffers == 8192)
    #expect(settings(1024).workMemory == 256)
    #expect(settings(24).text.contains("\nshared_buffers = 3072MB\n"))
    #expect(settings(24).text.contains("\nfsync = on\n"))
    #expect(Machine.present.memory > 1 << 28)
    #expect(Machine.present.processors >= 1)
  }

  @Test("A socket's path has at most 107 bytes, and no comma")
  func socketFolder() {
    // "/.s.PGSQL.5432" has 14 bytes.
    #expect(SocketFolder.isUsable("/" + String(repeating: "a", count: 92)))
    #expect(!SocketFolder.isUsable("/" + String(repeating: "a", count: 93)))
    #expect(!SocketFolder.isUsable("/" + String(repeating: "库", count: 31)))
    #expect(!SocketFolder.isUsable("/a,b"))
    // FNV-1a's published values.
    #expect(SocketFolder.digest("") == "cbf29ce484222325")
    #expect(SocketFolder.digest("a") == "af63dc4c8601ec8c")
    #expect(SocketFolder.digest("foobar") == "85944171f73967e8")
  }

  @Test("Parts of a URL")
  func percentEncoding() {
    #expect(percentEncoded("a-Z_0.9~") == "a-Z_0.9~")
    #expect(percentEncoded("/x y?&=:@%\n") == "%2Fx%20y%3F%26%3D%3A%40%25%0A")
    #expect(percentEncoded("库") == "%E5%BA%93")
  }
}
