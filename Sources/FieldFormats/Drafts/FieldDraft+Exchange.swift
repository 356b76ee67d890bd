extension FieldDraft {
  /// Adds the tables of an exchange. Posts and assessments belong to persons of the same exchange, by A0000.
  mutating func add(_ tables: [ExchangeTable: [ExchangeRow]]) {
    files += tables.count
    for table in ExchangeTable.allCases {
      let elements = table.elementsNotRead(in: tables[table] ?? [])
      if !elements.isEmpty { notices.append(.elementsNotRead(file: table.fileName, elements)) }
    }
    for row in tables[.units] ?? [] { units.append(unit(row)) }
    var known: [String: Int] = [:]
    for row in tables[.persons] ?? [] {
      if let id = row["A0000"] { known[id] = persons.count }
      persons.append(person(row))
    }
    for row in tables[.posts] ?? [] { posts.append(post(row, of: row["A0000"].flatMap { known[$0] })) }
    for row in tables[.assessments] ?? [] {
      var cells = NationalCells(row, of: .assessments).texts
      // Some systems write the last day of the year.
      if let year = cells["year"], year.allSatisfy(\.isASCIIDigit) { cells["year"] = String(year.prefix(4)) }
      assessments.append(
        AssessmentDraft(place: row.place, person: row["A0000"].flatMap { known[$0] }, cells: cells))
    }
  }

  private func unit(_ row: ExchangeRow) -> UnitDraft {
    var cells = NationalCells(row, of: .units)
    let code = cells.take("unit_id")
    let superior = cells.take("parent_unit_id")
    var texts = cells.texts
    // The division that the unit lies in, where the system knows it to the county.
    if let region = row["B0117"], region.count == 6, region.allSatisfy(\.isASCIIDigit) { texts["region_code"] = region }
    return UnitDraft(place: row.place, code: code, superiorCode: superior, cells: texts)
  }

  private func person(_ row: ExchangeRow) -> PersonDraft {
    var cells = NationalCells(row, of: .persons)
    let number = cells.take("id_number")
    return PersonDraft(
      place: row.place, systemID: row["A0000"], identityNumber: number, name: cells.texts["name"], cells: cells.texts,
      dates: cells.dates)
  }

  private func post(_ row: ExchangeRow, of person: Int?) -> PostDraft {
    var cells = NationalCells(row, of: .posts)
    let code = cells.take("unit_id")
    var texts = cells.texts
    switch row["A0219"] {
    // 职务类别: a leading post, or none.
    case "1"?: texts["leading"] = "是"
    case "2"?: texts["leading"] = "否"
    default: break
    }
    return PostDraft(
      place: row.place, person: person, systemID: row["A0200"], unit: .unit(code: code, name: row["A0201A"]),
      cells: texts, dates: cells.dates, isPast: row.isElsewhere)
  }
}

extension ExchangeRow {
  /// Whether a post has ended that was none in a unit of the system (编码 -1, 其他单位).
  fileprivate var isElsewhere: Bool {
    let hasEnded = self["A0255"] == "0" || self["A0265"] != nil
    return hasEnded && (self["A0201B"] ?? "-1") == "-1"
  }
}
