import Foundation
import PackagePlugin

/// Turns `sql/` and `config/` into Swift source, so that the program is one file that can be moved.
@main
struct EmbedFilesPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
    let root = context.package.directoryURL
    let output = context.pluginWorkDirectoryURL.appending(path: "ShippedFiles+Contents.swift")
    return [
      .buildCommand(
        displayName: "Embedding sql/ and config/",
        executable: try context.tool(named: "embed-files").url,
        arguments: [output.path(percentEncoded: false), root.path(percentEncoded: false)],
        inputFiles: ["sql", "config"].flatMap { filesAndFolders(below: root.appending(path: $0)) },
        outputFiles: [output])
    ]
  }

  /// A folder counts as changed when a file is added: the tool then finds it, though the build has been planned before.
  private func filesAndFolders(below folder: URL) -> [URL] {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return ([folder] + (found?.allObjects as? [URL] ?? []))
      .sorted { $0.path(percentEncoded: false) < $1.path(percentEncoded: false) }
  }
}
