#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A Chromium on this machine.
public struct Browser: Hashable, Sendable {
  /// The variable that names one.
  public static let variable = "CADRE_CHROMIUM"

  static let names = [
    "chromium", "chromium-browser", "chromium-headless-shell", "google-chrome", "google-chrome-stable", "chrome",
    "microsoft-edge", "microsoft-edge-stable",
  ]

  public let path: String

  /// The one that the environment names, else the first in `PATH`.
  /// - Throws: `PrintingError.noBrowser`, `.notExecutable`.
  public static func find(in environment: [String: String]) throws(PrintingError) -> Browser {
    if let named = environment[variable], !named.isEmpty {
      guard isExecutable(named) else { throw .notExecutable(path: named) }
      return Browser(path: named)
    }
    let folders = (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    for name in names {
      for folder in folders where isExecutable("\(folder)/\(name)") { return Browser(path: "\(folder)/\(name)") }
    }
    throw .noBrowser(lookedFor: [variable] + names)
  }

  private static func isExecutable(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    return unsafe access(path, X_OK) == 0
  }
}
