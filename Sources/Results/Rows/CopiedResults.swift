/// What passed by when results were copied.
package struct CopiedResults {
  package let count: Int
  /// Those that were to be picked.
  package let firstLines: [ResultLine]

  package static func + (one: CopiedResults, other: CopiedResults) -> CopiedResults {
    CopiedResults(count: one.count + other.count, firstLines: one.firstLines + other.firstLines)
  }
}
