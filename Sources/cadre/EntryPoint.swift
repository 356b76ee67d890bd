import ArgumentParser
import CadreCommands

@main
enum EntryPoint {
  static func main() async {
    await Cadre.main(nil)
  }
}
