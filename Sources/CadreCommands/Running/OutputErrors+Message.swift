import CadreModel
import Files
import Glibc
import Reporting

extension SystemError {
  func text(in language: Language) -> String { language(zh: chinese, en: english) }

  /// Whoever reads what the program prints has gone.
  var isClosedPipe: Bool { code == EPIPE }
}

extension DestinationError: MessageProviding, ExitStatusProviding {
  var exitStatus: ExitStatus { .usage }

  func message(in language: Language) -> String { language(zh: chinese, en: english) }
}

extension OutputError: MessageProviding, ExitStatusProviding {
  var exitStatus: ExitStatus { .rejected }

  func message(in language: Language) -> String {
    let path = self.path == OutputError.standardOutput ? language(zh: "标准输出", en: self.path) : self.path
    return language(
      zh: "无法写入 \(path)：\(reason.chinese)；请腾出空间或另选位置（--out）",
      en: "\(path) cannot be written: \(reason.english); make room, or choose another place with --out")
  }
}
