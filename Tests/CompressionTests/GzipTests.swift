import Foundation
import Testing

@testable import Compression

@Suite struct GzipTests {
  /// As another program reads it.
  @Test(arguments: [0, 1, 100, 100_000]) func whatIsCompressedComesBack(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * $0 % 251) }
    let compressed = try #require(Gzip.compressed(bytes))
    let gunzip = Process()
    gunzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    gunzip.arguments = ["gzip", "-dc"]
    let (input, output) = (Pipe(), Pipe())
    (gunzip.standardInput, gunzip.standardOutput) = (input, output)
    try gunzip.run()
    let writing = Thread {
      input.fileHandleForWriting.write(Data(compressed))
      try? input.fileHandleForWriting.close()
    }
    writing.start()
    let found = output.fileHandleForReading.readDataToEndOfFile()
    gunzip.waitUntilExit()
    #expect(gunzip.terminationStatus == 0)
    #expect(Array(found) == bytes)
    if count > 1_000 { #expect(compressed.count < count / 2) }
  }
}
