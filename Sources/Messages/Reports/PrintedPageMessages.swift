public import CadreModel

/// What stands in the margins of printed pages.
public enum PrintedPageMessages {
  public static func unit(_ name: Message) -> Message {
    Message("填报单位：\(name.chinese)", "Reporting unit: \(name.english)")
  }

  public static func date(_ asOf: Day) -> Message {
    Message("统计时间：\(asOf)", "As of: \(asOf)")
  }
}

/// Why a report was written without its PDF.
public enum NoPDFMessages {
  public static let noBrowser = Message(
    "未生成 PDF：本机没有 Chromium 浏览器；请安装 chromium，或用环境变量 CADRE_CHROMIUM 指明其位置",
    "no PDF was made: there is no Chromium here; install chromium, or name one in CADRE_CHROMIUM")

  public static func notExecutable(_ path: String) -> Message {
    Message(
      "未生成 PDF：CADRE_CHROMIUM 所指的 \(path) 无法运行；请改为 Chromium 程序的路径",
      "no PDF was made: \(path), which CADRE_CHROMIUM names, cannot be run; name the program of a Chromium")
  }

  public static func file(_ path: String, reason: Message) -> Message {
    Message(
      "未生成 PDF：\(path)：\(reason.chinese)；请腾出空间后重试",
      "no PDF was made: \(path): \(reason.english); make room and try again")
  }

  public static func cannotStart(_ browser: String, reason: Message) -> Message {
    Message(
      "未生成 PDF：无法启动 \(browser)：\(reason.chinese)；请重新安装，或用环境变量 CADRE_CHROMIUM 另行指定",
      "no PDF was made: \(browser) cannot be started: \(reason.english); install it anew, or name another in CADRE_CHROMIUM")
  }

  public static func failed(_ browser: String, exitStatus: Int) -> Message {
    Message(
      "未生成 PDF：\(browser) 以状态 \(exitStatus) 结束；请重新安装，或用环境变量 CADRE_CHROMIUM 另行指定",
      "no PDF was made: \(browser) ended with status \(exitStatus); install it anew, or name another in CADRE_CHROMIUM")
  }

  public static func timedOut(_ browser: String, seconds: Int) -> Message {
    Message(
      "未生成 PDF：\(browser) 在 \(seconds) 秒内没有完成；请在本机空闲时重试",
      "no PDF was made: \(browser) did not end within \(seconds) seconds; try again when the machine is less busy")
  }
}
