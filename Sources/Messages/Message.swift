public import CadreModel

/// A sentence (or a heading, or a help text) that the program says, in both languages.
///
/// Sentences are grouped by who speaks: a namespace each (`ImportSummaryMessages`, `SampleHelp`, ...), a constant or a function
/// each, whose parameters are what is put into the sentence. The words of the field itself (tables and columns, policies,
/// clauses, reasons) stay with what they name: in `DataContract`, `PolicyKit` and the policies.
public typealias Message = Label
