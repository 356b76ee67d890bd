import ArgumentParser
import CadreModel
import Messages
import Reporting

/// Runs a command line from its arguments to its exit status.
public enum Program {
  /// Parses and runs. Results go to standard output, errors to standard error.
  ///
  /// - Parameter arguments: without the program's own name.
  public static func run(_ arguments: [String]) async -> ExitStatus {
    Terminal.prepare()
    let choice = LanguageChoice(arguments)
    return await Language.$spoken.withValue(choice.language) {
      let status = await answer(choice)
      guard status == .done, let failure = Terminal.outputFailure, !failure.isClosedPipe else { return status }
      return report(OutputError(path: OutputError.standardOutput, reason: failure), choice.language)
    }
  }

  private static func answer(_ choice: LanguageChoice) async -> ExitStatus {
    let language = choice.language
    if let unknown = choice.unknown {
      let problem = UsageError.Problem.unknownLanguage(unknown.isEmpty ? nil : unknown)
      return report(UsageError(problem: problem, path: .root), language)
    }
    switch Request(choice.rest) {
    case .help(let path):
      Terminal.print(HelpPage(path: path, language: language, columns: Terminal.columns).text)
      return .done
    case .version:
      Terminal.print("cadre \(ProgramVersion.current)")
      return .done
    case .unknownCommand(let name, let path):
      return report(UsageError(problem: .unknownCommand(name, known: path.subcommandNames), path: path), language)
    case .command(let path):
      return await run(path, choice)
    }
  }

  private static func run(_ path: CommandPath, _ choice: LanguageChoice) async -> ExitStatus {
    let language = choice.language
    let interruption = Interruption()
    let arguments = choice.rest
    let reminder = Reminder(of: path, in: language)
    do {
      try await interruption.watch(language) {
        var command = try parse(arguments, path)
        if var asynchronous = command as? any AsyncParsableCommand {
          try await asynchronous.run()
        } else {
          try command.run()
        }
      }
      await reminder.stop()
      return .done
    } catch {
      await reminder.stop()
      if let signal = interruption.signal {
        Terminal.report(ProgramMessages.interrupted.text(in: language))
        return .signal(signal)
      }
      return report(error, language)
    }
  }

  /// The command with its options.
  /// - Throws: `UsageError`, or what the command itself says of its options.
  static func parse(_ arguments: [String], _ path: CommandPath) throws -> any ParsableCommand {
    let own = Array(arguments.dropFirst(path.commands.count - 1))
    let options = own.filter { $0.hasPrefix("--") }.map { $0.prefix { $0 != "=" } }
    if path.command != DatabaseShell.self, Set(options).count < options.count,
      let argument = CommandDescription(of: path.command).repeated(in: own)
    {
      throw UsageError(problem: .repeated(argument), path: path)
    }
    do {
      return try Cadre.parseAsRoot(arguments)
    } catch {
      guard let complaint = ParserComplaint(error), Cadre.exitCode(for: error) != .success else { throw error }
      if complaint.kind == "userValidationError", let cause = complaint.cause as? any MessageProviding { throw cause }
      throw UsageError(complaint, of: path, arguments: own, parserText: Cadre.message(for: error))
    }
  }

  private static func report(_ error: any Error, _ language: Language) -> ExitStatus {
    let prefix = ProgramMessages.error.text(in: language)
    switch error {
    case let error as OutputError where error.reason.isClosedPipe:
      // Who reads wants no more of it, and knows.
      return .done
    case let error as any MessageProviding:
      Terminal.report(prefix + error.message(in: language))
      return exitStatus(of: error)
    case let code as ExitCode:
      return ExitStatus(rawValue: code.rawValue)
    case is CancellationError:
      Terminal.report(prefix + ProgramMessages.cancelled.text(in: language))
      return .rejected
    default:
      // What the parser prints by itself: completion scripts and the dump of its commands.
      if Cadre.exitCode(for: error) == .success {
        Terminal.print(Cadre.fullMessage(for: error))
        return .done
      }
      // Nobody made a sentence for it: it is a fault of the program.
      Terminal.report(prefix + ProgramMessages.internalFault("\(error)").text(in: language))
      return exitStatus(of: error)
    }
  }

  private static func exitStatus(of error: any Error) -> ExitStatus {
    (error as? any ExitStatusProviding)?.exitStatus ?? .rejected
  }
}
