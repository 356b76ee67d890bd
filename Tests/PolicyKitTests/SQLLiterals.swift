import DataContract

/// One quoted text of a statement, and the column that it is compared with.
struct SQLLiteral: Hashable {
  let text: String
  /// Where the column is known by its table: those that its alias may stand for.
  let tables: Set<TableName>
  let column: String?
  /// The word before it: `date`, `interval`, `then`.
  let before: String
  /// The function whose argument it is.
  let function: String?
}

/// Finds the quoted texts of SQL as the rules write it.
struct SQLLiterals {
  private var tokens: [String] = []
  private var aliases: [String: Set<TableName>] = [:]
  /// Aliases that also stand for something else than a table of the contract.
  private var otherAliases: Set<String> = []

  init(_ sql: String) {
    tokens = Self.tokens(of: sql)
    findAliases()
  }

  var all: [SQLLiteral] {
    tokens.indices.filter { tokens[$0].hasPrefix("'") }.map(literal)
  }

  private func literal(at index: Int) -> SQLLiteral {
    let place = comparedColumn(at: index)
    let qualifier = place.flatMap { $0 >= 2 && tokens[$0 - 1] == "." ? tokens[$0 - 2] : nil }
    let known = qualifier.flatMap { otherAliases.contains($0) ? nil : aliases[$0] } ?? []
    return SQLLiteral(
      text: tokens[index].dropFirst().dropLast().split(separator: "''", omittingEmptySubsequences: false)
        .joined(separator: "'"),
      tables: known, column: place.map { Self.unquoted(tokens[$0]) }, before: index > 0 ? tokens[index - 1] : "",
      function: function(around: index))
  }

  private func function(around index: Int) -> String? {
    var (place, closed) = (index - 1, 0)
    while place > 0 {
      if tokens[place] == ")" { closed += 1 }
      if tokens[place] == "(" {
        if closed == 0 { return tokens[place - 1] }
        closed -= 1
      }
      place -= 1
    }
    return nil
  }

  /// The place of the column that a literal is compared with.
  private func comparedColumn(at index: Int) -> Int? {
    // x.kind = 'a', x.kind <> 'a'
    if index >= 2, ["=", "<>"].contains(tokens[index - 1]) { return column(endingAt: index - 2) }
    // 'a' = any(x.lists)
    if token(index + 1) == "=", token(index + 2) == "any", token(index + 3) == "(" {
      var end = index + 4
      while token(end + 1) == "." { end += 2 }
      return column(endingAt: end)
    }
    // x.kind in ('a', 'b'), and lists of array['a', 'b']
    var open = index - 1
    while open >= 0, tokens[open] == "," || tokens[open].hasPrefix("'") { open -= 1 }
    guard open >= 1 else { return nil }
    if tokens[open] == "(", tokens[open - 1] == "in" {
      return column(endingAt: tokens[open - 2] == "not" ? open - 3 : open - 2)
    }
    guard tokens[open] == "[", tokens[open - 1] == "array", open >= 2 else { return nil }
    // x.lists && array[..], x.departments @> array[..]
    if ["&&", "@>"].contains(tokens[open - 2]) { return column(endingAt: open - 3) }
    // x.area = any(array[..])
    if tokens[open - 2] == "(", open >= 5, tokens[open - 3] == "any", tokens[open - 4] == "=" {
      return column(endingAt: open - 5)
    }
    // array_position(array[..], x.rank)
    if tokens[open - 2] == "(", open >= 3, tokens[open - 3] == "array_position" {
      var close = index
      while close < tokens.count, tokens[close] != "]" { close += 1 }
      var end = close + 2
      while token(end + 1) == "." { end += 2 }
      return column(endingAt: end)
    }
    return nil
  }

  private func token(_ index: Int) -> String {
    tokens.indices.contains(index) ? tokens[index] : ""
  }

  private func column(endingAt index: Int) -> Int? {
    let word = token(index)
    return word.first.map { $0.isLetter || $0 == "\"" } == true && word != "end" ? index : nil
  }

  private static func unquoted(_ word: String) -> String {
    word.hasPrefix("\"") ? String(word.dropFirst().dropLast()) : word
  }

  /// `(select .. from talks where city_code = $1 ..) t` makes `t` the table's; `from live_unit u` makes `u` another's.
  private mutating func findAliases() {
    let reserved: Set = [
      "on", "where", "join", "left", "group", "order", "select", "cross", "and", "union", "limit", "having", "as",
      "window",
    ]
    var open: [TableName?] = [nil]
    for (index, word) in tokens.enumerated() {
      switch word {
      case "(": open.append(nil)
      case ")":
        let table = open.count > 1 ? open.removeLast() : nil
        let alias = token(index + 1)
        if alias.first?.isLetter == true, !reserved.contains(alias) {
          if let table { aliases[alias, default: []].insert(table) } else { otherAliases.insert(alias) }
        }
      case "from", "join":
        let name = token(index + 1)
        if let table = TableName(rawValue: name), token(index + 2) == "where" {
          open[open.count - 1] = table
        } else if name.first?.isLetter == true, token(index + 2).first?.isLetter == true,
          !reserved.contains(token(index + 2))
        {
          otherAliases.insert(token(index + 2))
        }
      default: break
      }
    }
  }

  private static func tokens(of sql: String) -> [String] {
    var tokens: [String] = []
    let characters = Array(sql)
    var index = 0
    while index < characters.count {
      let character = characters[index]
      if character.isWhitespace {
        index += 1
        continue
      }
      let start = index
      if character == "-", index + 1 < characters.count, characters[index + 1] == "-" {
        while index < characters.count, !characters[index].isNewline { index += 1 }
        continue
      }
      if character == "'" || character == "\"" {
        index += 1
        while index < characters.count {
          if characters[index] == character {
            guard index + 1 < characters.count, characters[index + 1] == character else { break }
            index += 1
          }
          index += 1
        }
        index += 1
      } else if character.isLetter || character.isNumber || character == "_" || character == "$" {
        while index < characters.count,
          characters[index].isLetter || characters[index].isNumber || "_$".contains(characters[index])
        { index += 1 }
      } else if "<>=&@|:".contains(character) {
        while index < characters.count, "<>=&@|:".contains(characters[index]) { index += 1 }
      } else {
        index += 1
      }
      tokens.append(String(characters[start..<min(index, characters.count)]))
    }
    return tokens
  }
}
