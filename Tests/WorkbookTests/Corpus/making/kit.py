"""What all makers of corpus files share: expected cells, and workbooks put together by hand."""
import datetime, decimal, io, pathlib, re, zipfile

FILES = pathlib.Path(__file__).resolve().parent.parent / "files"
STAMP = (2024, 1, 1, 0, 0, 0)


def letters(column):
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def escaped(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def number(value):
    """A number as a spreadsheet shows it where there is room, and what became of its digits."""
    if isinstance(value, int) and abs(value) < 10**15:
        return str(value), []
    exact = decimal.Decimal(repr(float(value)))
    digits = len(exact.normalize().as_tuple().digits)
    if abs(exact) >= 10**15:
        return format(exact, "f").split(".")[0], ["digitsLost"]
    if digits > 15:
        exact = decimal.Decimal("%.15g" % float(value))
    text = format(exact, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return ("0" if text == "-0" else text), (["rounded"] if digits > 15 else [])


def moment(value):
    if isinstance(value, datetime.datetime) and (value.hour or value.minute or value.second):
        return value.strftime("%Y-%m-%d %H:%M:%S")
    return value.strftime("%Y-%m-%d")


class Expected:
    """Lines of a .tsv: sheets, cells, and in the end why it goes no further."""

    def __init__(self):
        self.lines = []

    def sheet(self, name, visibility="visible"):
        self.lines.append(f"#sheet\t{escaped(name)}\t{visibility}")
        return self

    def cell(self, reference, kind, text="", *flags):
        self.lines.append("\t".join([reference, kind, escaped(text), " ".join(sorted(flags))]))
        return self

    def value(self, reference, value, *flags, percent=False):
        """A cell from what was written into it."""
        if value is None or value == "":
            return self
        if isinstance(value, bool):
            return self.cell(reference, "boolean", "TRUE" if value else "FALSE", *flags)
        if isinstance(value, (int, float)):
            text, more = number(value)
            return self.cell(reference, "percent" if percent else "number", text, *flags, *more)
        if isinstance(value, (datetime.date, datetime.datetime)):
            return self.cell(reference, "date", moment(value), *flags)
        if isinstance(value, datetime.time):
            return self.cell(reference, "time", value.strftime("%H:%M:%S"), *flags)
        return self.cell(reference, "text", value, *flags)

    def rows(self, rows, first=1):
        for row, values in enumerate(rows, first):
            for column, value in enumerate(values, 1):
                self.value(f"{letters(column)}{row}", value)
        return self

    def note(self, what, text):
        self.lines.append(f"#{what}\t{text}")
        return self

    def refused(self, why, place=""):
        self.lines.append(f"!{why}\t{place}")
        return self

    def write(self, name):
        (FILES / f"{name}.tsv").write_text("".join(line + "\n" for line in self.lines), encoding="utf-8")


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def rels(*entries):
    return HEAD + f'<Relationships xmlns="{PACKAGE}">' + "".join(
        f'<Relationship Id="{i}" Type="{OFFICE}/{t}" Target="{target}"/>' for i, t, target in entries) + "</Relationships>"


def worksheet(body, before="", after="", dimension="A1"):
    return HEAD + f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}"><dimension ref="{dimension}"/>{before}<sheetData>{body}</sheetData>{after}</worksheet>'


def shared(*items, count=None):
    number_of = len(items) if count is None else count
    return HEAD + f'<sst xmlns="{MAIN}" count="{number_of}" uniqueCount="{number_of}">' + "".join(items) + "</sst>"


def styles(formats=(), declared=()):
    """Style 0 is general, 1 and on have these number formats: numbers, or codes declared from 176 on as Chinese programs do."""
    own, ids = list(declared), []
    for entry in formats:
        if isinstance(entry, str):
            own.append((176 + len(own), entry))
            ids.append(own[-1][0])
        else:
            ids.append(entry)
    quote = lambda code: code.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")
    listed = "".join(f'<numFmt numFmtId="{i}" formatCode="{quote(code)}"/>' for i, code in own)
    cells = "".join(f'<xf numFmtId="{i}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' for i in [0] + ids)
    return HEAD + (f'<styleSheet xmlns="{MAIN}">' + (f'<numFmts count="{len(own)}">{listed}</numFmts>' if own else "")
                   + '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>'
                   + '<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>'
                   + f'<cellXfs count="{len(ids) + 1}">{cells}</cellXfs></styleSheet>')


def workbook(sheets=(("Sheet1", ""),), date1904=False):
    listed = "".join(f'<sheet name="{name}" sheetId="{i}" {more} r:id="rId{i}"/>' for i, (name, more) in enumerate(sheets, 1))
    return HEAD + f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr{" date1904=%s1%s" % (chr(34), chr(34)) if date1904 else ""}/><sheets>{listed}</sheets></workbook>'


def parts(body="", *, strings=None, style=None, sheet=None, date1904=False, before="", after="", dimension="A1"):
    """The parts of a workbook of one sheet; each may be replaced before it is written."""
    entries = [("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId90", "styles", "styles.xml")]
    made = {
        "[Content_Types].xml": HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": rels(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": workbook(date1904=date1904),
        "xl/worksheets/sheet1.xml": sheet or worksheet(body, before, after, dimension),
        "xl/styles.xml": style or styles(),
    }
    if strings is not None:
        entries.append(("rId91", "sharedStrings", "sharedStrings.xml"))
        made["xl/sharedStrings.xml"] = strings
    made["xl/_rels/workbook.xml.rels"] = rels(*entries)
    return made


def zipped(made):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in made.items():
            archive.writestr(zipfile.ZipInfo(name, STAMP), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def put(name, data, expected, ending="xlsx"):
    """One file of the corpus: bytes, or the parts of an archive."""
    (FILES / f"{name}.{ending}").write_bytes(data if isinstance(data, bytes) else zipped(data))
    expected.write(name)


def one_sheet():
    return Expected().sheet("Sheet1")
