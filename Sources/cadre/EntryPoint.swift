import CadreCommands
import Glibc

@main
enum EntryPoint {
  static func main() async {
    let status = await Program.run(Array(CommandLine.arguments.dropFirst()))
    exit(status.rawValue)
  }
}
