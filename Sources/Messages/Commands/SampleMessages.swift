public import CadreModel

/// What `cadre sample` says while it works and when it is done.
public enum SampleMessages {
  public static func folderHolds(_ folder: String, _ file: String) -> Message {
    Message(
      "\(folder) 中已有 \(file)，不会覆盖：请另选空目录",
      "\(folder) holds \(file), which is not replaced: choose an empty folder")
  }

  public static func progress(done: Int, of persons: Int, rate: Int, secondsLeft: Int) -> Message {
    Message(
      "已生成 \(done)/\(persons) 人，每秒 \(rate) 人，约剩 \(secondsLeft) 秒",
      "\(done) of \(persons) persons, \(rate) a second, about \(secondsLeft) s left")
  }

  public static func written(tables: Int, rows: Int, to folder: String) -> Message {
    Message("已写入 \(tables) 张表、\(rows) 行：\(folder)", "\(tables) tables, \(rows) rows written to \(folder)")
  }
}

/// Why no sample could be made.
public enum SampleErrorMessages {
  public static func tooFewPersons(_ count: Int, least: Int) -> Message {
    Message(
      "\(count) 人不足以填满每张表：至少 \(least) 人",
      "\(count) persons are too few to fill every table: ask for at least \(least)")
  }

  public static func tooManyPersons(_ count: Int, most: Int) -> Message {
    Message(
      "\(count) 人超出编号范围：至多 \(most) 人",
      "\(count) persons are more than the ids of the sample can tell apart: ask for at most \(most)")
  }

  public static func wrongYears(from: Int, to: Int) -> Message {
    Message(
      "无法生成 \(from) 至 \(to) 年：应在 2017 至 2098 年之间，至少两年，起始年不晚于终止年",
      "years \(from) to \(to) cannot be made: from 2017 to 2098, at least two of them, the first not after the last")
  }

  public static func wrongTrainingAmount(_ count: Int) -> Message {
    Message(
      "无法为每人生成 \(count) 条培训记录：应为 1 至 1000 条",
      "\(count) training records a person cannot be made: ask for 1 to 1000")
  }

  public static func cannotWrite(_ path: String, reason: Message) -> Message {
    Message("无法写入 \(path)：\(reason.chinese)", "cannot write \(path): \(reason.english)")
  }

  public static func unconvertible(_ path: String) -> Message {
    Message(
      "无法以 GB18030 写入 \(path)：系统的 iconv 不支持该编码",
      "cannot write \(path) in GB18030: the system's iconv does not know that encoding")
  }

  public static let cancelled = Message("已中止，未写完的文件已删除", "stopped; the unfinished files were removed")
}
