public import CadreModel

/// What is wrong with a row as a whole. A column is passed as people (Chinese) and as files (English) call it.
public enum RowProblemMessages {
  public static func shifted(toTheRight: Bool) -> Message {
    let side = toTheRight ? Message("右", "right") : Message("左", "left")
    return Message(
      "本行的单元格似乎整体向\(side.chinese)错了一列：请核对后移回",
      "the row's cells seem to stand one column too far to the \(side.english): move them back")
  }

  public static func cellCount(found: Int, expected: Int) -> Message {
    Message("本行有 \(found) 个单元格，表头有 \(expected) 个", "the row has \(found) cells, the header \(expected)")
  }

  public static let unterminatedQuote = Message("引号没有闭合", "a quote is never closed")
  public static let textAfterQuote = Message(
    "引号闭合之后还有文字：单元格内的引号应写两个", "text after a closing quote: a quote inside a cell is doubled")

  public static let strayQuote = Message(
    "未加引号的单元格中有引号：应整格加引号，内部的引号写两个", "a quote in an unquoted cell: quote the cell and double the quote")

  public static func interval(from column: Message, start: String?) -> Message {
    let start = start.map { Message($0, " \($0)") } ?? Message("", "")
    return Message(
      "结束早于开始：不能早于 \(column.chinese)（\(column.english)）\(start.chinese)",
      "ends before it begins: not before \(column.english)\(start.english)")
  }

  public static func oneGiven(_ first: Message, _ second: Message, bothGiven: Bool) -> Message {
    let found = bothGiven ? Message("都填了", "both are") : Message("都没填", "neither is")
    return Message(
      "\(first.chinese)（\(first.english)）与 \(second.chinese)（\(second.english)）应填且只填一个，这里\(found.chinese)",
      "exactly one of \(first.english) and \(second.english) is given; here \(found.english)")
  }

  public static func same(as column: Message) -> Message {
    Message("不能与 \(column.chinese)（\(column.english)）相同", "must differ from \(column.english)")
  }

  public static func bothZero(_ first: Message, _ second: Message) -> Message {
    Message("\(first.chinese)与\(second.chinese)不能都为 0", "\(first.english) and \(second.english) must not both be 0")
  }

  public static func duplicate(of place: Message) -> Message {
    Message(
      "与\(place.chinese)的键重复：一个文件中每个键只能出现一次", "same key as \(place.english): a key may come once in a file")
  }

  public static let duplicateInFile = Message(
    "这个键在文件中出现多次：每个键只能出现一次", "this key comes more than once in the file: it may come once")

  public static let zeroByte = Message("本行含有 NUL（U+0000），文字已损坏", "the row has a NUL (U+0000): its text is damaged")

  public static func foreignLineEnd(_ character: String) -> Message {
    Message(
      "文件中有 \(character)，它不是换行；每行应以 LF、CRLF 或 CR 结束，请重新另存为 CSV",
      "there is \(character) in it, which ends no line: lines end in LF, CRLF or CR; save the file as CSV anew")
  }
}
