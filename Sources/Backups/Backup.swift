import CadreModel
import Digest
import Files
public import FoundationEssentials
public import PostgresClient

/// Makes a backup of a whole database: what `pg_dump` writes, and beside it a record of what it holds.
public struct Backup: Sendable {
  let configuration: ConnectionConfiguration
  let environment: [String: String]

  /// - Parameters:
  ///   - configuration: the database, and a superuser's login.
  ///   - environment: where `PATH` and `CADRE_POSTGRES_BIN` are taken from.
  public init(of configuration: ConnectionConfiguration, environment: [String: String]) {
    var whole = configuration
    // A backup reads every city's rows, so it lays down none of the login's rights.
    whole.schema = nil
    whole.role = nil
    self.configuration = whole
    self.environment = environment
  }

  /// Writes a backup into a new folder of mode 0700, which is there when it is whole and on the disk, or not at all.
  ///
  /// - Parameters:
  ///   - folder: in which the new one is made.
  ///   - moment: when; the new folder is named after it.
  ///   - author: the login and the machine's user that make it.
  /// - Throws: `BackupError`, `PostgresError`, `ServerError`, `CancellationError`.
  public func make(in folder: String, at moment: Date, by author: String) async throws -> BackupFolder {
    let connection = try await PostgresConnection.connect(configuration)
    do {
      let backup = try await make(in: folder, moment, author, connection)
      await connection.close()
      return backup
    } catch {
      await connection.close()
      throw error
    }
  }

  private nonisolated(nonsending) func make(
    in folder: String, _ moment: Date, _ author: String, _ connection: PostgresConnection
  ) async throws -> BackupFolder {
    try await Self.checkSuperuser(connection)
    let name = BackupFolder.name(of: moment)
    let parent = Folder.realPath(folder) ?? folder
    let (place, draft) = ("\(parent)/\(name)", "\(parent)/\(DrawnName.beside(name))")
    do { try Folder.make(draft) } catch { throw BackupError.file(path: draft, error) }
    let version = await connection.serverVersion
    do {
      // What the record says and what is dumped are of one view.
      let state = try await connection.withTransaction(.repeatableRead) { connection in
        let state = try await DatabaseState.read(from: connection)
        let snapshot: String? = try await connection.query("select pg_export_snapshot() as snapshot").first?
          .decode("snapshot")
        try await dump(to: "\(draft)/\(BackupFolder.dataName)", snapshot ?? "", version: version)
        return state
      }
      try write(state, to: draft, moment, author, server: version)
      do { try Folder.move(draft, to: place) } catch { throw BackupError.file(path: place, error) }
    } catch {
      try? Folder.remove(draft)
      throw error
    }
    Folder.synchronize(parent)
    return try BackupFolder(place)
  }

  private func dump(to folder: String, _ snapshot: String, version: Int) async throws {
    let program = PostgresProgram(
      name: "pg_dump", configuration: configuration, version: version / 10_000, environment: environment)
    try await program.run([
      "--format=directory", "--jobs=2", "--compress=1", "--no-password", "--snapshot=\(snapshot)", "--file=\(folder)",
    ])
  }

  private func write(
    _ state: DatabaseState, to draft: String, _ moment: Date, _ author: String, server: Int
  ) throws(BackupError) {
    let data = "\(draft)/\(BackupFolder.dataName)"
    var files: [BackupRecord.File] = []
    for name in Folder.names(in: data) ?? [] {
      let path = "\(BackupFolder.dataName)/\(name)"
      do {
        files.append(try BackupFolder.file(path, in: draft))
        let file = try OpenFile("\(draft)/\(path)", for: .reading)
        try file.setPermissions(0o600)
        try file.synchronize()
      } catch { throw .file(path: "\(draft)/\(path)", error) }
    }
    let record = BackupRecord(
      form: BackupRecord.form, program: ProgramVersion.current, migration: state.migration, server: server,
      database: state.database, madeOn: moment, madeBy: author, cities: state.cities, chains: state.chains,
      roles: state.roles, memberships: state.memberships, files: files)
    let path = "\(draft)/\(BackupFolder.recordName)"
    do {
      let file = try OpenFile(path, for: .making(permissions: 0o600))
      try file.write((try? record.text()) ?? [])
      try file.synchronize()
    } catch { throw .file(path: path, error) }
    Folder.synchronize(data)
    Folder.synchronize(draft)
  }

  /// - Throws: `BackupError.needsSuperuser`.
  static nonisolated(nonsending) func checkSuperuser(_ connection: PostgresConnection) async throws {
    let rows = try await connection.query(
      "select r.rolsuper as is_superuser, session_user::text as login from pg_catalog.pg_roles r where r.rolname = session_user")
    guard let row = rows.first, try row.decode("is_superuser") else {
      throw BackupError.needsSuperuser(login: try rows.first?.decode("login") ?? "")
    }
  }
}
