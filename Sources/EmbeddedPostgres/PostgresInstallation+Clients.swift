extension PostgresInstallation {
  /// A program that talks to servers, such as `pg_dump`: of the oldest version that is not older than the server's, since a
  /// newer one may write or say what the server does not know.
  ///
  /// - Parameter environment: where `PATH` and `CADRE_POSTGRES_BIN` are taken from.
  /// - Returns: its path; nil where there is none.
  public static func client(_ name: String, ofServer version: Int, environment: [String: String]) -> String? {
    var folders = candidates(path: environment["PATH"] ?? "")
    if let chosen = environment["CADRE_POSTGRES_BIN"], !chosen.isEmpty { folders.insert(chosen, at: 0) }
    let found = folders.map { "\($0)/\(name)" }.filter(isExecutable).compactMap { path in
      firstLine(of: path, "--version").flatMap(majorVersion(inVersionLine:)).map { (version: $0, path: path) }
    }
    return found.filter { $0.version >= version }.min { $0.version < $1.version }?.path
  }
}
