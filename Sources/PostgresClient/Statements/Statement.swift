/// SQL with its parameters.
///
/// As a string literal, interpolated values become `$1`, `$2`, ...: they are sent apart from the text.
///
///     let rows = try await connection.query("select name from persons where city_code = \(city)")
///
/// Text that is to be part of the SQL has to say so: `\(unescaped: clause)`, `\(identifier: table)`.
/// The name is for errors and logs, which show it instead of the text.
public struct Statement: Sendable, Hashable {
  public let name: String?
  public let sql: String
  public let parameters: [Parameter]

  /// A statement whose text has `$1`, `$2`, ... where the parameters go.
  // Disfavoured, so that an interpolated literal is never taken for a plain string with values in it.
  @_disfavoredOverload
  public init(_ name: String?, _ sql: String, _ parameters: [Parameter] = []) {
    self.name = name
    self.sql = sql
    self.parameters = parameters
  }

  /// A statement without a name.
  @_disfavoredOverload
  public init(_ sql: String, _ parameters: [Parameter] = []) {
    self.init(nil, sql, parameters)
  }

  /// Gives a statement a name.
  public init(_ name: String?, _ statement: Statement) {
    self.init(name, statement.sql, statement.parameters)
  }

  public init(_ statement: Statement) {
    self = statement
  }
}

extension Statement: ExpressibleByStringInterpolation {
  public init(stringLiteral value: String) {
    self.init(nil, value, [])
  }

  public init(stringInterpolation: Interpolation) {
    self.init(nil, stringInterpolation.sql, stringInterpolation.parameters)
  }

  public struct Interpolation: StringInterpolationProtocol, Sendable {
    var sql = ""
    var parameters: [Parameter] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      sql.reserveCapacity(literalCapacity + 3 * interpolationCount)
      parameters.reserveCapacity(interpolationCount)
    }

    public mutating func appendLiteral(_ literal: String) {
      sql += literal
    }

    /// A value: becomes the next `$n`.
    public mutating func appendInterpolation(_ value: some ParameterConvertible) {
      parameters.append(value.postgresParameter)
      sql += "$\(parameters.count)"
    }

    /// A value or NULL.
    public mutating func appendInterpolation<Value: ParameterConvertible>(_ value: Value?) {
      parameters.append(value.postgresParameter)
      sql += "$\(parameters.count)"
    }

    /// Text that becomes part of the SQL as it is. Never for anything a user typed.
    public mutating func appendInterpolation(unescaped text: String) {
      sql += text
    }

    /// A name of a table, a column, a database: quoted.
    public mutating func appendInterpolation(identifier name: String) {
      sql += quotedIdentifier(name)
    }
  }
}

extension Statement: CustomStringConvertible, CustomReflectable {
  /// Name or text; parameters never.
  public var description: String { name ?? sql }
  public var customMirror: Mirror {
    Mirror(self, children: ["name": name as Any, "sql": sql, "parameters": parameters.count])
  }
}

/// The name in double quotes, so that it stands for itself whatever it holds.
public func quotedIdentifier(_ name: String) -> String {
  "\"" + name.replacing("\"", with: "\"\"") + "\""
}
