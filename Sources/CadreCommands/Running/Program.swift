import CadreModel
import ArgumentParser
import Reporting

/// Runs a command line from its arguments to its exit status.
public enum Program {
  /// Parses and runs. Results go to standard output, errors to standard error.
  ///
  /// - Parameter arguments: without the program's own name.
  public static func run(_ arguments: [String]) async -> ExitStatus {
    Terminal.prepare()
    let status = await runCommand(arguments)
    guard status == .done, let failure = Terminal.outputFailure, !failure.isClosedPipe else { return status }
    let language = Language.asked(in: arguments)
    return report(OutputError(path: language.standardOutput, reason: failure), language)
  }

  private static func runCommand(_ arguments: [String]) async -> ExitStatus {
    let language = Language.asked(in: arguments)
    let interruption = Interruption()
    do {
      try await interruption.watch(language) {
        var command = try Cadre.parseAsRoot(arguments)
        if var asynchronous = command as? any AsyncParsableCommand {
          try await asynchronous.run()
        } else {
          try command.run()
        }
      }
      return .done
    } catch {
      if let signal = interruption.signal {
        Terminal.report(language(zh: "已中止，未完成的操作已撤销。", en: "Stopped. What was not done has been undone."))
        return .signal(signal)
      }
      return report(error, language)
    }
  }

  private static func report(_ error: any Error, _ language: Language) -> ExitStatus {
    let prefix = language(zh: "错误：", en: "Error: ")
    switch error {
    case let error as OutputError where error.reason.isClosedPipe:
      // Who reads wants no more of it, and knows.
      return .done
    case let error as any MessageProviding:
      Terminal.report(prefix + error.message(in: language))
      return exitStatus(of: error)
    case let code as ExitCode:
      return ExitStatus(rawValue: code.rawValue)
    case is any ExitStatusProviding:
      Terminal.report(prefix + String(describing: error))
      return exitStatus(of: error)
    default:
      // Help, the version, and mistakes in the command line are the parser's own errors; it knows what to say.
      let code = Cadre.exitCode(for: error)
      let text = Cadre.fullMessage(for: error)
      if code == .success {
        Terminal.print(text)
        return .done
      }
      Terminal.report(text)
      return code == .validationFailure ? .usage : .rejected
    }
  }

  private static func exitStatus(of error: any Error) -> ExitStatus {
    (error as? any ExitStatusProviding)?.exitStatus ?? .rejected
  }
}
