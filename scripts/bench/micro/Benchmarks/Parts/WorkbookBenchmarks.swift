import Benchmark
import Foundation
import Workbook

func registerWorkbookBenchmarks() {
  let modes: [(String, WorkbookWriter.Mode)] = [("strings in the cells", .constantMemory()), ("shared strings", .wholeInMemory)]
  for (name, mode) in modes {
    Benchmark("Workbook: read \(Samples.rows) rows of 8 columns, \(name)") { benchmark in
      let path = NSTemporaryDirectory() + "cadre-micro-\(UUID().uuidString).xlsx"
      defer { try? FileManager.default.removeItem(atPath: path) }
      try write(to: path, mode)
      benchmark.startMeasurement()
      for _ in benchmark.scaledIterations {
        let file = try WorkbookFile(path: path)
        let reader = try file.reader(of: file.sheets[0])
        var batch = RowBatch()
        var cells = 0
        while try reader.read(into: &batch) { cells += batch.cells.count }
        blackHole(cells)
      }
      benchmark.stopMeasurement()
    }
  }
}

/// Training records, as a city fills them in.
private func write(to path: String, _ mode: WorkbookWriter.Mode) throws {
  let writer = try WorkbookWriter(path: path, mode: mode, properties: WorkbookProperties(created: 1))
  let sheet = try writer.addSheet(try SheetName("training_records"))
  for row in 0..<Samples.rows {
    try sheet.append([
      .identifier("R\(100_000_000 + row)"), .identifier("P\(1_000_000 + row / 50)"), .identifier("K\(1_000_000 + row % 5000)"),
      .identifier("2025-\(Samples.twoDigits(row % 12 + 1))-\(Samples.twoDigits(row % 28 + 1))"), .number(Double(row % 40), places: 2),
      .integer(row % 3 + 1), .text("任宁"), .text("专题研讨班"),
    ])
  }
  _ = try writer.close()
}
