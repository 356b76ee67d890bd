import CadreModel
import Messages

/// Sheets that the program itself puts into workbooks beside those of the tables. They hold nothing to be imported.
public enum OwnSheets {
  private static let names = [FormMessages.guideSheet, FormMessages.listSheet, FormMessages.summarySheet]

  /// Whether a sheet of that name is one of them, in either language. A workbook that was saved anew by another program, or
  /// has two of them, may number it: `说明 (2)`.
  public static func contain(_ sheet: String) -> Bool {
    names.contains { name in
      Language.allCases.contains { language in
        let own = name.text(in: language)
        return sheet == own || sheet.hasPrefix(own + " (") && sheet.hasSuffix(")")
      }
    }
  }
}
