import CadreModel
import DataContract
import Intake
import Messages

/// What a command says when something is wrong: exit statuses, and every kind of finding and contradiction by its word.
enum ErrorsPage {
  static var page: GeneratedPage {
    GeneratedPage(
      name: "Errors", title: DocumentMessages.errors.inBoth,
      lines: exitStatuses + findings + readings + contradictions + [
        "",
        "## All other errors",
        "",
        "They end a command at once, with one sentence in the language of the command line that says what is wrong, where, and",
        "what to do. They have no word of their own: the exit status tells scripts enough. PostgreSQL's own errors keep their",
        "SQLSTATE; no message holds the content of a row.",
      ])
  }

  private static var exitStatuses: [String] {
    var table = MarkdownTable("status", "meaning")
    table.append(String(ExitStatus.done.rawValue), "All was done.")
    table.append(
      String(ExitStatus.rejected.rawValue),
      "The data was rejected, a check failed, or something could not be read or written.")
    table.append(
      String(ExitStatus.usage.rawValue), "The command line, or the configuration folder that it names, cannot be used.")
    table.append(String(ExitStatus.unreachable.rawValue), "The database cannot be reached.")
    table.append("\(ExitStatus.signal(2).rawValue), \(ExitStatus.signal(15).rawValue)", "Ended by Ctrl-C, by `kill`.")
    return ["## Exit statuses", ""] + table.lines
  }

  private static var findings: [String] {
    var table = MarkdownTable("kind", DocumentMessages.expected.chinese, DocumentMessages.expected.english)
    for kind in Problem.Kind.allCases {
      let example = Problem.example(of: kind)
      table.append(kind.rawValue, example.text(in: .chinese), example.text(in: .english))
    }
    return [
      "", "## What is wrong in a delivery", "",
      "The words stand in the column *kind* of the file that `cadre import --findings FILE` writes. Names, codes and numbers in",
      "the sentences are examples. Two more kinds of words stand there: why something in a folder was not imported",
      "(`Sources/Intake/Files/PassedOver.swift`), and what is noted of a whole file (`Sources/Intake/Files/FileNotice.swift`).",
      "",
    ] + table.lines
  }

  private static var readings: [String] {
    var table = MarkdownTable("kind", DocumentMessages.done.chinese, DocumentMessages.done.english)
    for reading in CellReading.allCases {
      let sentence = DocumentMessages.cell(Message(reading.text(in: .chinese), reading.text(in: .english)))
      table.append(reading.rawValue, sentence.chinese, sentence.english)
    }
    return [
      "", "## Cells that were read otherwise than written", "", "Stored, and told with their count.", "",
    ] + table.lines
  }

  private static var contradictions: [String] {
    var table = MarkdownTable("kind", DocumentMessages.contradiction.chinese, DocumentMessages.contradiction.english)
    for contradiction in Contradiction.allCases {
      table.append(contradiction.rawValue, contradiction.chinese, contradiction.english)
    }
    return [
      "", "## Rows that contradict each other", "",
      "Stored, and told at the import and in the reports.", "",
    ] + table.lines
  }
}
