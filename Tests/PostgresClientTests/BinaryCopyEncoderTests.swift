import CadreTesting
import PostgresClient
import Testing

@Suite(.database) struct BinaryCopyEncoderTests {
  @Test func everyType() async throws {
    let connection = try await TestDatabase.current.connect()
    try await connection.execute(
      """
      create table t (a int2, b int4, c int8, d bool, e text, f date, g numeric, h text[], i timestamptz, j float8, k bytea)
      """)
    var encoder = BinaryCopyEncoder()
    encoder.beginRow(fields: 11)
    encoder.int16(-3)
    encoder.int32(.min)
    encoder.int64(.max)
    encoder.bool(true)
    encoder.text("衢州")
    encoder.date(try #require(PostgresDate("2024-02-29")))
    encoder.numeric(unscaled: 12345, scale: 2)
    encoder.textArray(["a,b", "", "\"q\""])
    encoder.timestamp(PostgresTimestamp(microsecondsSince2000: -1))
    encoder.double(0.1)
    encoder.text([0, 255] as [UInt8])
    encoder.beginRow(fields: 11)
    for _ in 0..<11 { encoder.null() }
    encoder.beginRow(fields: 11)
    encoder.int16(0)
    encoder.int32(0)
    encoder.int64(0)
    encoder.bool(false)
    encoder.text(Array("abc".utf8)[1...])
    encoder.date(daysSince2000: 0)
    encoder.numeric(unscaled: 0, scale: 0)
    encoder.textArray([])
    encoder.timestamp(microsecondsSince2000: 0)
    encoder.double(-.infinity)
    encoder.text([UInt8]().span)
    encoder.finish()
    let bytes = encoder.take()
    #expect(encoder.count == 0)
    #expect(try await connection.copyIn("copy t from stdin (format binary)") { try await $0.write(bytes) } == 3)
    let rows = try await connection.query("select t::text as row from t")
    #expect(
      try rows.map { try $0.decode("row", as: String.self) } == [
        #"(-3,-2147483648,9223372036854775807,t,衢州,2024-02-29,123.45,"{""a,b"","""",""\\""q\\""""}","1999-12-31 23:59:59.999999+00",0.1,"\\x00ff")"#,
        "(,,,,,,,,,,)",
        #"(0,0,0,f,bc,2000-01-01,0,{},"2000-01-01 00:00:00+00",-Infinity,"\\x")"#,
      ])
  }

  /// The server itself sends the same bytes for the same number.
  @Test func numericsAsTheServerWritesThem() async throws {
    let connection = try await TestDatabase.current.connect()
    var cases: [(Int64, Int)] = [(0, 0), (0, 2), (.max, 0), (.min, 0), (.max, 18), (.min, 19), (10_000, 0), (10_000, 4), (1, 5)]
    for scale in 0...9 {
      for unscaled: Int64 in [1, -1, 9, 10, 99, 100, 1234, 12_345, 99_999_999, 100_000_000, -5_000_000_001] {
        cases.append((unscaled, scale))
      }
    }
    for (unscaled, scale) in cases {
      let decimal = PostgresDecimal(unscaled: unscaled, scale: scale)
      var fast = BinaryCopyEncoder()
      fast.numeric(unscaled: unscaled, scale: scale)
      var general = BinaryCopyEncoder()
      general.numeric(decimal)
      let rows = try await connection.query("select numeric_send(\(decimal)) as bytes")
      let expected: [UInt8] = try rows[0].decode("bytes")
      // After the header of 19 bytes and the length of 4.
      #expect(Array(fast.take().dropFirst(23)) == expected, "\(decimal)")
      #expect(Array(general.take().dropFirst(23)) == expected, "\(decimal)")
    }
  }

  /// Short texts are copied in another way than long ones.
  @Test(arguments: 0...40) func textsOfAnyLength(_ length: Int) {
    let text = (0..<length).map { UInt8(65 + $0) }
    var encoder = BinaryCopyEncoder()
    encoder.text(text)
    encoder.int32(-2)
    #expect(
      Array(encoder.take().dropFirst(19)) == [0, 0, 0, UInt8(length)] + text + [0, 0, 0, 4, 0xFF, 0xFF, 0xFF, 0xFE])
  }

  @Test func longDecimals() async throws {
    let connection = try await TestDatabase.current.connect()
    try await connection.execute("create table t (n numeric)")
    let texts = ["123456789012345678901234567890.000100", "-0.00000000000000000000012", "99990000000000000000000000"]
    let decimals = try texts.map { try #require(PostgresDecimal($0)) }
    try await connection.copyIn("copy t from stdin (format binary)") { writer in
      var encoder = BinaryCopyEncoder()
      for decimal in decimals {
        encoder.beginRow(fields: 1)
        encoder.numeric(decimal)
      }
      encoder.finish()
      try await writer.write(encoder.take())
    }
    let rows = try await connection.query("select n from t")
    #expect(try rows.map { try $0.decode("n", as: PostgresDecimal.self).description } == texts)
  }

  @Test func manyChunksAndRowsTakenBack() async throws {
    let connection = try await TestDatabase.current.connect()
    try await connection.execute("create table t (a int, b text)")
    let rows = try await connection.copyIn("copy t from stdin (format binary)") { writer in
      var encoder = BinaryCopyEncoder(chunkSize: 1000)
      for number in 0..<100_000 as Range<Int32> {
        let mark = encoder.count
        encoder.beginRow(fields: 2)
        encoder.int32(number)
        encoder.text("row \(number)")
        if number % 3 == 0 { encoder.rewind(to: mark) }
        if encoder.isFull { try await writer.write(encoder.take()) }
      }
      // Larger than a chunk.
      encoder.beginRow(fields: 2)
      encoder.int32(-1)
      encoder.text(String(repeating: "长", count: 10_000))
      encoder.finish()
      try await writer.write(encoder.take())
    }
    #expect(rows == 66_667)
    let wrong = try await connection.query("select count(*) from t where a >= 0 and (b <> 'row ' || a or a % 3 = 0)")
    #expect(try wrong[0].decode(0) == 0)
    #expect(try await connection.query("select length(b) from t where a = -1")[0].decode(0) == 10_000)
  }
}
