import CadreModel
import PolicyKit

/// The groups of a work list while they are counted.
struct WorkGroups {
  private let grouping: WorkGrouping
  private let language: Language
  private var places: [String: Int] = [:]
  private(set) var all: [WorkGroup] = []

  init(_ grouping: WorkGrouping, _ language: Language) {
    self.grouping = grouping
    self.language = language
  }

  /// Makes the group that a unit or duty belongs to, where there is none yet.
  mutating func note(_ unit: ResponsibleUnit, _ indicator: Indicator?) {
    let id = id(unit, indicator)
    guard places[id] == nil else { return }
    places[id] = all.count
    switch grouping {
    case .unit: all.append(WorkGroup(id: id, name: unit.name, head: unit.head))
    case .head: all.append(WorkGroup(id: id, name: unit.head?.name ?? "", head: unit.head))
    case .indicator: all.append(WorkGroup(id: id, name: indicator?.title.text(in: language) ?? "", head: nil))
    }
  }

  private func id(_ unit: ResponsibleUnit, _ indicator: Indicator?) -> String {
    switch grouping {
    case .unit: unit.id
    case .head: unit.head?.id ?? ""
    case .indicator: indicator?.id ?? ""
    }
  }

  subscript(unit: ResponsibleUnit, indicator: Indicator) -> WorkGroup? {
    get { places[id(unit, indicator)].map { all[$0] } }
    set {
      guard let place = places[id(unit, indicator)], let newValue else { return }
      all[place] = newValue
    }
  }
}
