import DataContract

extension FieldDraft {
  /// Adds what a form says: a person, the posts of its 简历, the years of its assessments.
  mutating func add(_ form: AppointmentForm) {
    let person = persons.count
    persons.append(self.person(form))
    addPosts(form, person)
    addAssessments(form, person)
    forms += 1
    files += 1
  }

  private mutating func person(_ form: AppointmentForm) -> PersonDraft {
    var cells: [String: String] = [:]
    var dates: [String: FieldDate] = [:]
    cells["name"] = form[.name].given
    cells["sex"] = form[.sex].given
    cells["ethnicity"] = form[.ethnicity].given
    dates["birth_date"] = FieldDate(form[.birth])
    dates["hired_on"] = FieldDate(form[.hired])
    switch FieldDate(form[.joinedParty]) {
    case .other(let text)?:
      if Table.persons.holds(text, in: "political_status") {
        cells["political_status"] = text
      } else {
        notices.append(.partyUnclear(form.place(of: .joinedParty)))
      }
    case let date?:
      dates["joined_party_on"] = date
      if isFullMember(since: date, at: FieldDate(form[.filledInOn])) { cells["political_status"] = "01" }
    case nil: break
    }
    return PersonDraft(
      place: form.place(of: .name), systemID: nil, identityNumber: form[.identityNumber].given, name: form[.name].given,
      cells: cells, dates: dates)
  }

  /// A candidate's year and its one prolongation are over by then. Earlier, only the party branch knows.
  private func isFullMember(since joined: FieldDate, at filledIn: FieldDate?) -> Bool {
    guard let first = joined.months, let last = filledIn?.months else { return false }
    return last - first > 24
  }

  private mutating func addPosts(_ form: AppointmentForm, _ person: Int) {
    let lines = Resume.lines(form[.resume])
    for line in lines {
      var dates = ["started_on": line.from]
      dates["ended_on"] = line.to
      posts.append(
        PostDraft(
          place: form.place(of: .resume, line: line.line), person: person, systemID: nil, unit: .beginning(of: line.text),
          cells: [:], dates: dates, isPast: line.to != nil))
    }
    guard !lines.contains(where: { $0.to == nil }), let present = form[.presentPost].given else { return }
    posts.append(
      PostDraft(
        place: form.place(of: .presentPost), person: person, systemID: nil, unit: .beginning(of: present), cells: [:],
        dates: [:], isPast: false))
  }

  private mutating func addAssessments(_ form: AppointmentForm, _ person: Int) {
    let place = form.place(of: .assessments)
    guard let years = AssessmentText.years(form[.assessments]) else {
      notices.append(.assessmentsUnclear(place))
      return
    }
    for year in years {
      assessments.append(
        AssessmentDraft(place: place, person: person, cells: ["year": year.year, "grade": year.grade]))
    }
  }
}

extension FieldDate {
  fileprivate var months: Int? {
    switch self {
    case .day(let year, let month, _), .month(let year, let month): year * 12 + month
    case .other: nil
    }
  }
}

extension String {
  /// Nil where it is empty.
  var given: String? { isEmpty ? nil : self }
}

extension Table {
  /// Whether a text is a code of the column, or a name of one.
  fileprivate func holds(_ text: String, in column: String) -> Bool {
    guard case .code(let codes)? = self.column(column)?.type else { return false }
    return codes.contains { $0.names.contains(text) }
  }
}
