import ArgumentParser
import FoundationEssentials
import Policies
import PolicyKit
import ShippedFiles

/// `--config DIR`, for every command that needs the policies.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    name: .customLong("config"),
    help: ArgumentHelp(
      "A folder with policies/*.yaml and calendar/workdays.csv that replace those built in.",
      discussion: "Without it CADRE_CONFIG counts.", valueName: "dir"))
  var folder: String?

  init() {}

  /// The registered policies under the configuration in force.
  ///
  /// - Throws: `ConfigurationError` with file and line.
  func library() throws -> PolicyLibrary {
    try PolicyLibrary(registeredPolicies, configuration: text)
  }

  /// A configuration file (`policies/quzhou.yaml`): the folder's where it has it, otherwise the one built in.
  func text(_ path: String) -> String? {
    if let folder = folder ?? ProcessInfo.processInfo.environment["CADRE_CONFIG"], !folder.isEmpty,
      let text = try? String(contentsOfFile: folder + "/" + path, encoding: .utf8)
    {
      return text
    }
    return ShippedFiles.text("config/" + path)
  }
}

extension ConfigurationError: ExitStatusProviding {
  var exitStatus: ExitStatus { .rejected }
}
