import CadreTesting
import PostgresClient
import Testing

@Suite(.database) struct TypeTests {
  /// Sends a value and reads it back as the same type.
  private func roundTrip<T: PostgresDecodable & ParameterConvertible & Equatable & Sendable>(
    _ values: [T], as type: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let connection = try await TestDatabase.current.connect()
    for value in values {
      let rows = try await connection.query("select \(value)::\(unescaped: type) as value")
      #expect(try rows[0].decode("value") == value, sourceLocation: sourceLocation)
    }
    // NULL in, NULL out.
    let none: T? = nil
    let rows = try await connection.query("select \(none)::\(unescaped: type) as value")
    #expect(try rows[0].decode("value", as: T?.self) == nil, sourceLocation: sourceLocation)
  }

  @Test func integers() async throws {
    try await roundTrip([0, 1, -1, Int.max, Int.min], as: "int8")
    try await roundTrip([0, 7, Int32.max, Int32.min], as: "int4")
    try await roundTrip([0, -32768, 32767] as [Int64], as: "int2")
  }

  @Test func texts() async throws {
    try await roundTrip(["", "a", "it's \"quoted\" \\ $1", "衢州市", "𠮷\u{1F600}", " \t\n"], as: "text")
  }

  @Test func truthValues() async throws {
    try await roundTrip([true, false], as: "bool")
  }

  @Test func doubles() async throws {
    try await roundTrip([0, -0.1, 1e-300, .greatestFiniteMagnitude, .infinity, -.infinity], as: "float8")
  }

  @Test(arguments: ["2025-03-01", "2024-02-29", "1900-01-01", "2100-12-31", "0001-01-01", "12025-03-01"])
  func dates(_ text: String) async throws {
    let date = try #require(PostgresDate(text))
    #expect(date.description == text)
    try await roundTrip([date], as: "date")
    // The server counts days as we do.
    let connection = try await TestDatabase.current.connect()
    let rows = try await connection.query("select \(date) - date '2000-01-01' as days")
    #expect(try rows[0].decode("days") == date.daysSince2000)
    #expect(PostgresDate(daysSince2000: date.daysSince2000) == date)
  }

  @Test(arguments: [
    "0", "0.00", "1", "-1", "1.50", "-0.05", "12345678901234567890.123456789", "0.0001", "10000", "99999999.99",
  ])
  func decimals(_ text: String) async throws {
    let decimal = try #require(PostgresDecimal(text))
    #expect(decimal.description == text)
    let connection = try await TestDatabase.current.connect()
    let rows = try await connection.query("select \(decimal) as value, \(text)::numeric as same")
    // As text, so that the scale is compared too.
    #expect(try rows[0].decode("value", as: PostgresDecimal.self).description == text)
    #expect(try rows[0].decode("same", as: PostgresDecimal.self) == decimal)
  }

  @Test func timestamps() async throws {
    try await roundTrip(
      [0, 1, -1, 794_060_096_123_456, -3_155_673_600_000_000].map(PostgresTimestamp.init(microsecondsSince2000:)),
      as: "timestamptz")
    let connection = try await TestDatabase.current.connect()
    let rows = try await connection.query(
      """
      select timestamptz '2025-02-28 20:34:56.5+08' as a, timestamp '1999-12-31 23:59:59.000001' as b,
        extract(epoch from timestamptz '2025-02-28 12:34:56Z')::int8 as epoch
      """)
    let moment: PostgresTimestamp = try rows[0].decode("a")
    #expect(moment.description == "2025-02-28T12:34:56.500000Z")
    #expect(moment.date.description == "2025-02-28")
    #expect(try moment.microsecondsSince1970 == rows[0].decode("epoch", as: Int64.self) * 1_000_000 + 500_000)
    #expect(try rows[0].decode("b", as: PostgresTimestamp.self).description == "1999-12-31T23:59:59.000001Z")
    // Another time zone of the session changes the text, not the moment.
    try await connection.execute("set timezone = 'Asia/Kolkata'")
    let again = try await connection.query("select timestamptz '2025-02-28 20:34:56.5+08' as a")
    #expect(try again[0].decode("a") == moment)
  }

