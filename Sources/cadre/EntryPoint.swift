import CadreCommands
import Glibc

@main
enum EntryPoint {
  static func main() async {
    let arguments = CommandLine.arguments
    ProcessList.hidePasswords()
    let status = await Program.run(Array(arguments.dropFirst()))
    exit(status.rawValue)
  }
}
