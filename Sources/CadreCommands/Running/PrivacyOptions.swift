import ArgumentParser
import CadreModel

/// Whether what stands in a city's files may be shown on standard error.
struct PrivacyOptions: ParsableArguments {
  @Flag(
    name: .customLong("quiet-personal"),
    help: ArgumentHelp(
      Label(
        "错误输出中只说明何处有何问题，不显示单元格内容。",
        "Show on standard error where something is wrong and what, never what stands in the cell.")))
  var isQuiet = false
}
