import Benchmark
@_spi(Measuring) import Intake

func registerCellBenchmarks() {
  let dates = Samples.cells { "2025-\(Samples.twoDigits($0 % 12 + 1))-\(Samples.twoDigits($0 % 28 + 1))" }
  measure("dates", dates) { DateCell.parse($0) }

  let chineseDates = Samples.cells { "2025年\($0 % 12 + 1)月\($0 % 28 + 1)日" }
  measure("Chinese dates", chineseDates) { DateCell.parse($0) }

  let amounts = Samples.cells { "\($0 % 400).\($0 % 90 + 10)" }
  measure("amounts", amounts) { NumberCell.parseDecimal($0) }

  let ids = Samples.cells { "R\(100_000_000 + $0)" }
  measure("ids", ids) { isID($0) }

  let truths = Samples.cells { ["1", "0", "true", "false", "是", "否", "Y", "N"][$0 % 8] }
  measure("truth values", truths) { BoolCell.parse($0) }

  let numbers = Samples.cells { _ in "11010519491231002X" }
  measure("citizens' numbers", numbers) { IdentityNumberCell.parse($0) }
}

private func measure<Result>(
  _ name: String, _ cells: [[UInt8]], _ parse: @escaping @Sendable (Span<UInt8>) -> Result
) {
  Benchmark("Cells: check \(cells.count) \(name)") { benchmark in
    for _ in benchmark.scaledIterations {
      for cell in cells { blackHole(parse(cell.span)) }
    }
  }
}
