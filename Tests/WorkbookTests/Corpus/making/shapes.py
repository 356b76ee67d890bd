"""Workbooks as programs and people make them, put together by hand: the XML and the cells side by side."""
from kit import HEAD, MAIN, OFFICE, Expected, number, one_sheet, parts, put, rels, shared, styles, workbook, worksheet

STRICT = "http://purl.oclc.org/ooxml"


def inline(reference, text, more=""):
    return f'<c r="{reference}" t="inlineStr"{more}><is><t>{text}</t></is></c>'


def text_shapes():
    s = lambda *items, **more: parts("".join(f'<row r="{i}"><c r="A{i}" t="s"><v>{i - 1}</v></c></row>' for i in range(1, len(items) + 1)), strings=shared(*items, **more))
    column = lambda *texts: [one_sheet().lines] and _column(texts)
    put("text-shared", s("<si><t>甲</t></si>", "<si><t>乙</t></si>"), column("甲", "乙"))
    put("text-rich", s("<si><r><t>张</t></r><r><rPr><b/></rPr><t>三</t></r></si>"), column("张三"))
    put("text-pinyin", s('<si><t>张三</t><rPh sb="0" eb="1"><t>zhāng</t></rPh><rPh sb="1" eb="2"><t>sān</t></rPh><phoneticPr fontId="1"/></si>', "<si><t>李</t></si>"), column("张三", "李"))
    put("text-pinyin-rich", s('<si><r><t>王</t></r><rPh sb="0" eb="1"><t>wáng</t></rPh><r><t>五</t></r></si>'), column("王五"))
    put("text-pinyin-inline", parts('<row r="1"><c r="A1" t="inlineStr"><is><t>张</t><rPh sb="0" eb="1"><t>zhāng</t></rPh></is></c></row>'), column("张"))
    put("text-empty-item", s("<si/>", "<si><t/></si>", "<si><t>c</t></si>"), one_sheet().cell("A3", "text", "c"))
    put("text-count-lies", s("<si><t>甲</t></si>", "<si><t>乙</t></si>", count=1), column("甲", "乙"))
    put("text-count-large", s("<si><t>甲</t></si>", count=4000000000), column("甲"))
    put("text-escapes", s("<si><t>a_x000D_\nb</t></si>", "<si><t>_x005F_x000D_</t></si>", "<si><t>_x0041_x0042_</t></si>", "<si><t>_x00G1_ _x1_</t></si>",
                          "<si><t>_xD83D__xDE00_</t></si>", "<si><t>_xD83D_</t></si>", "<si><t>_x4e2d_</t></si>", "<si><t>__x0009_</t></si>"),
        column("a\r\nb", "_x000D_", "Ax0042_", "_x00G1_ _x1_", "😀", "_xD83D_", "中", "_\t"))
    put("text-escapes-inline", parts(f'<row r="1">{inline("A1", "a_x000D_b")}</row>'), column("a\rb"))
    put("text-space", s('<si><t xml:space="preserve"> a </t></si>', "<si><t> b </t></si>", "<si><t>c\n\nd</t></si>", "<si><t>e\r\nf</t></si>"), column(" a ", " b ", "c\n\nd", "e\nf"))
    put("text-cdata", s("<si><t><![CDATA[<甲>&]]></t></si>", "<si><t>a<![CDATA[b]]>c</t></si>"), column("<甲>&", "abc"))
    put("text-entities", s("<si><t>&lt;&amp;&gt;&quot;&apos;&#20013;&#x6587;&#128512;</t></si>"), column("<&>\"'中文😀"))
    put("text-comments", s("<si><!-- a --><t>甲<!-- b -->乙</t><?pi x?></si>"), column("甲乙"))
    put("text-no-table", parts('<row r="1">' + inline("A1", "甲") + "</row>"), column("甲"))
    put("text-inline-rich", parts('<row r="1"><c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><t xml:space="preserve"> 乙</t></r></is></c></row>'), column("甲 乙"))
    put("text-inline-in-v", parts('<row r="1"><c r="A1" t="inlineStr"><v>甲</v></c></row>'), column("甲"))
    put("text-inline-untyped", parts('<row r="1"><c r="A1"><is><t>甲</t></is></c></row>'), column("甲"))
    put("text-str", parts('<row r="1"><c r="A1" t="str"><v>甲</v></c></row>'), column("甲"))
    put("text-long", parts(f'<row r="1">{inline("A1", "长" * 32767)}</row>'), column("长" * 32767))
    put("text-invisible", parts(f'<row r="1">{inline("A1", chr(0x200B) + "a" + chr(0xA0) + chr(0xFEFF))}</row>'), column("\u200ba\u00a0\ufeff"))
    put("text-ruby-only", s('<si><rPh sb="0" eb="1"><t>x</t></rPh></si>', "<si><t>b</t></si>"), one_sheet().cell("A2", "text", "b"))


