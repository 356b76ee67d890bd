import Foundation
import PackagePlugin

/// Turns `sql/` and `config/` into Swift source, so that the program is one file that can be moved.
@main
struct EmbedFilesPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
    let root = context.package.directoryURL
    let files = ["sql", "config"].flatMap { shippable(below: root.appending(path: $0)) }
    let output = context.pluginWorkDirectoryURL.appending(path: "ShippedFiles+Contents.swift")
    return [
      .buildCommand(
        displayName: "Embedding sql/ and config/",
        executable: try context.tool(named: "embed-files").url,
        arguments: [output.path(percentEncoded: false), root.path(percentEncoded: false)]
          + files.map { $0.path(percentEncoded: false) },
        inputFiles: files,
        outputFiles: [output])
    ]
  }

  private func shippable(below folder: URL) -> [URL] {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
    return (found?.allObjects as? [URL] ?? [])
      .filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true }
      .filter { ["sql", "yaml", "csv", "md"].contains($0.pathExtension) }
      .sorted { $0.path(percentEncoded: false) < $1.path(percentEncoded: false) }
  }
}
