import Benchmark

/// One benchmark a part of the way from file to table and back, so that a regression is found at its place.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = Benchmark.Configuration(
    metrics: [.wallClock, .peakMemoryResident], warmupIterations: 3, maxDuration: .seconds(3))
  registerCSVBenchmarks()
  registerWorkbookBenchmarks()
  registerCellBenchmarks()
  registerCopyBenchmarks()
  registerRowBenchmarks()
}