def _column(texts):
    made = one_sheet()
    for row, text in enumerate(texts, 1):
        made.value(f"A{row}", text)
    return made


def number_shapes():
    raw = {"45": "45", "45.0": "45", "0.10000000000000001": "0.1", "1E-3": "0.001", "1e5": "100000", "-0": "0", "-0.0": "0", "+5": "5", ".5": "0.5", "5.": "5",
           "007": "7", " 12 ": "12", "1234567890.5": "1234567890.5", "9.9999999999999995E-8": "0.0000001", "123456789012345": "123456789012345",
           "1E+300": "1E+300", "0.00": "0", "1.10": "1.1", "999999999999999": "999999999999999", "-12.50": "-12.5", "4.5999999999999996": "4.6"}
    made, body = one_sheet(), ""
    for row, (text, shown) in enumerate(raw.items(), 1):
        body += f'<row r="{row}"><c r="A{row}"><v>{text}</v></c></row>'
        made.cell(f"A{row}", "number", shown, *(["digitsLost"] if text == "1E+300" else []))
    put("number-texts", parts(body), made)
    made, body = one_sheet(), ""
    for row, value in enumerate([530102198001011234, 530102198001010000, 6222021234567890, 1234567890123456], 1):
        body += f'<row r="{row}"><c r="A{row}"><v>{value}</v></c></row>'
        made.cell(f"A{row}", "number", *[number(value)[0], "digitsLost"])
    put("number-eighteen-digits", parts(body), made)
    put("number-scientific-id", parts('<row r="1"><c r="A1"><v>5.30102198001011E+17</v></c></row>'), one_sheet().cell("A1", "number", "530102198001011000", "digitsLost"))
    put("number-calculated", parts('<row r="1"><c r="A1"><v>0.30000000000000004</v></c><c r="B1"><v>89.999999999999986</v></c><c r="C1"><v>89.9999999999999996</v></c></row>'),
        one_sheet().cell("A1", "number", "0.3", "rounded").cell("B1", "number", "90", "rounded").cell("C1", "number", "90"))
    put("number-empty-value", parts('<row r="1"><c r="A1"><v></v></c><c r="B1"><v/></c><c r="C1" s="0"/><c r="D1"><v>1</v></c></row>'), one_sheet().cell("D1", "number", "1"))
    put("boolean-words", parts('<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="b"><v>true</v></c></row>'),
        one_sheet().value("A1", True).value("B1", False).value("C1", True))
    errors = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!"]
    made = one_sheet()
    for row, text in enumerate(errors, 1):
        made.cell(f"A{row}", "error", text)
    put("errors", parts("".join(f'<row r="{i}"><c r="A{i}" t="e"><v>{e}</v></c></row>' for i, e in enumerate(errors, 1))), made)
    put("text-format-number", parts('<row r="1"><c r="A1" s="1"><v>45418</v></c><c r="B1" s="1" t="inlineStr"><is><t>01</t></is></c></row>', style=styles([49])),
        one_sheet().cell("A1", "number", "45418", "textFormatted").cell("B1", "text", "01", "textFormatted"))


