import ArgumentParser
import CadreModel
import CadreTesting
import Testing

@testable import CadreCommands

@Suite("Help in both languages")
struct HelpTests {
  private static let languages: [CadreModel.Language] = [.chinese, .english]

  private func isChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  /// Every text that a command describes itself with, by what it is the text of.
  private func texts(of path: CommandPath) -> [(String, String)] {
    let configuration = path.command.configuration
    var texts = [("abstract", configuration.abstract)]
    if !configuration.discussion.isEmpty { texts.append(("discussion", configuration.discussion)) }
    for argument in CommandDescription(of: path.command).arguments {
      let name = argument.spellings.last ?? "argument"
      texts.append((name, argument.abstract ?? ""))
      if argument.kind != .flag { texts.append(("value of \(name)", argument.valueName ?? "")) }
    }
    return texts
  }

  @Test("Each command, option and value is described in Chinese and in English")
  func complete() {
    for path in CommandPath.root.all {
      let chinese = Language.$spoken.withValue(.chinese) { texts(of: path) }
      let english = Language.$spoken.withValue(.english) { texts(of: path) }
      #expect(chinese.count == english.count)
      for (text, other) in zip(chinese, english) {
        #expect(isChinese(text.1), "\(path.name): \(text.0): \(text.1)")
        #expect(!other.1.isEmpty && other.1.unicodeScalars.allSatisfy(\.isASCII), "\(path.name): \(other.0): \(other.1)")
      }
    }
  }

  @Test("The page of every command at 80 columns", arguments: languages)
  func pages(language: CadreModel.Language) throws {
    let pages = Language.$spoken.withValue(language) {
      CommandPath.root.all.map { "===== \($0.name) --help\n" + HelpPage(path: $0, language: language).text }
    }
    for line in pages.flatMap({ $0.split(separator: "\n") }) { #expect(String(line).displayWidth <= 80, "\(line)") }
    try expectKept(pages.joined(separator: "\n\n"), as: "help.\(language.rawValue)")
  }

  @Test("Every command and every option of a command is on its page")
  func nothingLeftOut() {
    Language.$spoken.withValue(.chinese) {
      for path in CommandPath.root.all {
        let page = HelpPage(path: path, language: .chinese).text
        for name in path.subcommandNames { #expect(page.contains("\n  \(name) "), "\(path.name): \(name)") }
        for argument in CommandDescription(of: path.command).arguments {
          for spelling in argument.spellings { #expect(page.contains(spelling), "\(path.name): \(spelling)") }
        }
        #expect(page.contains("--lang") && page.contains("-h, --help"))
      }
    }
  }
}

@Suite("Lines of help")
struct TextWrapTests {
  @Test("Chinese breaks anywhere but before a mark that closes, words only between them")
  func breaks() {
    #expect(TextWrap.lines(of: "核对各市数据，逐条评估。", columns: 12) == ["核对各市数", "据，逐条评", "估。"])
    #expect(TextWrap.lines(of: "one two three", columns: 8) == ["one two", "three"])
    #expect(TextWrap.lines(of: "用 cadre db start 启动", columns: 10) == ["用 cadre", "db start", "启动"])
    #expect(TextWrap.lines(of: "（甲乙）丙", columns: 8) == ["（甲乙）", "丙"])
    #expect(TextWrap.lines(of: "a\n\nb", columns: 8) == ["a", "", "b"])
    #expect(TextWrap.lines(of: "用法：甲 乙 丙", columns: 10, hanging: 6) == ["用法：甲", "      乙", "      丙"])
  }

  @Test("A Chinese character takes two columns")
  func widths() {
    #expect("ab".displayWidth == 2)
    #expect("中文".displayWidth == 4)
    #expect("，。".displayWidth == 4)
    #expect("ＡＢ".displayWidth == 4)
  }
}
