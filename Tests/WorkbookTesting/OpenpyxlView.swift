import Foundation

/// A workbook as openpyxl reads it.
public struct OpenpyxlView: Decodable {
  public struct Sheet: Decodable {
    public let title: String
    public let state: String
    public let freeze: String?
    public let filter: String?
    public let landscape: Bool
    public let paper: String?
    public let fitsWidth: Bool
    public let titleRows: String?
    public let header: [String?]
    public let footer: [String?]
    public let tab: String?
    public let charts: Int
    public let widths: [String: Double]
    public let hiddenColumns: [String]
    public let columnFormats: [String: String]
    public let cells: [String: Cell]
    public let validations: [Validation]
    public let rules: [Rule]
  }

  public struct Cell: Decodable {
    /// openpyxl's letter: s text, n number, b boolean, d date, f formula, e error.
    public let type: String
    public let value: String?
    public let format: String
    public let bold: Bool
    public let fill: String?
    public let colour: String?
    public let border: String?
    public let wraps: Bool
    public let alignment: String?
    public let comment: String?
    public let author: String?
    public let link: String?
  }

  public struct Validation: Decodable {
    public let range: String
    public let type: String?
    public let formula: String?
    public let title: String?
    public let prompt: String?
    public let error: String?
  }

  public struct Rule: Decodable {
    public let range: String
    public let formula: [String]
    public let fill: String?
  }

  public let sheets: [Sheet]
  public let names: [String: String]
  public let title: String?
  public let created: String

  public init(of path: String) throws {
    let json = try Tool.run([Tool.python, "-c", Self.script, path])
    self = try JSONDecoder().decode(OpenpyxlView.self, from: Data(json.utf8))
  }

  private static let script = """
    import json, sys, openpyxl
    book = openpyxl.load_workbook(sys.argv[1])
    def rgb(colour):
        return colour.rgb[-6:] if colour is not None and isinstance(colour.rgb, str) else None
    def cell(c):
        return dict(type=c.data_type, value=None if c.value is None else str(c.value), format=c.number_format,
            bold=bool(c.font.b), fill=rgb(c.fill.fgColor) if c.fill.fill_type else None, colour=rgb(c.font.color),
            border=c.border.left.style, wraps=bool(c.alignment.wrap_text), alignment=c.alignment.horizontal,
            comment=c.comment.text if c.comment else None, author=c.comment.author if c.comment else None,
            link=c.hyperlink.location if c.hyperlink else None)
    def rules(s):
        result = []
        for area in s.conditional_formatting:
            for r in area.rules:
                result.append(dict(range=str(area.sqref), formula=r.formula,
                    fill=rgb(r.dxf.fill.bgColor) if r.dxf and r.dxf.fill else None))
        return result
    def sheet(s):
        dims = s.column_dimensions
        return dict(title=s.title, state=s.sheet_state, freeze=s.freeze_panes, filter=s.auto_filter.ref,
            landscape=s.page_setup.orientation == 'landscape', paper=str(s.page_setup.paperSize),
            fitsWidth=bool(s.sheet_properties.pageSetUpPr and s.sheet_properties.pageSetUpPr.fitToPage),
            titleRows=s.print_title_rows, charts=len(s._charts),
            header=[s.oddHeader.left.text, s.oddHeader.center.text, s.oddHeader.right.text],
            footer=[s.oddFooter.left.text, s.oddFooter.center.text, s.oddFooter.right.text],
            tab=rgb(s.sheet_properties.tabColor), widths={k: d.width for k, d in dims.items()},
            hiddenColumns=sorted(k for k, d in dims.items() if d.hidden),
            columnFormats={k: d.number_format for k, d in dims.items()},
            cells={c.coordinate: cell(c) for row in s.iter_rows() for c in row
                if c.value is not None or c.has_style or c.comment},
            validations=[dict(range=str(v.sqref), type=v.type, formula=v.formula1, title=v.promptTitle, prompt=v.prompt,
                error=v.error) for v in s.data_validations.dataValidation],
            rules=rules(s))
    names = book.defined_names
    names = names.items() if hasattr(names, 'items') else [(n.name, n) for n in names.definedName]
    print(json.dumps(dict(sheets=[sheet(s) for s in book.worksheets], title=book.properties.title,
        created=str(book.properties.created), names={k: v.attr_text for k, v in names})))
    """
}
