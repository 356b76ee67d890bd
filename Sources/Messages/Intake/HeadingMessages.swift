public import CadreModel

/// What is wrong with the row of headings. A column or table is passed as people (Chinese) and as files (English) call it.
public enum HeadingProblemMessages {
  public static let noHeader = Message("文件是空的：应有表头行", "the file is empty: expected a header row")

  public static func missingColumn(_ column: Message) -> Message {
    Message(
      "缺少必需的列：表头应有“\(column.chinese)”或“\(column.english)”",
      "a required column is missing: head it \"\(column.english)\" or \"\(column.chinese)\"")
  }

  /// - Parameter headings: those that name the column.
  public static func duplicateColumn(_ column: Message, headings: [String]) -> Message {
    let which =
      headings.isEmpty ? Message("", "") : Message("：\(headings.list.chinese)", ": \(headings.list.english)")
    return Message(
      "列 \(column.chinese)（\(column.english)）出现多次\(which.chinese)",
      "column \(column.english) comes more than once\(which.english)")
  }

  public static let undecodable = Message(
    "表头单元格的字节不是文字；请用 --encoding 指明文件的编码", "a heading whose bytes are no text: name the file's encoding with --encoding")

  public static func tooLong(bytes: Int) -> Message {
    Message(
      "表头单元格长达 \(bytes) 字节，后面的内容可能被并入其中，请检查引号",
      "a heading of \(bytes) bytes: what follows may stand in it; look at the quotes")
  }

  /// - Parameters:
  ///   - name: the character's, such as `U+000A`.
  ///   - before: what stands before it.
  public static func character(_ name: String, after before: String?) -> Message {
    let advice = Message("，请删去，并检查引号是否闭合", ": take it out, and see that quotes are closed")
    return if let before {
      Message(
        "表头“\(before)”之后有 \(name)（换行或控制字符）\(advice.chinese)",
        "\(name), a line end or control character, after \(before), in a heading\(advice.english)")
    } else {
      Message(
        "表头中有 \(name)（换行或控制字符）\(advice.chinese)",
        "\(name), a line end or control character in a heading\(advice.english)")
    }
  }

  public static func tooMany(_ found: Int, limit: Int) -> Message {
    Message("表头有 \(found) 列，最多 \(limit) 列", "\(found) headings; at most \(limit) are read")
  }

  public static func wrongTable(_ table: Message) -> Message {
    Message(
      "表头是“\(table.chinese)”（\(table.english)）表的：请将文件改名为 \(table.english).csv",
      "these are the headings of \(table.english): name the file \(table.english).csv")
  }

  /// No cell of the lines that were looked at is a heading.
  public static func none(lines: Int, cells: Int) -> Message {
    Message(
      "前 \(lines) 行中没有表头：应有一行列名，\(cells) 个单元格都不是本表的列名",
      "no headings in the first \(lines) lines: none of \(cells) cells is a heading of the table")
  }

  /// Too few cells of the line are headings.
  public static func few(line: Int, known: Int, cells: Int) -> Message {
    Message(
      "表头似在第 \(line) 行，但其 \(cells) 个单元格中只有 \(known) 个是本表的列名，应不少于四分之三：请改正列名，或删去其上各行",
      "the headings seem to stand in line \(line), but only \(known) of its \(cells) cells are headings of the table, not three "
        + "quarters: correct them, or take out the lines above")
  }
}

/// What is said of a heading that is no column's.
public enum HeadingWarningMessages {
  /// - Parameters:
  ///   - position: the column's number, or in a sheet its letter.
  ///   - heading: nil where it is not to be shown.
  ///   - nearest: the column that may have been meant.
  public static func ignored(position: String, heading: String?, nearest: String?) -> Message {
    let named = heading.map { Message("“\($0)”", ", headed \"\($0)\",") } ?? Message("", "")
    let hint = nearest.map { Message("，是否应为“\($0)”？", "; did it mean \"\($0)\"?") } ?? Message("", "")
    return Message(
      "第 \(position) 列\(named.chinese)不是该表的列，已忽略\(hint.chinese)",
      "column \(position)\(named.english) is none of the table: ignored\(hint.english)")
  }

  /// - Parameter file: with its sheet, where it is a workbook.
  public static func line(_ file: Message, _ what: Message) -> Message {
    Message("提示：\(file.chinese) \(what.chinese)", "Note: \(file.english): \(what.english)")
  }
}
