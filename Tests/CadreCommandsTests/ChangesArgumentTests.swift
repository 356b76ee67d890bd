import ArgumentParser
import CadreModel
import DataContract
import Messages
import Testing

@testable import CadreCommands

/// What `cadre changes` and `cadre check` make of their arguments.
@Suite struct ChangesArgumentTests {
  private func refusal(_ arguments: String...) async throws -> String? {
    let command = try #require(try Cadre.parseAsRoot(["changes", "--city", "quzhou"] + arguments) as? ChangesCommand)
    do {
      try await command.run()
    } catch let problem as ArgumentProblem {
      return problem.message(in: .english)
    }
    return nil
  }

  /// Said before anything is done: there is no database here.
  @Test func whichSidesHasToBeSaid() async throws {
    let which = ChangesMessages.whichSides.english
    #expect(try await refusal() == which)
    #expect(try await refusal("--as-of", "2025-06-30") == which)
    #expect(try await refusal("--from", "2025-06-30") == which)
    #expect(try await refusal("--as-of", "2025-06-30", "--to", "2025-12-31", "--known", "1") == which)
    for more in [[], ["--to-run", "b", "--as-of", "2025-06-30", "--known", "1"], ["--to-run", "b", "--policy", "kunming"]] {
      let command = try #require(
        try Cadre.parseAsRoot(["changes", "--city", "quzhou", "--from-run", "a"] + more) as? ChangesCommand)
      await #expect(throws: ArgumentProblem(ChangesMessages.whichSides)) { try await command.run() }
    }
    let day = try #require(Day("2025-06-30"))
    #expect(
      try await refusal("--from", "2025-06-30", "--to", "2025-06-30") == ChangesMessages.fromAfterTo(day, day).english)
    let known = ["1", "2", "3"].flatMap { ["--known", $0] }
    #expect(
      try await refusal("--as-of", "2025-06-30", known[0], known[1], known[2], known[3], known[4], known[5])
        == ChangesMessages.tooManyKnown.english)
  }

  @Test func checkTakesCompleteTables() throws {
    let command = try #require(
      try Cadre.parseAsRoot(["check", "--city", "quzhou", "--complete", "posts,分工", "folder"]) as? CheckCommand)
    #expect(command.complete?.tables == [.posts, .charges])
  }
}
