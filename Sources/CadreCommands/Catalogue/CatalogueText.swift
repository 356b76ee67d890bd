import CadreModel
import Messages
import PolicyKit
import Spreadsheet

/// The catalogue as people and machines read it.
struct CatalogueText: CatalogueListing {
  let rows: [CatalogueRow]
  let language: Language

  /// By article: its title, then a line an indicator, then a line a parameter. An article that is never judged says so.
  var table: String {
    var lines: [String] = []
    var policy = ""
    var article = ""
    for row in rows {
      if row.policy.code != policy {
        policy = row.policy.code
        lines += (lines.isEmpty ? [] : [""]) + [row.policy.configuration.title.text(in: language)]
      }
      if row.article.id != article {
        article = row.article.id
        lines += [
          "", "\(row.article.id)  \(row.article.title.text(in: language))",
          "  \(row.article.gist.text(in: language))",
        ]
      }
      lines.append(
        row.indicator.map { indicator in
          "  \(indicator.id)  \(indicator.title.text(in: language))  [\(archetype(indicator)); \(row.judgedBy.text(in: language))]"
        } ?? "  [\(row.judgedBy.text(in: language))]")
      if row.reading != nil { lines.append("      " + row.populationAndRule(in: language)) }
      lines += row.parameters.map { "      " + sentence($0, of: row) }
    }
    return lines.joined(separator: "\n")
  }

  /// A value with codes by their names.
  private func value(_ entry: CatalogueRow.Entry, of row: CatalogueRow) -> String {
    guard let indicator = row.indicator else { return entry.value.value.description }
    return entry.value.value.text(in: language, named: PartNames(of: indicator))
  }

  private func sentence(_ entry: CatalogueRow.Entry, of row: CatalogueRow) -> String {
    let parameter = entry.parameter
    return "\(parameter.name) = \(value(entry, of: row))  \(parameter.title.text(in: language))"
      + CatalogueMessages.source(basis: parameter.basis.label, clause: parameter.clause, from: entry.value.validFrom)
      .text(in: language)
  }

  private func archetype(_ indicator: Indicator) -> String {
    let kind = indicator.rule.kind
    return Label(kind.chinese, kind.rawValue).text(in: language)
  }

  /// One record an indicator and dated parameter value; an indicator without parameters has one, and so has an article
  /// without indicators.
  var csv: [UInt8] {
    var writer = CSVWriter(byteOrderMark: language == .chinese)
    writer.appendRecord(CatalogueMessages.headings.map { $0.text(in: language) })
    for row in rows {
      let head = [
        row.policy.code, row.article.id, row.article.title.text(in: language),
        row.article.gist.text(in: language), row.indicator?.id ?? "",
        row.indicator?.title.text(in: language) ?? "", row.indicator?.domain.label.text(in: language) ?? "",
        row.indicator.map(archetype) ?? "", row.judgedBy.text(in: language), row.populationAndRule(in: language),
      ]
      if row.parameters.isEmpty { writer.appendRecord(head + Array(repeating: "", count: 7)) }
      for entry in row.parameters {
        writer.appendRecord(
          head + [
            entry.parameter.name, entry.parameter.title.text(in: language), value(entry, of: row),
            entry.parameter.unit, entry.parameter.basis.label.text(in: language), entry.parameter.clause,
            entry.value.validFrom.description,
          ])
      }
    }
    return writer.take()
  }

  var json: JSON {
    .array(
      rows.map { row in
        .object([
          ("policy", .string(row.policy.code)), ("article", .string(row.article.id)),
          ("article_title", .string(row.article.title.text(in: language))),
          ("gist", .string(row.article.gist.text(in: language))), ("indicator", text(row.indicator?.id)),
          ("title", text(row.indicator?.title.text(in: language))), ("domain", text(row.indicator?.domain.rawValue)),
          ("subject_kind", text(row.indicator?.subjectKind)),
          ("archetype", text(row.indicator?.rule.kind.rawValue)), ("judged_by", .string(row.judgedBy.english)),
          ("population", text(row.reading?.population.text(in: language))),
          ("rule", text(row.reading?.rule.text(in: language))),
          ("parameters", .array(row.parameters.map(json))),
        ])
      })
  }

  private func text(_ value: String?) -> JSON {
    value.map(JSON.string) ?? .null
  }

  private func json(_ entry: CatalogueRow.Entry) -> JSON {
    .object([
      ("name", .string(entry.parameter.name)), ("title", .string(entry.parameter.title.text(in: language))),
      ("value", .string(entry.value.value.description)), ("unit", .string(entry.parameter.unit)),
      ("basis", .string(entry.parameter.basis.rawValue)), ("clause", .string(entry.parameter.clause)),
      ("valid_from", .string(entry.value.validFrom.description)),
    ])
  }

  var markdown: String {
    var lines: [String] = []
    var policy = ""
    for row in rows {
      if row.policy.code != policy {
        policy = row.policy.code
        lines += (lines.isEmpty ? [] : [""]) + ["## \(row.policy.configuration.title.text(in: language))", ""]
        lines.append(CatalogueMessages.markdownHeadings.text(in: language))
        lines.append("|---|---|---|---|---|---|---|---|")
      }
      let parameters = row.parameters.map { sentence($0, of: row) }.joined(separator: "<br>")
      lines.append(
        "| \(row.article.id) \(row.article.title.text(in: language)) | \(row.article.gist.text(in: language)) "
          + "| \(row.indicator?.id ?? "") "
          + "| \(row.indicator?.title.text(in: language) ?? "") | \(row.indicator.map(archetype) ?? "") "
          + "| \(row.judgedBy.text(in: language)) | \(row.populationAndRule(in: language)) | \(parameters) |")
    }
    return lines.joined(separator: "\n")
  }
}
