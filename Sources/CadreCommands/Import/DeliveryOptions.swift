import ArgumentParser
import Messages

/// Whose delivery it is, and where it lies.
struct DeliveryArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(ImportHelp.city, value: ValueNames.city))
  var city: String
  @Argument(help: ArgumentHelp(ImportHelp.paths, value: ValueNames.path))
  var paths: [String]
}

/// How what was found is shown, and what it is checked against.
struct DeliveryOptions: ParsableArguments {
  @Flag(help: ArgumentHelp(ImportHelp.json))
  var json = false
  @OptionGroup var privacy: PrivacyOptions
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var database: DatabaseOptions
  @OptionGroup var language: LanguageOptions
}
