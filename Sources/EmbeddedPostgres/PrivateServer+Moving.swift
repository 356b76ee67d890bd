import CFileSystem
import Files
import Messages

extension PrivateServer {
  /// From which major version to which.
  public struct VersionMove: Hashable, Sendable {
    public let from: Int
    public let to: Int
  }

  /// What PostgreSQL made the data folder; empty where there is none.
  public var majorVersion: String { dataVersion ?? "" }

  /// The move to this machine's newest PostgreSQL; nil where the data are of it already.
  ///
  /// - Throws: `ServerError`.
  public func versionMove() throws(ServerError) -> VersionMove? {
    guard let from = dataVersion.flatMap({ Int($0) }) else { throw .notCreated(home: home.path) }
    guard let newest = try PostgresInstallation.all(environment: environment).first, newest.majorVersion > from else {
      return nil
    }
    return VersionMove(from: from, to: newest.majorVersion)
  }

  /// Makes a server of the newer version beside, lets `fill` bring everything into it, and puts its data folder in the place
  /// of this one's, at once. Both servers are stopped then.
  ///
  /// What is there before `fill` has returned is as it was; a successor that was left half made goes with the next move.
  /// - Returns: the folder that the old data are in now.
  /// - Throws: `ServerError`, `CancellationError`, what `fill` throws.
  public func move(_ move: VersionMove, fill: (PrivateServer) async throws -> Void) async throws -> String {
    let beside = PrivateServer(
      home: ServerHome(path: home.path + "/next"), durability: durability, environment: environment, machine: machine)
    if FileStatus(beside.home.path) != nil { try await beside.destroy() }
    do {
      try await fill(beside)
      try await beside.stop()
    } catch {
      try? await beside.destroy()
      throw error
    }
    try await stop()
    return try await HomeLock.hold(home) {
      // It takes this one's password first: after the exchange nothing else has to be done for it to be reached.
      guard let password = readFile(home.passwordFile) else {
        throw ServerError.homeNotOurs(
          folder: home.passwordFile, reason: ServerReason(ServerReasonMessages.passwordUnreadable))
      }
      try await beside.setPassword(String(password.prefix { !$0.isWhitespace }))
      guard unsafe exchange_paths(beside.home.dataFolder, home.dataFolder) == 0 else {
        throw ServerError.homeNotWritable(folder: home.dataFolder, reason: systemReason())
      }
      let kept = freePlace(named: "\(home.path)/data-\(move.from)")
      guard unsafe move_to_free_path(beside.home.dataFolder, kept) == 0 else {
        throw ServerError.homeNotWritable(folder: kept, reason: systemReason())
      }
      try? await beside.destroy()
      return kept
    }
  }

  /// Of a server that does not run.
  private func setPassword(_ password: String) async throws {
    let installation = try installationForData(try PostgresInstallation.all(environment: environment))
    try await runSingleUser(
      "alter role \(Self.user) password '\(password)'", data: home.dataFolder, installation,
      try ServerAccount.choose(for: home))
  }

  private func freePlace(named name: String) -> String {
    var place = name
    var number = 2
    while FileStatus(place) != nil {
      place = "\(name)-\(number)"
      number += 1
    }
    return place
  }
}
