import CadreModel
import CadreTesting
import DataContract
import PostgresClient
import Schema
import ShippedFiles
import Testing

extension DatabaseTemplate {
  static let migrated = DatabaseTemplate("schema_migrated") { connection in
    try await Migrations.shipped().apply(to: connection, by: "tests")
  }
}

/// The migrated database has what the contract says, no more and no less.
@Suite(.database(template: .migrated)) struct ContractTests {
  @Test(arguments: Table.all)
  func columnsAreThoseOfTheContract(table: Table) async throws {
    let connection = try await TestDatabase.current.connect()
    let rows = try await connection.query(
      """
      select attname::text as name, format_type(atttypid, atttypmod) as type, attnotnull as required
      from pg_attribute
      where attrelid = \(table.name.rawValue)::regclass
        and attnum > 0
        and not attisdropped
      """)
    await connection.close()
    let found = try rows.map { row in
      "\(try row.decode("name", as: String.self)) \(try row.decode("type", as: String.self)) "
        + "\(try row.decode("required", as: Bool.self))"
    }
    #expect(found.sorted() == (["city_code text true"] + table.columns.map { Self.expected($0, in: table) }).sorted())
  }

  private static func expected(_ column: DataContract.Column, in table: Table) -> String {
    let type =
      switch column.type {
      case .id, .reference, .subject, .text, .code, .regionCode, .half, .identityNumber, .clause, .indicator: "text"
      case .date: "date"
      case .bool: "boolean"
      case .number:
        switch AmountStorage(of: table.name) {
        case .numeric: "numeric(14,2)"
        case .hundredths: "bigint"
        }
      case .integer: "integer"
      case .tags: "text[]"
      }
    // No tags are an empty set, not an unknown one.
    let required = column.presence == .required || type == "text[]"
    return "\(column.name) \(type) \(required)"
  }

  @Test(arguments: Table.all)
  func keyBeginsWithTheCity(table: Table) async throws {
    let connection = try await TestDatabase.current.connect()
    let rows = try await connection.query(
      """
      select array_agg(attname::text order by position) as columns
      from pg_index
      cross join unnest(indkey::int2[]) with ordinality as part (number, position)
      join pg_attribute on attrelid = indrelid and attnum = part.number
      where indrelid = \(table.name.rawValue)::regclass
        and indisprimary
      """)
    await connection.close()
    #expect(try rows.first?.decode("columns", as: [String].self) == ["city_code"] + table.key)
  }

  @Test func everyTableAndColumnIsCommented() async throws {
    let connection = try await TestDatabase.current.connect()
    let bare = try await connection.query(
      """
      select c.relname || '.' || coalesce(a.attname, '') as place
      from pg_class c
      left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'cadre'::regnamespace
        and c.relkind in ('r', 'p')
        -- A partition is described where its parent is.
        and not c.relispartition
        and (obj_description(c.oid, 'pg_class') is null or col_description(c.oid, a.attnum) is null)
      """)
    await connection.close()
    #expect(try bare.map { try $0.decode("place", as: String.self) } == [])
  }

  @Test(arguments: Table.all)
  func commentsCarryTheChineseLabels(table: Table) async throws {
    let connection = try await TestDatabase.current.connect()
    let rows = try await connection.query(
      """
      select obj_description(attrelid, 'pg_class') as of_table, attname::text as name,
        col_description(attrelid, attnum) as of_column
      from pg_attribute
      where attrelid = \(table.name.rawValue)::regclass
        and attnum > 1
        and not attisdropped
      """)
    await connection.close()
    #expect(rows.count == table.columns.count)
    for row in rows {
      let column = try #require(table.column(try row.decode("name", as: String.self)))
      #expect(try row.decode("of_table", as: String.self).hasPrefix(table.label))
      let comment = try row.decode("of_column", as: String.self)
      #expect(comment.hasPrefix(column.label))
      let codes: [Code] =
        switch column.type {
        case .code(let list), .tags(let list): list
        default: []
        }
      for code in codes { #expect(comment.contains("\(code.code) \(code.label)")) }
    }
  }

  /// What a code list accepts in the database is what the importer accepts.
  @Test(arguments: Table.all)
  func codesAreCheckedByTheDatabase(table: Table) async throws {
    let connection = try await TestDatabase.current.connect()
    let rows = try await connection.query(
      """
      select conname::text as name, pg_get_constraintdef(oid) as definition
      from pg_constraint
      where conrelid = \(table.name.rawValue)::regclass
        and contype = 'c'
      """)
    await connection.close()
    var definitions: [String: String] = [:]
    for row in rows { definitions[try row.decode("name", as: String.self)] = try row.decode("definition", as: String.self) }
    for column in table.columns {
      let codes: [Code] =
        switch column.type {
        case .code(let list), .tags(let list): list
        default: []
        }
      guard !codes.isEmpty else { continue }
      let definition = try #require(definitions["\(table.name.rawValue)_\(column.name)_known"])
      #expect(Set(definition.matches(of: /'([^']*)'::text/).map { String($0.1) }) == Set(codes.map(\.code)))
    }
  }

  @Test func headingsAreUnambiguous() {
    for table in Table.all {
      let headings = table.columns.flatMap { [$0.name, $0.label] }
      #expect(Set(headings).count == headings.count)
    }
  }

  /// `sql/citus` places every table of a city, and only those.
  @Test func theDistributeStepNamesEveryTable() async throws {
    let connection = try await TestDatabase.current.connect()
    let rows = try await connection.query(
      """
      select c.relname::text as name
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'city_code'
      where c.relkind in ('r', 'p')
        and not c.relispartition
        and c.relname <> 'cities'
      """)
    await connection.close()
    let text = try #require(ShippedFiles.text("sql/citus/distribute.sql"))
    let placed = text.matches(of: /create_distributed_table\('([a-z_]+)', 'city_code'/).map { String($0.1) }
    #expect(try Set(placed) == Set(rows.map { try $0.decode("name", as: String.self) }))
    #expect(Set(placed).count == placed.count)
  }

  @Test func rolesSecureEveryTableOfACity() async throws {
    let connection = try await TestDatabase.current.connect()
    let cities = [
      City(code: "quzhou", nameChinese: "衢州市", nameEnglish: "Quzhou", provinceCode: "33", regionPrefix: "3308"),
      City(code: "shaoxing", nameChinese: "绍兴市", nameEnglish: "Shaoxing", provinceCode: "33", regionPrefix: "3306"),
    ]
    try await ReferenceData.store(cities: cities, in: connection)
    try await Roles.apply(to: connection)
    try await Roles.apply(to: connection)
    for city in cities {
      try await connection.execute(
        """
        insert into units (city_code, unit_id, unit_name, region_code, unit_kind, level)
        values (\(city.code), 'U1', 'a', \(city.regionPrefix + "00"), 'organ', 'city')
        """)
    }
    let visible = try await connection.withTransaction { connection in
      _ = try await connection.query("select set_config('cadre.city_code', 'quzhou', true)")
      try await connection.execute("set local role cadre_reader")
      return try await connection.query("select city_code from units").map { try $0.decode("city_code", as: String.self) }
    }
    #expect(visible == ["quzhou"])
    let unset = try await connection.withTransaction { connection in
      try await connection.execute("set local role cadre_reader")
      return try await connection.query("select city_code from units").count
    }
    #expect(unset == 0)
    await connection.close()
  }
}
