import Foundation
import Printing
import Testing
import WorkbookTesting

private let environment = ProcessInfo.processInfo.environment
private let hasBrowser = (try? Browser.find(in: environment)) != nil

@Suite struct PrintingTests {
  @Test(.enabled(if: hasBrowser && Tool.isInstalled("pdftotext"), "no Chromium, or no pdftotext"))
  func aLongTableBecomesPagesWithHeadingsAndNumbers() async throws {
    let folder = try TemporaryFolder()
    let rows = (1...150).map { "<tr><td>第\($0)行</td></tr>" }.joined()
    let page = """
      <!doctype html><html lang="zh"><head><meta charset="utf-8"><title>t</title></head><body>
      <script>document.write("written by a script")</script>
      <table><thead><tr><th>表头甲</th></tr></thead><tbody>\(rows)</tbody></table></body></html>
      """
    try page.write(toFile: "\(folder.path)/page.html", atomically: false, encoding: .utf8)
    let printer = PagePrinter(
      browser: try Browser.find(in: environment), environment: environment, temporaryFolder: folder.path)
    let setup = PageSetup(leftHeader: "填报单位：\"甲\"</style>市", rightHeader: "统计时间：2026-06-30")
    try await printer.print(page: "\(folder.path)/page.html", to: "\(folder.path)/page.pdf", setup: setup)

    let text = try Tool.run(["pdftotext", "-layout", "\(folder.path)/page.pdf", "-"])
    let sheets = text.split(separator: "\u{C}").map(String.init).filter { $0.contains("行") }
    #expect(sheets.count > 2)
    for (index, sheet) in sheets.enumerated() {
      #expect(sheet.contains("填报单位：\"甲\"</style>市") && sheet.contains("统计时间：2026-06-30") && sheet.contains("表头甲"))
      #expect(sheet.filter { $0 != " " }.contains("\(index + 1)/\(sheets.count)"))
    }
    #expect(!text.contains("written by a script"))
    let size = try Tool.run(["pdfinfo", "\(folder.path)/page.pdf"])
    #expect(size.contains("A4"))
    // Nothing of the browser stays.
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["page.html", "page.pdf"])
  }

  @Test func noBrowserIsSaid() throws {
    let folder = try TemporaryFolder()
    let plain = "\(folder.path)/plain"
    #expect(FileManager.default.createFile(atPath: plain, contents: nil, attributes: [.posixPermissions: 0o600]))
    #expect(throws: PrintingError.self) { try Browser.find(in: ["PATH": "/nowhere"]) }
    #expect(throws: PrintingError.notExecutable(path: plain)) {
      try Browser.find(in: ["CADRE_CHROMIUM": plain])
    }
  }

  @Test func aBrowserThatFailsIsSaid() async throws {
    let folder = try TemporaryFolder()
    let browser = try Self.browser("exit 7", in: folder)
    await #expect(throws: PrintingError.failed(browser: browser.path, exitStatus: 7)) {
      try await Self.print(with: browser, limit: .seconds(20), in: folder)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["browser", "page.html"])
  }

  @Test func aBrowserThatHangsIsEndedWithItsHelpers() async throws {
    let folder = try TemporaryFolder()
    let browser = try Self.browser("sleep 600 & echo $! > \(folder.path)/helper; wait", in: folder)
    // Long enough for a busy machine to start a shell in.
    await #expect(throws: PrintingError.timedOut(browser: browser.path, seconds: 10)) {
      try await Self.print(with: browser, limit: .seconds(10), in: folder)
    }
    let helper = try String(contentsOfFile: "\(folder.path)/helper", encoding: .utf8).filter(\.isNumber)
    let state = try? String(contentsOfFile: "/proc/\(helper)/stat", encoding: .utf8)
    #expect(state == nil || state?.contains(") Z ") == true)
  }

  private static func browser(_ script: String, in folder: TemporaryFolder) throws -> Browser {
    let path = "\(folder.path)/browser"
    let text = "\(folder.path)/text"
    try "#!/bin/sh\n\(script)\n".write(toFile: text, atomically: false, encoding: .utf8)
    // Another process writes the program. Were it open for writing in this one, a child that another test starts at
    // that moment would hold it open, too, and the system refuses to run a program that is being written.
    _ = try Tool.run(["install", "-m", "700", text, path])
    try FileManager.default.removeItem(atPath: text)
    try "<p>x</p>".write(toFile: "\(folder.path)/page.html", atomically: false, encoding: .utf8)
    return try Browser.find(in: ["CADRE_CHROMIUM": path])
  }

  private static func print(with browser: Browser, limit: Duration, in folder: TemporaryFolder) async throws {
    let printer = PagePrinter(browser: browser, environment: environment, limit: limit, temporaryFolder: folder.path)
    try await printer.print(page: "\(folder.path)/page.html", to: "\(folder.path)/page.pdf", setup: PageSetup())
  }
}
