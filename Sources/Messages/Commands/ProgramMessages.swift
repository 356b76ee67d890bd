public import CadreModel

/// What the program says of any command: that it is at work, that it was stopped, that it failed.
public enum ProgramMessages {
  /// Before an error.
  public static let error = Message("错误：", "Error: ")
  public static let interrupting = Message(
    "正在中止并撤销未完成的操作……（再按一次 Ctrl-C 立即退出）",
    "Stopping, and undoing what is not done ... (Ctrl-C again: at once)")
  public static let interrupted = Message("已中止，未完成的操作已撤销。", "Stopped. What was not done has been undone.")
  /// Behind `error`.
  public static let cancelled = Message("已中止，未完成的操作已撤销。", "stopped; what was not done has been undone.")

  /// An error that nobody made a sentence for.
  public static func internalFault(_ error: String) -> Message {
    Message(
      "程序内部出错，操作未完成。请把这一行连同所用的命令报告给维护人员：\(error)",
      "a fault of the program: the command was not done. Report this line, with the command, to who maintains it: \(error)")
  }

  public static func atWork(_ command: String, seconds: Int) -> Message {
    Message("\(command)：正在进行，已用 \(seconds) 秒……", "\(command): at work, \(seconds) s ...")
  }
}
