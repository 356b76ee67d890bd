import ArgumentParser
import CadreModel
import FoundationEssentials
import Messages
import Policies
import PolicyKit
import ShippedFiles

/// `--config DIR`, for every command that needs the policies.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    name: .customLong("config"),
    help: ArgumentHelp(OptionHelp.configuration, value: ValueNames.folder))
  var folder: String?

  init() {}

  /// Where the policies' parameters and the calendar come from.
  /// - Throws: `ConfigurationFolderError` for a folder that is not there, or not whole.
  func source() throws(ConfigurationFolderError) -> ConfigurationSource {
    if let folder { return try ConfigurationSource(folder: folder, namedBy: .option) }
    if let folder = ProcessInfo.processInfo.environment["CADRE_CONFIG"] {
      return try ConfigurationSource(folder: folder, namedBy: .environment)
    }
    return .shipped
  }

  /// The registered policies under the configuration in force.
  ///
  /// - Throws: `ConfigurationError` with file and line; `ConfigurationFolderError`.
  func library() throws -> PolicyLibrary {
    let source = try source()
    guard case .folder(_, .option) = source.origin else { return try source.library() }
    // What an option names is tried out; what stands without it is official.
    return try source.library().asScenario(beside: official().library())
  }

  /// What counts where no option names another configuration.
  func official() throws(ConfigurationFolderError) -> ConfigurationSource {
    guard let folder = ProcessInfo.processInfo.environment["CADRE_CONFIG"] else { return .shipped }
    return try ConfigurationSource(folder: folder, namedBy: .environment)
  }
}

/// The configuration files in use: those built in, or a folder's.
struct ConfigurationSource {
  let origin: ConfigurationOrigin
  private let folder: String?

  static let shipped = ConfigurationSource(origin: .shipped, folder: nil)

  private init(origin: ConfigurationOrigin, folder: String?) {
    self.origin = origin
    self.folder = folder
  }

  /// A folder that takes the place of what is built in, as a whole: part of it would be one silently mixed with the other.
  init(folder: String, namedBy naming: ConfigurationOrigin.Naming) throws(ConfigurationFolderError) {
    func wrong(_ problem: ConfigurationFolderError.Problem) -> ConfigurationFolderError {
      ConfigurationFolderError(folder: folder, naming: naming, problem: problem)
    }
    guard folder.contains(where: { !$0.isWhitespace }) else { throw wrong(.noPath) }
    var isFolder = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else { throw wrong(.missing) }
    guard isFolder else { throw wrong(.isFile) }
    let manager = FileManager.default
    guard manager.isReadableFile(atPath: folder), manager.isExecutableFile(atPath: folder) else { throw wrong(.closed) }
    let lacking = Self.files.filter { !FileManager.default.fileExists(atPath: folder + "/" + $0) }
    if lacking.count == Self.files.count { throw wrong(.empty) }
    if !lacking.isEmpty { throw wrong(.lacks(lacking)) }
    let strange =
      Self.yamlFiles(in: folder, "policies").filter { !Self.files.contains("policies/" + $0) }
      .map { "policies/" + $0 }
      + Self.yamlFiles(in: folder, "cities").filter { CityRegister.code(ofFile: $0) == nil }.map { "cities/" + $0 }
    if !strange.isEmpty { throw wrong(.strange(strange)) }
    self.init(origin: .folder(folder, namedBy: naming), folder: folder)
  }

  /// Every file that a configuration must have. It may have more cities.
  private static let files =
    registeredPolicies.map { "policies/\($0.code).yaml" }
    + ShippedFiles.paths(below: "config/cities").map { String($0.dropFirst("config/".count)) } + [workdays]
  private static let workdays = "calendar/workdays.csv"

  func library() throws -> PolicyLibrary {
    var unreadable: String?
    do {
      let library = try PolicyLibrary(registeredPolicies, cities: cities, origin: origin) { path in
        let text = text(path)
        if text == nil { unreadable = path }
        return text
      }
      return folder == nil ? library : try library.compared(with: Self.shipped.library())
    } catch {
      guard let unreadable, case .folder(let folder, let naming) = origin else { throw error }
      throw ConfigurationFolderError(folder: folder, naming: naming, problem: .unreadable(unreadable))
    }
  }

  /// The articles of a policy in its own words, where the folder holds its text (`policies/texts/quzhou.txt`).
  func articleTexts(of policy: PolicyText) throws(ConfigurationFolderError) -> ArticleTexts? {
    let file = "policies/texts/\(policy.code).txt"
    guard case .folder(let folder, let naming) = origin, FileManager.default.fileExists(atPath: folder + "/" + file) else {
      return nil
    }
    guard let text = text(file) else {
      throw ConfigurationFolderError(folder: folder, naming: naming, problem: .unreadable(file))
    }
    return ArticleTexts(text, articles: policy.articles.map(\.id))
  }

  /// The working calendar.
  func calendar() throws(ConfigurationFolderError) -> String {
    if let text = text(Self.workdays) { return text }
    guard case .folder(let folder, let naming) = origin else { return "" }
    throw ConfigurationFolderError(folder: folder, naming: naming, problem: .unreadable(Self.workdays))
  }

  /// The cities that have a file.
  private var cities: [String] {
    let names =
      if let folder { Self.yamlFiles(in: folder, "cities") } else {
        ShippedFiles.paths(below: "config/cities").map { String($0.dropFirst("config/cities/".count)) }
      }
    return names.compactMap(CityRegister.code(ofFile:))
  }

  private static func yamlFiles(in folder: String, _ kind: String) -> [String] {
    let found = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(kind)")) ?? []
    return found.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
  }

  private func text(_ path: String) -> String? {
    guard let folder else { return ShippedFiles.text("config/" + path) }
    return try? String(contentsOfFile: folder + "/" + path, encoding: .utf8)
  }
}

/// A configuration folder that cannot take the place of what is built in.
struct ConfigurationFolderError: MessageProviding, ExitStatusProviding, Hashable {
  enum Problem: Hashable {
    case noPath, missing, isFile, closed, empty
    case lacks([String])
    case strange([String])
    case unreadable(String)
  }

  let folder: String
  let naming: ConfigurationOrigin.Naming
  let problem: Problem
  var exitStatus: ExitStatus { .usage }

  func message(in language: Language) -> String {
    let place = "\(naming.name)=\(folder)"
    let message =
      switch problem {
      case .noPath: ConfigurationMessages.noPath(naming.name)
      case .missing: ConfigurationMessages.missing(place)
      case .isFile: ConfigurationMessages.isFile(place)
      case .closed: ConfigurationMessages.closed(place)
      case .empty: ConfigurationMessages.empty(place)
      case .lacks(let files): ConfigurationMessages.lacks(place, files)
      case .strange(let files): ConfigurationMessages.strange(place, files)
      case .unreadable(let file): ConfigurationMessages.unreadable(place, file)
      }
    return message.text(in: language)
  }
}

extension ConfigurationError: ExitStatusProviding, MessageProviding {
  var exitStatus: ExitStatus { .rejected }

  func message(in language: Language) -> String { text(in: language) }
}
