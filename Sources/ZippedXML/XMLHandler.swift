import CExpat

/// What is done with the elements of a document. Subclasses say what they want of it.
///
/// A class, because expat hands back one pointer and C functions cannot be generic. Its variables are not watched for overlapping
/// uses, which took a tenth of the time: one parser calls one function after the other, and none of them calls the parser.
@safe
open class XMLHandler {
  final var parser: XML_Parser?
  /// Once true, nothing more is told.
  @safe @exclusivity(unchecked) public final private(set) var isStopped = false
  /// How many elements are open.
  @safe @exclusivity(unchecked) public final internal(set) var depth = 0
  @safe @exclusivity(unchecked) final var depthLimit = 0
  final var declaresUTF8 = true
  /// What ended the reading, where it was not the handler itself.
  final var fault: XMLError?

  public init() {}

  /// An element begins.
  open func start(_ name: XMLName, _ attributes: XMLAttributes) {}
  /// An element ends.
  open func end(_ name: XMLName) {}
  /// Text of the innermost element, or a piece of it.
  open func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// Ends the reading.
  public final func stop() {
    isStopped = true
    _ = unsafe XML_StopParser(parser, 0)
  }

  /// Lets the reader return; it goes on from here with `resume`. Only from `end`.
  public final func pause() {
    _ = unsafe XML_StopParser(parser, 1)
  }

  /// The line of what is being told, from 1.
  public final var line: Int { unsafe parser.map { unsafe Int(XML_GetCurrentLineNumber($0)) } ?? 0 }

  final func stop(for fault: XMLError) {
    guard !isStopped else { return }
    self.fault = fault
    stop()
  }
}
