import CadreModel
import DataContract
import Foundation
import PolicyTesting
import SampleData

extension TestCity {
  /// A small city of the sample, with the folder that its delivery, `sample`, was taken in from.
  ///
  /// - Parameter kept: of this table the file is laid aside, and not taken in.
  static func sampled(
    _ code: String, seed: UInt64, without kept: TableName? = nil
  ) async throws -> (city: TestCity, folder: TemporaryFolder) {
    let folder = try TemporaryFolder()
    let city = try await TestCity(code)
    let request = SampleRequest(
      city: try .named(code), persons: 100, seed: seed, years: 2024...2025, trainingPerPerson: 6,
      dialect: Dialect(headings: .english))
    _ = try request.write(into: folder.path + "/sample")
    if let kept {
      let (file, aside) = ("\(folder.path)/sample/\(kept.rawValue).csv", "\(folder.path)/aside")
      try FileManager.default.createDirectory(atPath: aside, withIntermediateDirectories: true)
      try FileManager.default.moveItem(atPath: file, toPath: "\(aside)/\(kept.rawValue).csv")
    }
    try await folder.take(in: "sample", to: city)
    return (city, folder)
  }
}
