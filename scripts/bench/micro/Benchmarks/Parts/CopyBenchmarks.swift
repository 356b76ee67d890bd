import Benchmark
import PostgresClient

func registerCopyBenchmarks() {
  let city = Array("kunming".utf8)
  let ids = Samples.cells { "R\(100_000_000 + $0)" }

  Benchmark("COPY: encode \(Samples.rows) rows of ids, a date and amounts") { benchmark in
    for _ in benchmark.scaledIterations {
      var encoder = BinaryCopyEncoder()
      var bytes = 0
      for (row, id) in ids.enumerated() {
        encoder.beginRow(fields: 7)
        encoder.text(city)
        encoder.text(id)
        encoder.text(id)
        encoder.null()
        encoder.date(daysSince2000: Int32(9000 + row % 365))
        encoder.int64(Int64(row % 4000))
        encoder.numeric(unscaled: 100, scale: 2)
        if encoder.isFull { bytes += encoder.take().count }
      }
      encoder.finish()
      bytes += encoder.take().count
      blackHole(bytes)
    }
  }
}
