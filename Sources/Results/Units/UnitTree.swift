/// The units of a city in tree order: parents before children, siblings by id.
struct UnitTree {
  struct Node: Sendable, Hashable {
    let id: String
    let name: String
    let parent: String?
  }

  /// Each unit with its depth, 0 for a root. A unit whose parent is unknown is a root; so is one of a circle.
  static func ordered(_ nodes: [Node]) -> [(node: Node, depth: Int)] {
    let known = Set(nodes.map(\.id))
    let sorted = nodes.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    var children: [String: [Node]] = [:]
    var roots: [Node] = []
    for node in sorted {
      if let parent = node.parent, known.contains(parent) {
        children[parent, default: []].append(node)
      } else {
        roots.append(node)
      }
    }
    var seen: Set<String> = []
    var ordered: [(node: Node, depth: Int)] = []
    func visit(from root: Node) {
      var stack = [(node: root, depth: 0)]
      while let entry = stack.popLast() {
        guard seen.insert(entry.node.id).inserted else { continue }
        ordered.append(entry)
        for child in (children[entry.node.id] ?? []).reversed() { stack.append((child, entry.depth + 1)) }
      }
    }
    for root in roots { visit(from: root) }
    for node in sorted where !seen.contains(node.id) { visit(from: node) }
    return ordered
  }

  /// A unit and all that are below it, at any depth, in tree order; of an unknown one its id alone.
  static func branch(of id: String, in nodes: [Node]) -> [String] {
    let all = ordered(nodes)
    guard let root = all.firstIndex(where: { $0.node.id == id }) else { return [id] }
    return [id] + all[(root + 1)...].prefix { $0.depth > all[root].depth }.map(\.node.id)
  }

  /// For each node of a tree order the place of the one above it; nil for a root.
  static func superiors(of ordered: [(node: Node, depth: Int)]) -> [Int?] {
    var path: [Int] = []
    return ordered.indices.map { place in
      path.removeLast(max(0, path.count - ordered[place].depth))
      defer { path.append(place) }
      return path.last
    }
  }
}
