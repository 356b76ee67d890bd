import ArgumentParser
import CadreModel
import Messages

/// Tells who watches that a command is still at work, where it does not tell by itself how far it is.
struct Reminder {
  private let task: Task<Void, Never>?

  /// Begins after two seconds; nothing is shown where nobody watches.
  init(of path: CommandPath, in language: Language) {
    // These hold a conversation of their own at the terminal.
    let talks = path.command == DatabaseShell.self || path.command == DestroyDatabase.self
    guard Terminal.isWatched, !talks else {
      task = nil
      return
    }
    let began = ContinuousClock.now
    task = Task {
      while true {
        do { try await Task.sleep(for: .seconds(1)) } catch { return }
        let seconds = Int(began.duration(to: .now) / .seconds(1))
        guard seconds > 2 else { continue }
        Terminal.remind(ProgramMessages.atWork(path.name, seconds: seconds).text(in: language))
      }
    }
  }

  /// Ends it, and waits until nothing more can be shown.
  func stop() async {
    guard let task else { return }
    task.cancel()
    await task.value
    Terminal.rewrite("")
  }
}
