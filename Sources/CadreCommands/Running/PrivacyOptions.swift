import ArgumentParser
import Messages

/// Whether what stands in a city's files may be shown on standard error.
struct PrivacyOptions: ParsableArguments {
  @Flag(
    name: .customLong("quiet-personal"),
    help: ArgumentHelp(OptionHelp.quietPersonal))
  var isQuiet = false
}
