public import Files

/// Why a page did not become a PDF.
public enum PrintingError: Error, Hashable, Sendable {
  /// No Chromium was found; these names and places were looked at.
  case noBrowser(lookedFor: [String])
  /// `CADRE_CHROMIUM` names something that cannot be run.
  case notExecutable(path: String)
  /// The page cannot be read.
  case page(path: String, reason: SystemError)
  /// What the browser needs beside it, or the PDF, cannot be written.
  case file(path: String, reason: SystemError)
  /// The browser could not be started.
  case cannotStart(browser: String, reason: SystemError)
  /// The browser ended without a PDF; 128 and the signal's number if a signal ended it.
  case failed(browser: String, exitStatus: Int32)
  /// The browser did not come to an end and was ended.
  case timedOut(browser: String, seconds: Int)
}
