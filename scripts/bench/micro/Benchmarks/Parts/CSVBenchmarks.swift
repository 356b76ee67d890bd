import Benchmark
import Spreadsheet

func registerCSVBenchmarks() {
  let samples = [("short cells", Samples.trainingRecords), ("quoted Chinese text", Samples.interventions)]
  for (name, bytes) in samples {
    Benchmark("CSV: parse \(Samples.rows) rows, \(name)") { benchmark in
      for _ in benchmark.scaledIterations {
        var reader = CSVReader(source: MemorySource(bytes))
        var batch = RecordBatch()
        var records = 0
        while try reader.read(into: &batch) { records += batch.records.count }
        blackHole(records)
      }
    }
  }

  Benchmark("CSV: write \(Samples.rows) rows") { benchmark in
    for _ in benchmark.scaledIterations {
      var writer = CSVWriter(byteOrderMark: true)
      for row in 0..<Samples.rows {
        writer.appendRecord(["P0000001", "任宁", "2025-12-31", "met", String(row), "所记录的学时已达到要求, 无须补训"])
      }
      blackHole(writer.take())
    }
  }

  Benchmark("CSV: validate UTF-8") { benchmark in
    for _ in benchmark.scaledIterations {
      blackHole(UTF8Validator.accepts(Samples.interventions.span))
    }
  }
}