  @Test func arrays() async throws {
    try await roundTrip(
      [[], ["a"], ["", "NULL", "null", "a,b", "{x}", "\"q\"", "\\", "张 三"]], as: "text[]")
    let connection = try await TestDatabase.current.connect()
    let rows = try await connection.query(
      "select array['a', null] as texts, array[1, null, -3] as numbers, array[date '2025-03-01'] as dates, '{{1,2}}'::int[] as matrix"
    )
    #expect(try rows[0].decode("texts", as: [String?].self) == ["a", nil])
    #expect(try rows[0].decode("numbers", as: [Int?].self) == [1, nil, -3])
    #expect(try rows[0].decode("dates", as: [PostgresDate].self).map(\.description) == ["2025-03-01"])
    #expect(throws: PostgresError.self) { try rows[0].decode("texts", as: [String].self) }
    #expect(throws: PostgresError.self) { try rows[0].decode("matrix", as: [Int].self) }
    let kept = try await connection.query(
      "select x from generate_series(1, 9) as x where x = any(\([2, 4])) or x::text = any(\(["7"])) order by x")
    #expect(try kept.map { try $0.decode("x", as: Int.self) } == [2, 4, 7])
  }

  @Test func bytes() async throws {
    try await roundTrip([[], [0], Array(0...255)] as [[UInt8]], as: "bytea")
  }

  @Test func textFormOfOtherTypes() async throws {
    let connection = try await TestDatabase.current.connect()
    let id = "6f1c9c8e-2f5a-4b8e-9f59-1d2c3b4a5f60"
    let rows = try await connection.query("select \(id)::uuid as id, '{\"a\": 1}'::jsonb as json, 'x'::name as name")
    #expect(try rows[0].decode("id") == id)
    #expect(try rows[0].decode("json") == "{\"a\": 1}")
    #expect(try rows[0].decode("name") == "x")
  }

  private enum Sex: String, PostgresDecodable, ParameterConvertible {
    case male = "1"
    case female = "2"
  }

  @Test func enumsByTheirRawValue() async throws {
    let connection = try await TestDatabase.current.connect()
    let rows = try await connection.query("select \(Sex.female) as good, '3' as bad")
    #expect(try rows[0].decode("good", as: Sex.self) == .female)
    #expect(throws: PostgresError.self) { try rows[0].decode("bad", as: Sex.self) }
  }

  @Test func sumsAreWholeNumbersToo() async throws {
    let connection = try await TestDatabase.current.connect()
    let rows = try await connection.query("select sum(x) as whole, avg(x) as average from (values (1::int8), (2)) as t (x)")
    #expect(try rows[0].decode("whole", as: Int.self) == 3)
    #expect(try rows[0].decode("average", as: PostgresDecimal.self).description == "1.5000000000000000")
    #expect(throws: PostgresError.self) { try rows[0].decode("average", as: Int.self) }
  }

  @Test func tuples() async throws {
    let connection = try await TestDatabase.current.connect()
    let rows = try await connection.query("select 1, 'x', null::date")
    let (number, text, date) = try rows[0].decode((Int.self, String.self, PostgresDate?.self))
    #expect(number == 1 && text == "x" && date == nil)
  }

  @Test func wrongTypesAreNamedWithoutTheValue() async throws {
    let connection = try await TestDatabase.current.connect()
    let rows = try await connection.query("select 'geheim' as word, null::int as nothing, 300000 as big")
    let row = rows[0]
    for attempt: () throws -> Void in [
      { _ = try row.decode("word", as: Int.self) },
      { _ = try row.decode("word", as: Bool.self) },
      { _ = try row.decode("word", as: PostgresDate.self) },
      { _ = try row.decode("nothing", as: Int.self) },
    ] {
      let error = try #require(throws: PostgresError.self) { try attempt() }
      #expect(error.kind == .decoding)
      #expect(error.column == "word" || error.column == "nothing")
      #expect(!"\(error)".contains("geheim"))
    }
    let missing = try #require(throws: PostgresError.self) { try row.decode("wrod", as: Int.self) }
    #expect(missing.message == "the result has no column wrod; it has word, nothing, big")
    #expect(throws: PostgresError.self) { try row.decode(3, as: Int.self) }
  }
}
