import CadreModel
import PolicyKit

/// The sentences of all reasons as one relation, cut into literal pieces and slots, so that the server puts a result's
/// sentence together by concatenation alone.
struct ReasonSentences {
  let language: Language
  private let sentences: [(reason: Reason, pieces: [String], slots: [Slot])]

  /// What a sentence takes from its result. The unit is the indicator's and filled in once for all its results.
  enum Slot: Int, CaseIterable {
    case observed = 1
    case required
    case dueOn
    case detail

    fileprivate var placeholder: String {
      switch self {
      case .observed: "{observed}"
      case .required: "{required}"
      case .dueOn: "{due_on}"
      case .detail: "{detail}"
      }
    }
  }

  init(language: Language) {
    self.language = language
    sentences = Reason.allCases.map { reason in
      let (pieces, slots) = Self.cut(reason.sentence.text(in: language))
      return (reason, pieces, slots)
    }
  }

  private var slotCount: Int { sentences.map(\.slots.count).max() ?? 0 }

  /// The body of the CTE `sentences (ordinal, reason, piece_0, slot_1, piece_1, ..)`, from
  /// `indicators (ordinal, unit)`.
  var sql: String {
    let range = 0..<slotCount
    let columns = ["reason", "piece_0"] + range.flatMap { ["slot_\($0 + 1)", "piece_\($0 + 1)"] }
    let values = sentences.map { sentence in
      var cells = [sentence.reason.rawValue.sqlText, sentence.pieces[0].sqlText]
      for index in range {
        cells.append(index < sentence.slots.count ? String(sentence.slots[index].rawValue) : "0")
        cells.append(index < sentence.slots.count ? sentence.pieces[index + 1].sqlText : "''")
      }
      return "    (\(cells.joined(separator: ", ")))"
    }
    let filled = columns.dropFirst().map { column in
      column.hasPrefix("piece") ? "\(withUnit("t.\(column)")) as \(column)" : "t.\(column)"
    }
    return """
        select
          i.ordinal,
          t.reason,
          \(filled.joined(separator: ",\n    "))
        from indicators i
        cross join (
          values
      \(values.joined(separator: ",\n"))
        ) t (\(columns.joined(separator: ", ")))
      """
  }

  /// The sentence of a row; the bare code for a reason that this program does not know.
  func sentence(observed: String, required: String, dueOn: String, detail: String, reason: String) -> String {
    var text = "s.piece_0"
    for index in 1...max(1, slotCount) where slotCount > 0 {
      text += """
         || coalesce(case s.slot_\(index)
              when 1 then \(observed)
              when 2 then \(required)
              when 3 then \(dueOn)
              when 4 then \(detail)
            end, '') || s.piece_\(index)
        """
    }
    // A sentence whose last value is empty would end with a blank.
    return "coalesce(rtrim(\(text)), \(reason))"
  }

  /// English leaves out the blank before a unit that has no name.
  private func withUnit(_ piece: String) -> String {
    switch language {
    case .chinese: "replace(\(piece), '{unit}', i.unit)"
    case .english:
      """
      case
            when i.unit = '' then replace(replace(\(piece), ' {unit}', ''), '{unit}', '')
            else replace(\(piece), '{unit}', i.unit)
          end
      """
    }
  }

  private static func cut(_ sentence: String) -> (pieces: [String], slots: [Slot]) {
    var pieces: [String] = []
    var slots: [Slot] = []
    var piece = ""
    var rest = sentence[...]
    while !rest.isEmpty {
      if let slot = Slot.allCases.first(where: { rest.hasPrefix($0.placeholder) }) {
        pieces.append(piece)
        slots.append(slot)
        piece = ""
        rest = rest.dropFirst(slot.placeholder.count)
      } else {
        piece.append(rest.removeFirst())
      }
    }
    return (pieces + [piece], slots)
  }
}
