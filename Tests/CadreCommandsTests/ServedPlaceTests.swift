import Foundation
import Messages
import NIOSSL
import Testing

@testable import CadreCommands

/// Whom the pages are served to: others than this machine over TLS alone.
@Suite struct ServedPlaceTests {
  @Test func withoutAccountsThePagesAreThisMachines() throws {
    #expect(try ServedPlace(accounts: false, host: nil, certificate: nil, key: nil).host == "127.0.0.1")
    #expect(throws: ArgumentProblem(ServeMessages.needsAccounts)) {
      try ServedPlace(accounts: false, host: "0.0.0.0", certificate: nil, key: nil)
    }
    #expect(throws: ArgumentProblem(ServeMessages.needsAccounts)) {
      try ServedPlace(accounts: false, host: nil, certificate: "c", key: "k")
    }
  }

  @Test(arguments: ["0.0.0.0", "::", "192.0.2.7", "cadre.example"])
  func othersAreServedOverTLSAlone(host: String) throws {
    #expect(throws: ArgumentProblem(ServeMessages.needsTLS)) {
      try ServedPlace(accounts: true, host: host, certificate: nil, key: nil)
    }
    #expect(throws: ArgumentProblem(ServeMessages.needsBothFiles)) {
      try ServedPlace(accounts: true, host: host, certificate: "c", key: nil)
    }
    for own in ["127.0.0.1", "::1", "localhost"] {
      #expect(try ServedPlace(accounts: true, host: own, certificate: nil, key: nil).tls == nil)
    }
  }

  @Test func aCertificateIsReadAndWhatIsNoneIsNamed() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "cadre-tls-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (certificate, key) = (folder + "/certificate.pem", folder + "/key.pem")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj",
      "/CN=cadre.example", "-keyout", key, "-out", certificate,
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    let place = try ServedPlace(accounts: true, host: "0.0.0.0", certificate: certificate, key: key)
    #expect(place.host == "0.0.0.0" && place.tls?.certificateChain.count == 1)
    // NIO's own lower bound would be TLS 1.0.
    #expect(place.tls?.minimumTLSVersion == .tlsv12)
    #expect(throws: ServeProblem.self) {
      try ServedPlace(accounts: true, host: nil, certificate: key, key: certificate)
    }
  }
}
