import CadreModel
import Messages
import Quality

/// What `cadre quality` finds: every kind by its word, what it does to verdicts, and the bounds with their reasons.
enum QualityKindsPage {
  static var page: GeneratedPage {
    GeneratedPage(name: "DataQuality", title: QualityMessages.pageTitle.inBoth, lines: file + kinds + effects + bounds)
  }

  private static var file: [String] {
    var table = MarkdownTable("column", DocumentMessages.columnLabel.chinese, "holds")
    let meanings = [
      "the kind, by its word below", "the table of the row",
      "the row's key, its parts apart by `:`; of a gap the person or unit whose series it is; empty for a table as a whole",
      "what is doubtful, in a sentence: ids, dates and amounts, no names",
      "the day since which it is so, as far as it is known", "what it does to verdicts that read it",
      "the indicators of the city's policy that read it, by their ids",
    ]
    for (heading, meaning) in zip(QualityMessages.headings, meanings) {
      table.append("`\(heading.english)`", heading.chinese, meaning)
    }
    return [
      "`cadre quality --city C` looks through what a city has stored; a city's report holds the same as `quality.html` and",
      "`quality.csv`. Rows are shown up to the as-of date. Contradictions are those that imports have stored, over all that is",
      "stored; all else is looked for anew. A screen and a page never show names, identity numbers or birth dates.",
      "", "## Columns of quality.csv", "",
    ] + table.lines
  }

  private static var kinds: [String] {
    var table = MarkdownTable("kind", DocumentMessages.meaning.chinese, "meaning", "effect")
    for kind in QualityKind.all {
      table.append("`\(kind.code)`", kind.title.chinese, kind.title.english, kind.effect.rawValue)
    }
    return ["", "## Kinds", ""] + table.lines
  }

  private static var effects: [String] {
    var table = MarkdownTable("effect", DocumentMessages.meaning.chinese, "meaning")
    for effect in QualityEffect.allCases {
      table.append("`\(effect.rawValue)`", effect.title.chinese, effect.title.english)
    }
    return [
      "", "## What doubtful data do to verdicts", "",
      "An indicator reads a kind's rows if it needs the columns that are doubtful (`cadre catalogue --needs`); of activities,",
      "if it counts their kind.", "",
    ] + table.lines
  }

  private static var bounds: [String] {
    var table = MarkdownTable("bound", QualityMessages.thresholds.chinese, "value", "reason")
    for bound in QualityThreshold.all {
      table.append(bound.title.english, bound.title.chinese, String(bound.value), bound.reason.english)
    }
    return ["", "## Bounds", "", "All of them stand in `Sources/Quality/QualityThreshold.swift`.", ""] + table.lines
  }
}
