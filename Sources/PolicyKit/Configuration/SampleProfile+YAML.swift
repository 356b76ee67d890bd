import CadreModel
import DataContract
import Yams

extension YAMLReader {
  /// Reads `sample:` of a city's file, and tells which clauses and indicators it names.
  func sampleProfile(
    _ node: Node, of city: City
  ) throws(ConfigurationError) -> (SampleProfile, [RegisteredCity.NamedInSample]) {
    let map = try mapping(
      node,
      allowed: [
        "counties", "place_firsts", "place_lasts", "peoples", "minorities", "issued_documents", "attested_clauses",
        "waivable", "keeping",
      ])
    var profile = SampleProfile()
    var named: [RegisteredCity.NamedInSample] = []
    profile.counties = try counties(map, of: city)
    if let node = map.found["place_firsts"] { profile.placeFirsts = try texts(node) }
    if let node = map.found["place_lasts"] { profile.placeLasts = try texts(node) }
    if let node = map.found["peoples"] { profile.peoples = try peoples(node) }
    if let node = map.found["minorities"] { profile.minorities = try permille(node) }
    for item in try map.found["issued_documents"].map(sequence) ?? [] {
      let entry = try mapping(item, allowed: ["clause", "title", "issued_about"])
      let document = IssuedDocument(
        clause: try entry.text("clause"), title: try entry.text("title"), about: try entry.day("issued_about"))
      profile.issuedDocuments.append(document)
      named.append(.init(kind: .clause, id: document.clause, line: item.mark?.line))
    }
    for item in try map.found["attested_clauses"].map(sequence) ?? [] {
      let clause = try text(item)
      profile.attestedClauses.append(clause)
      named.append(.init(kind: .clause, id: clause, line: item.mark?.line))
    }
    if let node = map.found["waivable"] {
      let entries = try mapping(node, allowed: WaivableSubject.allCases.map(\.rawValue))
      for subject in WaivableSubject.allCases {
        guard let list = entries.found[subject.rawValue] else { continue }
        for item in try sequence(list) {
          let indicator = try text(item)
          profile.waivable[subject, default: []].append(indicator)
          named.append(.init(kind: .indicator, id: indicator, line: item.mark?.line))
        }
      }
    }
    if let node = map.found["keeping"] {
      let entries = try mapping(node, allowed: RecordKeeping.kinds.map(\.name))
      for kind in RecordKeeping.kinds {
        if let node = entries.found[kind.name] { profile.keeping[keyPath: kind.path] = try permille(node) }
      }
    }
    return (profile, named)
  }

  private func counties(_ map: Entries, of city: City) throws(ConfigurationError) -> [County] {
    guard let node = map.found["counties"] else {
      guard city.isCounty else {
        throw error(map.node, "缺少“counties”：市的样例要有所辖县（市、区）", "'counties' is missing: the sample of a city needs them")
      }
      return []
    }
    guard !city.isCounty else {
      throw error(node, "县的样例没有“counties”", "the sample of a county has no 'counties'")
    }
    var counties: [County] = []
    for item in try sequence(node) {
      let entry = try mapping(item, allowed: ["code", "name"])
      let text = try entry.text("code")
      guard text.utf8.count == 6, text.hasPrefix(city.regionPrefix), let code = Int(text) else {
        throw error(
          try entry.node("code"), "“\(text)”应是以 \(city.regionPrefix) 开头的六位行政区划代码",
          "'\(text)' must be a region code of six digits that begins with \(city.regionPrefix)")
      }
      counties.append(County(code: code, name: try entry.text("name")))
    }
    guard !counties.isEmpty else { throw error(node, "“counties”是空的", "'counties' is empty") }
    return counties
  }

  private func texts(_ node: Node) throws(ConfigurationError) -> [String] {
    var texts: [String] = []
    for item in try sequence(node) {
      let text = try text(item)
      guard !text.isEmpty else { throw error(item, "这里是空的", "this is empty") }
      texts.append(text)
    }
    return texts
  }

  private func peoples(_ node: Node) throws(ConfigurationError) -> [String] {
    let known = Set([Code].ethnicities.map(\.code))
    for item in try sequence(node) where !known.contains(try text(item)) {
      throw error(
        item, "“\(try text(item))”不是民族代码（GB/T 3304）", "'\(try text(item))' is no code of a people (GB/T 3304)")
    }
    return try texts(node)
  }

  private func permille(_ node: Node) throws(ConfigurationError) -> Int {
    guard let number = Int(try text(node)), (0...1000).contains(number) else {
      throw error(node, "应是千分之几，0 至 1000 的整数", "this must be so many in a thousand, a whole number from 0 to 1000")
    }
    return number
  }
}
