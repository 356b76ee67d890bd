import CXLSXWriter

extension SheetWriter {
  /// Puts a chart upon the sheet, its upper left corner in a cell.
  public func insert(_ chart: Chart, at position: CellPosition) throws(WorkbookWritingError) {
    try check(CellRange(from: position, to: position))
    let type =
      switch chart.kind {
      case .bars: LXW_CHART_BAR
      case .columns: LXW_CHART_COLUMN
      case .line: LXW_CHART_LINE
      }
    guard let drawing = unsafe workbook_add_chart(try open.library(), UInt8(type.rawValue)) else {
      throw .library(path: open.path, detail: "out of memory")
    }
    for series in chart.series { unsafe try add(series, of: chart.kind, to: drawing) }
    if chart.title.isEmpty {
      unsafe chart_title_off(drawing)
    } else {
      unsafe chart_title_set_name(drawing, Self.label(chart.title))
    }
    if chart.series.count > 1 {
      unsafe chart_legend_set_position(drawing, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    } else {
      unsafe chart_legend_set_position(drawing, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    }
    unsafe setAxes(of: chart, in: drawing)
    var options = unsafe lxw_chart_options()
    // The library's chart is 480 by 288.
    unsafe options.x_scale = Double(chart.width) / 480
    unsafe options.y_scale = Double(chart.height) / 288
    let result = unsafe worksheet_insert_chart_opt(
      try library(), UInt32(position.row), UInt16(position.column), drawing, &options)
    try open.check(result)
  }

  private func add(
    _ series: Chart.Series, of kind: Chart.Kind, to drawing: UnsafeMutablePointer<lxw_chart>
  ) throws(WorkbookWritingError) {
    try check(series.categories)
    try check(series.values)
    let added = unsafe chart_add_series(
      drawing, series.categories.formula(in: series.sheet), series.values.formula(in: series.sheet))
    guard let added = unsafe added else { throw .library(path: open.path, detail: "out of memory") }
    if !series.name.isEmpty { unsafe chart_series_set_name(added, Self.label(series.name)) }
    guard let colour = series.colour else { return }
    if kind == .line {
      var line = lxw_chart_line()
      line.color = colour.libraryValue
      line.width = 2.25
      unsafe chart_series_set_line(added, &line)
    } else {
      var fill = lxw_chart_fill()
      fill.color = colour.libraryValue
      unsafe chart_series_set_fill(added, &fill)
    }
  }

  private func setAxes(of chart: Chart, in drawing: UnsafeMutablePointer<lxw_chart>) {
    // Bars that lie have their categories along the y axis.
    let lies = chart.kind == .bars
    let categories = unsafe lies ? drawing.pointee.y_axis : drawing.pointee.x_axis
    let values = unsafe lies ? drawing.pointee.x_axis : drawing.pointee.y_axis
    if !chart.categoryAxisTitle.isEmpty { unsafe chart_axis_set_name(categories, Self.label(chart.categoryAxisTitle)) }
    if !chart.valueAxisTitle.isEmpty { unsafe chart_axis_set_name(values, Self.label(chart.valueAxisTitle)) }
    if let code = chart.valueFormat.code { unsafe chart_axis_set_num_format(values, code) }
    if let minimum = chart.minimum { unsafe chart_axis_set_min(values, minimum) }
    if let maximum = chart.maximum { unsafe chart_axis_set_max(values, maximum) }
    if lies {
      // The first category on top, the numbers below.
      unsafe chart_axis_set_reverse(categories)
      unsafe chart_axis_set_crossing_max(categories)
    }
  }

  /// A text that begins with `=` would be taken for a formula.
  private static func label(_ text: String) -> String {
    let plain = CellText.plain(text, limit: 250)
    return plain.hasPrefix("=") ? " " + plain : plain
  }
}