def date_shapes():
    days = {"1": "1900-01-01", "59": "1900-02-28", "60": "1900-02-29", "61": "1900-03-01", "0": "1900-01-00", "18264": "1950-01-01", "36526": "2000-01-01", "2958465": "9999-12-31",
            "45418.354166666664": "2024-05-06 08:30:00", "45418.99999999999": "2024-05-07", "45418.000011574": "2024-05-06 00:00:01", "45418.5208333333": "2024-05-06 12:30:00"}
    made, body = one_sheet(), ""
    for row, (serial, shown) in enumerate(days.items(), 1):
        body += f'<row r="{row}"><c r="A{row}" s="1"><v>{serial}</v></c></row>'
        made.cell(f"A{row}", "date", shown)
    put("date-1900", parts(body, style=styles([14])), made)
    made = one_sheet().cell("A1", "date", "1904-01-01").cell("A2", "date", "2024-05-06").cell("A3", "date", "9999-12-31").cell("A4", "outOfRange", "2957004")
    put("date-1904", parts("".join(f'<row r="{i}"><c r="A{i}" s="1"><v>{v}</v></c></row>' for i, v in enumerate(["0", "43956", "2957003", "2957004"], 1)), style=styles([14]), date1904=True), made)
    put("date-out-of-range", parts('<row r="1"><c r="A1" s="1"><v>-1</v></c><c r="B1" s="1"><v>2958466</v></c><c r="C1" s="1"><v>530102198001</v></c></row>', style=styles([14])),
        one_sheet().cell("A1", "outOfRange", "-1").cell("B1", "outOfRange", "2958466").cell("C1", "outOfRange", "530102198001"))
    put("date-iso", parts('<row r="1"><c r="A1" t="d"><v>2024-05-06</v></c><c r="B1" t="d"><v>2024-05-06T08:30:00Z</v></c><c r="C1" t="d"><v>1980-01-01T00:00:00</v></c></row>'),
        one_sheet().cell("A1", "date", "2024-05-06").cell("B1", "date", "2024-05-06 08:30:00").cell("C1", "date", "1980-01-01"))
    put("date-month-with-a-day", parts('<row r="1"><c r="A1" s="1"><v>45413</v></c><c r="B1" s="1"><v>45418</v></c></row>', style=styles(['yyyy"年"m"月"'])),
        one_sheet().cell("A1", "date", "2024-05", "month").cell("B1", "date", "2024-05-06", "month"))


def formula_shapes():
    put("formula-kinds", parts('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"</f><v>a</v></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1" t="b"><f>TRUE</f><v>1</v></c>'
                               '<c r="E1" t="e"><f>NA()</f><v>#N/A</v></c><c r="F1"><f t="shared" ref="F1:F2" si="0">A1</f><v>2</v></c><c r="G1"><f t="array" ref="G1">SUM(A1)</f><v>2</v></c></row>'
                               '<row r="2"><c r="F2"><f t="shared" si="0"/><v>0</v></c></row>'),
        one_sheet().cell("A1", "number", "2", "formula").cell("B1", "text", "a", "formula").cell("C1", "text", "", "formula").cell("D1", "boolean", "TRUE", "formula")
        .cell("E1", "error", "#N/A", "formula").cell("F1", "number", "2", "formula").cell("G1", "number", "2", "formula").cell("F2", "number", "0", "formula"))
    put("formula-without-value", parts('<row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v></v></c><c r="C1" t="str"><f>A1</f></c><c r="D1"><f>NOW()</f><v/></c></row>'),
        one_sheet().cell("A1", "blank", "", "withoutValue").cell("B1", "blank", "", "withoutValue").cell("C1", "blank", "", "withoutValue").cell("D1", "blank", "", "withoutValue"))
    put("formula-date", parts('<row r="1"><c r="A1" s="1"><f>TODAY()</f><v>45418</v></c></row>', style=styles([31])), one_sheet().cell("A1", "date", "2024-05-06", "formula"))


