import ArgumentParser
import CadreModel
import Journal
import Messages

/// `--known-as-of IMPORT|DATE`.
struct KnownAsOfOptions: ParsableArguments {
  @Option(
    name: .customLong("known-as-of"),
    help: ArgumentHelp(OptionHelp.knownAsOf, value: ValueNames.importOrDate),
    transform: KnownAsOf.init(argument:))
  var known: KnownAsOf?

  init() {}
}

extension KnownAsOf {
  /// The number of an import, or a date in any form in which deliveries give them.
  init(argument: String) throws {
    // A year, month and day without anything between is a date.
    if let number = Int(argument), argument.utf8.count < 8 {
      self = .importNumber(number)
    } else {
      self = .day(try Day(argument: argument))
    }
  }
}
