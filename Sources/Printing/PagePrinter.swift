import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Prints pages (HTML) to PDF with a browser that nobody sees.
///
/// The browser works in a folder of its own that is removed afterwards, fetches nothing and runs no script. A page has
/// to bring its styles and pictures with it.
public struct PagePrinter: Sendable {
  public let browser: Browser
  /// How long a page may take.
  public var limit: Duration
  /// Where the browser's folder is made.
  public var temporaryFolder: String
  /// How the browser is told of fonts and languages.
  private let inherited: [String]

  public init(
    browser: Browser, environment: [String: String], limit: Duration = .seconds(120), temporaryFolder: String? = nil
  ) {
    self.browser = browser
    self.limit = limit
    self.temporaryFolder = temporaryFolder ?? environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    inherited = ["PATH", "LANG", "LC_ALL", "FONTCONFIG_FILE", "FONTCONFIG_PATH"].compactMap { name in
      environment[name].map { "\(name)=\($0)" }
    }
  }

  /// Prints a page. A file at the PDF's path is replaced when the whole PDF is there.
  /// - Throws: `PrintingError`, or `CancellationError` if the task was cancelled.
  public func print(page: String, to pdf: String, setup: PageSetup) async throws {
    let content = try readFile(page)
    let folder = try ThrowawayFolder(in: temporaryFolder)
    let copy = "\(folder.path)/page.html"
    let result = "\(folder.path)/page.pdf"
    try writeFile(setup.applied(to: content), to: copy)
    let process: BrowserProcess
    do {
      process = try BrowserProcess(
        command(page: copy, pdf: result, profile: "\(folder.path)/profile"),
        // Its socket, in a folder of its own that it removes, has to have a short path: below a long one it ends at once.
        environment: inherited + ["HOME=\(folder.path)", "TMPDIR=/tmp"])
    } catch {
      throw PrintingError.cannotStart(browser: browser.path, reason: error)
    }
    guard let status = try await process.wait(atMost: limit) else {
      throw PrintingError.timedOut(browser: browser.path, seconds: Int(limit.components.seconds))
    }
    guard status == 0, let bytes = try? readFile(result), bytes.starts(with: Array("%PDF-".utf8)) else {
      throw PrintingError.failed(browser: browser.path, exitStatus: status)
    }
    // Beside its place first: the browser's folder may lie on another disk.
    let name = pdf.split(separator: "/").last.map(String.init) ?? pdf
    let part = String(pdf.dropLast(name.count)) + DrawnName.beside(name)
    do {
      try writeFile(bytes, to: part)
      guard unsafe rename(part, pdf) == 0 else { throw PrintingError.file(path: pdf, reason: .last) }
    } catch {
      unsafe unlink(part)
      throw error
    }
  }

  private func command(page: String, pdf: String, profile: String) -> [String] {
    var command = [
      browser.path, "--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-extensions",
      "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-breakpad",
      "--disable-dev-shm-usage",
      // Whoever asks for a network is sent to a port where nobody answers.
      "--proxy-server=http://127.0.0.1:9", "--proxy-bypass-list=<-loopback>", "--host-resolver-rules=MAP * ~NOTFOUND",
      "--user-data-dir=\(profile)", "--no-pdf-header-footer", "--print-to-pdf=\(pdf)",
    ]
    // Chromium refuses to run as root with its sandbox.
    if geteuid() == 0 { command.append("--no-sandbox") }
    return command + ["file://\(page)"]
  }

  private func readFile(_ path: String) throws(PrintingError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .page(path: path, reason: .last) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw .page(path: path, reason: .last) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  private func writeFile(_ bytes: [UInt8], to path: String) throws(PrintingError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .file(path: path, reason: .last) }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw .file(path: path, reason: .last) }
      rest = rest.dropFirst(count)
    }
  }
}
