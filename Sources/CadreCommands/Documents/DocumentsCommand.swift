import ArgumentParser
import CadreModel
import Files
import FoundationEssentials
import Messages
import PolicyKit

/// `cadre documents`: writes the pages of the documentation that are made from the code. For who works on the program:
/// on no page of help.
struct DocumentsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "documents",
      DocumentsHelp.abstract, isShown: false)
  }

  @Option(
    name: .customLong("out"),
    help: ArgumentHelp(DocumentsHelp.folder, value: ValueNames.folder))
  var folder: String
  @OptionGroup var language: LanguageOptions

  func run() throws {
    try Destination.checkFolder(folder)
    do throws(SystemError) {
      try Folder.make(folder, permissions: 0o755)
    } catch {
      throw DestinationError(path: folder, problem: .system(error))
    }
    for page in try GeneratedPage.all(of: ConfigurationSource.shipped.library()) {
      try Data(page.text.utf8).write(to: URL(filePath: folder).appending(path: page.name + ".md"))
    }
  }
}
