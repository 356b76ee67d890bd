import ArgumentParser
import CadreModel
import Messages

/// What `--help` prints of a command, made from the command's own description.
struct HelpPage {
  let path: CommandPath
  let language: Language
  /// How wide the terminal is.
  var columns = 80

  private static let indent = 2
  /// Where explanations begin.
  private static let margin = 28

  var text: String {
    let description = CommandDescription(of: path.command)
    let configuration = path.command.configuration
    var lines = TextWrap.lines(of: configuration.abstract, columns: columns)
    lines.append("")
    let usage = HelpMessages.usage.text(in: language)
    lines += TextWrap.lines(
      of: usage + description.usage(of: path, in: language), columns: columns, hanging: usage.displayWidth)
    if !configuration.discussion.isEmpty {
      lines += [""] + TextWrap.lines(of: configuration.discussion, columns: columns)
    }
    lines += section(
      HelpMessages.commands.text(in: language),
      path.subcommands.map { ($0.configuration.commandName ?? "", $0.configuration.abstract) })
    lines += section(
      HelpMessages.arguments.text(in: language), description.positionals.map { ("<\($0.valueName ?? "")>", explanation($0)) })
    lines += section(HelpMessages.options.text(in: language), options(description))
    if !path.subcommands.isEmpty {
      lines += ["", HelpMessages.more(path.name).text(in: language)]
    }
    return lines.joined(separator: "\n")
  }

  private func options(_ description: CommandDescription) -> [(String, String)] {
    var rows = description.options.map { option in
      let names = option.spellings.joined(separator: ", ")
      return (option.kind == .flag ? names : "\(names) <\(option.valueName ?? "")>", explanation(option))
    }
    if !description.options.contains(where: { $0.spellings.contains("--lang") }) {
      rows.append(
        ("--lang <\(ValueNames.language.text(in: language))>", HelpMessages.language.text(in: language)))
    }
    if path.commands.count == 1 {
      rows.append(("--version", HelpMessages.version.text(in: language)))
    }
    rows.append(("-h, --help", HelpMessages.help.text(in: language)))
    return rows
  }

  /// What it means, what it may be, what it is where it is not given.
  private func explanation(_ argument: CommandDescription.Argument) -> String {
    var notes: [String] = []
    if let values = argument.allValues, argument.kind == .option {
      notes.append(HelpMessages.values(values).text(in: language))
    }
    if let value = argument.defaultValue, argument.kind == .option {
      notes.append(HelpMessages.standard(value).text(in: language))
    }
    let text = [argument.abstract ?? "", argument.discussion ?? ""].filter { !$0.isEmpty }
      .joined(separator: language(zh: "", en: " "))
    guard !notes.isEmpty else { return text }
    return text + HelpMessages.notes(notes.joined(by: Punctuation.semicolon).text(in: language)).text(in: language)
  }

  /// A heading and its rows, each name with its explanation in a column of its own; nothing where there is no row.
  private func section(_ heading: String, _ rows: [(name: String, text: String)]) -> [String] {
    guard !rows.isEmpty else { return [] }
    var lines = ["", heading]
    for row in rows {
      let name = String(repeating: " ", count: Self.indent) + row.name
      let text = TextWrap.lines(of: row.text, columns: columns - Self.margin)
        .map { String(repeating: " ", count: Self.margin) + $0 }
      let room = Self.margin - name.displayWidth
      if room >= 2, let first = text.first {
        lines.append(name + String(repeating: " ", count: room) + first.dropFirst(Self.margin))
        lines += text.dropFirst()
      } else {
        lines += [name] + text
      }
    }
    return lines
  }
}
