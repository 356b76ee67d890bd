import DataContract
import Foundation
import PolicyTesting
import SampleData

/// A folder of its own for one sample, gone with the value.
final class Folder {
  let path = NSTemporaryDirectory() + "cadre-sample-" + UUID().uuidString

  @discardableResult
  func write(
    _ city: String, persons: Int = 300, seed: UInt64 = 7, training: Int = 60, years: ClosedRange<Int> = 2019...2025,
    dialect: Dialect = Dialect()
  ) throws -> SampleSummary {
    try SampleRequest(
      city: .named(city), persons: persons, seed: seed, years: years, trainingPerPerson: training, dialect: dialect
    ).write(into: path)
  }

  func bytes(_ table: TableName) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + "/" + table.rawValue + ".csv")))
  }

  func text(_ table: TableName) throws -> String {
    String(decoding: try bytes(table), as: UTF8.self)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}
