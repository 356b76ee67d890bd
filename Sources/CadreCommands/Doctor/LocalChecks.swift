import CadreModel
import EmbeddedPostgres
import FoundationEssentials
import PostgresClient

/// The checks of this machine, for which no server need run.
enum LocalChecks {
  /// The libpq that the program runs with: 14 brought what it uses.
  static func libpq(version: Int) -> DoctorFinding {
    let found = "\(version / 10_000).\(version % 10_000)"
    if version >= 140_000 { return .ok(.libpq, Label(found, found)) }
    return .failed(
      .libpq, Label(found, found),
      Label("请安装 libpq 14 或更高版本（Debian、Ubuntu：libpq5）", "install libpq 14 or later (Debian, Ubuntu: libpq5)"))
  }

  /// The PostgreSQL that the private server runs on.
  static func postgres(_ environment: [String: String]) -> DoctorFinding {
    do {
      let installed = try PostgresInstallation.all(environment: environment)
      let found = installed.map { "\($0.majorVersion) (\($0.folder))" }.joined(separator: ", ")
      return .ok(.postgres, Label(found, found))
    } catch {
      return .failed(
        .postgres, Label(error.message(in: .chinese), error.message(in: .english)),
        Label("安装后重试，或用 --database 指定已有的服务器", "install it, or name a server of yours with --database"))
    }
  }

  /// Room in the private server's folder.
  static func disk(_ folder: String) -> DoctorFinding? {
    guard let facts = try? FileManager.default.attributesOfFileSystem(forPath: folder),
      let free = facts[.systemFreeSize] as? Int
        ?? (facts[.systemFreeSize] as? UInt64).map(Int.init(clamping:))
    else { return nil }
    return disk(folder, freeBytes: free)
  }

  static func disk(_ folder: String, freeBytes: Int) -> DoctorFinding {
    let megabytes = freeBytes / 1_000_000
    let found = Label("\(folder) 剩余 \(megabytes) MB", "\(megabytes) MB free in \(folder)")
    let remedy = Label("请清理磁盘，或把 CADRE_HOME 放到更大的磁盘上", "make room, or put CADRE_HOME on a larger disk")
    if megabytes < 200 { return .failed(.disk, found, remedy) }
    if megabytes < 2_000 { return .warning(.disk, found, remedy) }
    return .ok(.disk, found)
  }
}