def grid_shapes():
    ab = one_sheet().value("A1", 1).value("B1", 2).value("A2", 3)
    put("grid-no-references", parts("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"), ab)
    put("grid-rows-without-r", parts('<row><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row><c r="A2"><v>3</v></c></row>'), ab)
    put("grid-cells-without-r", parts('<row r="1"><c><v>1</v></c><c><v>2</v></c></row><row r="2"><c><v>3</v></c></row>'), ab)
    put("grid-some-without-r", parts('<row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'), one_sheet().value("C3", 1).value("D3", 2).value("A4", 3))
    put("grid-dimension-a1", parts('<row r="1" spans="1:1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>', dimension="A1"), ab)
    put("grid-dimension-huge", parts('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>', dimension="A1:XFD1048576"), ab)
    put("grid-dimension-none", {k: v.replace('<dimension ref="A1"/>', "") for k, v in parts('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>').items()}, ab)
    put("grid-out-of-order", parts('<row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>'), ab)
    put("grid-blank-between", parts('<row r="2"/><row r="5"><c r="C5"><v>1</v></c></row><row r="6"><c r="A6" s="0"/></row><row r="1048576"><c r="XFD1048576"><v>9</v></c></row>'),
        one_sheet().value("C5", 1).value("XFD1048576", 9))
    put("grid-hidden", parts('<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="false"><c r="A2"><v>2</v></c></row><row r="3" hidden="true"><c r="A3"><v>3</v></c></row>',
                             before='<cols><col min="2" max="3" width="0" hidden="1"/><col min="5" max="16384" hidden="true"/><col min="1" max="1" width="9"/></cols>'),
        one_sheet().value("A1", 1, "hiddenRow").value("A2", 2).value("A3", 3, "hiddenRow").note("hiddenColumns", "2-3").note("hiddenColumns", "5-16384"))
    put("grid-merged", parts('<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="0"/></row>', after='<mergeCells count="9"><mergeCell ref="A1:C1"/><mergeCell ref="$B$2:$B$3"/></mergeCells>'),
        one_sheet().value("A1", 1).note("merged", "A1:C1").note("merged", "B2:B3"))
    put("grid-empty", parts(""), one_sheet())
    put("grid-empty-element", parts(sheet=HEAD + f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'), one_sheet())


def package_shapes():
    row = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    base = lambda: parts(row, strings=shared("<si><t>甲</t></si>"))
    one = lambda: one_sheet().value("A1", "甲")
    change = lambda old, new: {k: v.replace(old, new) for k, v in base().items()}
    put("package-absolute", {**base(), "xl/_rels/workbook.xml.rels": rels(("rId1", "worksheet", "/xl/worksheets/sheet1.xml"), ("rId9", "sharedStrings", "/xl/sharedStrings.xml"))}, one())
    put("package-dots", {**base(), "xl/_rels/workbook.xml.rels": rels(("rId1", "worksheet", "./worksheets/../worksheets/sheet1.xml"), ("rId9", "sharedStrings", "../xl/sharedStrings.xml"))}, one())
    put("package-absolute-root", {**base(), "_rels/.rels": rels(("rId1", "officeDocument", "/xl/workbook.xml"))}, one())
    put("package-no-root-rels", {k: v for k, v in base().items() if k != "_rels/.rels"}, one())
    put("package-backslashes", {k.replace("/", "\\") if k.startswith("xl/w") or k.startswith("xl/s") else k: v for k, v in base().items()}, one())
    put("package-capitals", {k.replace("sharedStrings", "SharedStrings").replace("sheet1", "Sheet1"): v for k, v in base().items()}, one())
    put("package-other-names", {k.replace("xl/workbook.xml", "xl/book2.xml").replace("workbook.xml.rels", "book2.xml.rels"): v.replace("xl/workbook.xml", "xl/book2.xml") for k, v in base().items()}, one())
    put("package-percent", {k.replace("sheet1.xml", "my sheet.xml"): v.replace("worksheets/sheet1.xml", "worksheets/my%20sheet.xml") for k, v in base().items()}, one())
    put("package-strict", {k: v.replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", STRICT + "/spreadsheetml/main").replace(OFFICE, STRICT + "/officeDocument/relationships") for k, v in base().items()}, one())
    prefixed = lambda v: v.replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"').replace("<sst", "<x:sst").replace("</sst", "</x:sst").replace("<si", "<x:si").replace("</si", "</x:si").replace("<t>", "<x:t>").replace("</t>", "</x:t>")
    for tag in ("worksheet", "sheetData", "row", "c ", "v>", "dimension"):
        old = prefixed
        prefixed = lambda v, old=old, tag=tag: old(v).replace(f"<{tag}", f"<x:{tag}").replace(f"</{tag.strip()}", f"</x:{tag.strip()}")
    made = base()
    made["xl/worksheets/sheet1.xml"] = HEAD + f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    made["xl/sharedStrings.xml"] = HEAD + f'<x:sst xmlns:x="{MAIN}"><x:si><x:t>甲</x:t></x:si></x:sst>'
    put("package-prefixes", made, one())
    put("package-utf16", {k: (v.replace("UTF-8", "UTF-16").encode("utf-16") if "sheet1" in k or "sharedS" in k else v) for k, v in base().items()}, one())
    put("package-bom", {k: b"\xef\xbb\xbf" + v.encode() for k, v in base().items()}, one())
    put("package-no-declaration", change(HEAD, ""), one())
    put("package-single-quotes", change('t="s"', "t='s'"), one())
    put("package-pretty", {k: v.replace("><", ">\n  <") for k, v in base().items()}, one())
    put("package-macro", {**base(), "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"}, one(), "xlsm")
    put("package-signed-extras", {**base(), "docProps/app.xml": "<a/>", "xl/theme/theme1.xml": "<a/>", "xl/calcChain.xml": "<a/>", "customXml/item1.xml": "<a/>"}, one())
    made = base()
    made["xl/worksheets/sheet1.xml"] = HEAD + (f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData" mc:Ignorable="etc">'
        '<sheetPr/><dimension ref="A1"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultColWidth="9" defaultRowHeight="13.5"/><sheetData>'
        '<row r="1" ht="14.25" customHeight="1" spans="1:3"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="2"><v>45418</v></c><c r="C1" s="3"><v>45413</v></c></row></sheetData>'
        '<pageMargins left="0.75" right="0.75" top="1" bottom="1" header="0.5" footer="0.5"/><extLst><ext uri="{x}"><etc:c r="Z9"><etc:v>7</etc:v></etc:c></ext></extLst></worksheet>')
    made["xl/styles.xml"] = styles([49, 59, 57])
    put("wps-habits", made, one_sheet().cell("A1", "text", "甲", "textFormatted").cell("B1", "date", "2024-05-06").cell("C1", "date", "2024-05", "month"))
    made = base()
    made["xl/workbook.xml"] = workbook([("一&amp;二", ""), ("隐", 'state="hidden"'), ("深", 'state="veryHidden"')])
    made["xl/_rels/workbook.xml.rels"] = rels(*[(f"rId{i}", "worksheet", f"worksheets/sheet{i}.xml") for i in (3, 2, 1)])
    made["xl/worksheets/sheet2.xml"] = worksheet('<row r="1"><c r="A1"><v>2</v></c></row>')
    made["xl/worksheets/sheet3.xml"] = worksheet('<row r="1"><c r="A1"><v>3</v></c></row>')
    put("package-three-sheets", made, Expected().sheet("一&二").value("A1", "甲").sheet("隐", "hidden").value("A1", 2).sheet("深", "veryHidden").value("A1", 3))


def make():
    text_shapes()
    number_shapes()
    date_shapes()
    formula_shapes()
    grid_shapes()
    package_shapes()
