/// A chart that Excel draws from cells.
public struct Chart: Hashable, Sendable {
  public var kind: Kind
  public var title: String
  public var series: [Series]
  public var categoryAxisTitle: String
  public var valueAxisTitle: String
  public var valueFormat: NumberFormat
  /// The value axis' ends; nil: as Excel sees fit.
  public var minimum: Double?
  public var maximum: Double?
  /// In pixels; a fresh sheet's cell is 64 by 20.
  public var width: Int
  public var height: Int

  public init(
    _ kind: Kind, title: String, series: [Series], categoryAxisTitle: String = "", valueAxisTitle: String = "",
    valueFormat: NumberFormat = .general, minimum: Double? = nil, maximum: Double? = nil, width: Int = 640, height: Int = 360
  ) {
    self.kind = kind
    self.title = title
    self.series = series
    self.categoryAxisTitle = categoryAxisTitle
    self.valueAxisTitle = valueAxisTitle
    self.valueFormat = valueFormat
    self.minimum = minimum
    self.maximum = maximum
    self.width = width
    self.height = height
  }

  public enum Kind: Hashable, Sendable {
    /// Bars that lie, the first category on top.
    case bars
    /// Bars that stand.
    case columns
    case line
  }

  /// One row of values.
  public struct Series: Hashable, Sendable {
    public var name: String
    public var sheet: SheetName
    public var categories: CellRange
    public var values: CellRange
    public var colour: Colour?

    public init(name: String, sheet: SheetName, categories: CellRange, values: CellRange, colour: Colour? = nil) {
      self.name = name
      self.sheet = sheet
      self.categories = categories
      self.values = values
      self.colour = colour
    }
  }
}
