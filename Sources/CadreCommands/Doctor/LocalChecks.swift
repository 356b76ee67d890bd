import CadreModel
import EmbeddedPostgres
import FoundationEssentials
import Messages
import PostgresClient

/// The checks of this machine, for which no server need run.
enum LocalChecks {
  /// The libpq that the program runs with: 14 brought what it uses.
  static func libpq(version: Int) -> DoctorFinding {
    let found = "\(version / 10_000).\(version % 10_000)"
    if version >= 140_000 { return .ok(.libpq, Label(found, found)) }
    return .failed(.libpq, Label(found, found), DoctorPlaceMessages.installLibpq)
  }

  /// The PostgreSQL that the private server runs on.
  static func postgres(_ environment: [String: String]) -> DoctorFinding {
    do {
      let installed = try PostgresInstallation.all(environment: environment)
      let found = installed.map { "\($0.majorVersion) (\($0.folder))" }.joined(separator: ", ")
      return .ok(.postgres, Label(found, found))
    } catch {
      return .failed(.postgres, error.message, DoctorPlaceMessages.installPostgres)
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
    let found = DoctorPlaceMessages.free(megabytes: megabytes, in: folder)
    let remedy = DoctorPlaceMessages.makeRoom
    if megabytes < 200 { return .failed(.disk, found, remedy) }
    if megabytes < 2_000 { return .warning(.disk, found, remedy) }
    return .ok(.disk, found)
  }
}
