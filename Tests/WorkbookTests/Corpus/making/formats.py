"""Number formats: one file each, with the same serials; what each shows was written down by hand from the formats' definition."""
from kit import Expected, one_sheet, parts, put, styles

DAY, MONTH, YEAR, OF_YEAR, PIECE = "day", "month", "year", "dayOfYear", "piece"

# 45418 is 6 May 2024, 45413 is 1 May 2024.
BUILT_IN = {0: "number", 1: "number", 2: "number", 3: "number", 4: "number", 9: "percent", 10: "percent", 11: "number", 12: "number",
            13: "number", 14: DAY, 15: DAY, 16: OF_YEAR, 17: MONTH, 18: "time", 19: "time", 20: "time", 21: "time", 22: DAY,
            27: MONTH, 28: OF_YEAR, 29: OF_YEAR, 30: DAY, 31: DAY, 32: "time", 33: "time", 34: "time", 35: "time", 36: MONTH,
            37: "number", 38: "number", 39: "number", 40: "number", 41: "number", 42: "number", 43: "number", 44: "number",
            45: "time", 46: "elapsed", 47: "time", 48: "number", 49: "text",
            50: MONTH, 51: OF_YEAR, 52: MONTH, 53: OF_YEAR, 54: OF_YEAR, 55: "time", 56: "time", 57: MONTH, 58: OF_YEAR, 59: DAY}

CUSTOM = {
    'yyyy"年"m"月"d"日"': DAY, 'yyyy"年"m"月"': MONTH, 'yyyy\\-mm\\-dd': DAY, 'yyyy/m/d;@': DAY, 'yyyy.mm.dd': DAY, 'yyyymmdd': DAY,
    'yyyy-mm-dd hh:mm:ss': DAY, 'yyyy/m/d\\ h:mm;@': DAY, '[$-804]yyyy"年"m"月"d"日"dddd;@': DAY, '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy': DAY,
    '[$-F400]h:mm:ss\\ AM/PM': "time", '[DBNum1][$-804]yyyy"年"m"月"d"日";@': DAY, '[DBNum1][$-804]yyyy"年"m"月";@': MONTH,
    'yyyy.mm': MONTH, 'yyyy': YEAR, 'mmm\\-yy': MONTH, 'm"月"d"日";@': OF_YEAR, '[$-804]aaaa;@': PIECE, 'dddd': PIECE, 'mmmm': PIECE,
    '[$-404]e"年"m"月"d"日"': DAY, '[$-411]ggge"年"m"月"d"日"': DAY, 'd/m/yy': DAY, 'm/d/yyyy': DAY, '[红色]yyyy/m/d': DAY,
    '[Red][>45000]yyyy/m/d;yyyy/m/d': DAY, 'h"时"mm"分"': "time", '上午/下午h"时"mm"分"ss"秒"': "time", 'mm:ss': "time", 'hh:mm:ss.000': "time",
    '[h]:mm:ss': "elapsed", '[hh]:mm': "elapsed", '[mm]:ss': "elapsed", '[h]"小时"': "elapsed", '0"天"': "number", '0"年"m': OF_YEAR and PIECE,
    '"yyyy-mm-dd "0': "number", '\\d0': "number", '_d0_m': "number", '*d0': "number", '#,##0.00"元"': "number", '[$¥-804]#,##0.00': "number",
    '[$元-804]0': "number", '[Red]0.00': "number", '[颜色10]0': "number", '0.0E+00': "number", '##0.0E+0': "number", 'G/通用格式': "number",
    'G/通用格式"人"': "number", 'General': "number", '[$-804]General': "number", 'General"d"': "number", '0.00%': "percent", '0.0%;[Red]-0.0%': "percent",
    '0"%"': "number", '0\\%': "number", '@': "text", '[DBNum2]General': "number", '# ?/?': "number", '000000': "number", ';;;': "number",
    '0;-0;;@': "number", '[<1]0.0%;0': "number", '[>=90]"优秀";[>=60]"合格";"不合格"': "number", 'yyyy-mm-dd;;0': DAY, '"第"0"名"': "number",
    '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)': "number",
}


def shown(expected, kind):
    """45418.5, 45413 and 0.25, as the format shows them."""
    if kind in ("number", "text"):
        flags = ["textFormatted"] if kind == "text" else []
        expected.cell("A1", "number", "45418.5", *flags).cell("B1", "number", "45413", *flags).cell("C1", "number", "0.25", *flags)
    elif kind == "percent":
        expected.cell("A1", "percent", "45418.5").cell("B1", "percent", "45413").cell("C1", "percent", "0.25")
    elif kind == "time":
        expected.cell("A1", "date", "2024-05-06 12:00:00").cell("B1", "date", "2024-05-01").cell("C1", "time", "06:00:00")
    elif kind == "elapsed":
        expected.cell("A1", "duration", "1090044:00:00").cell("B1", "duration", "1089912:00:00").cell("C1", "duration", "06:00:00")
    else:
        flags = [] if kind == DAY else [kind]
        expected.cell("A1", "date", "2024-05-06 12:00:00", *flags)
        expected.cell("B1", "date", "2024-05" if kind == MONTH else "2024-05-01", *flags)
        expected.cell("C1", "date", "1900-01-00 06:00:00", *flags)
    return expected


ROW = '<row r="1"><c r="A1" s="1"><v>45418.5</v></c><c r="B1" s="1"><v>45413</v></c><c r="C1" s="1"><v>0.25</v></c></row>'


def make():
    for code, kind in BUILT_IN.items():
        put(f"format-{code:02}", parts(ROW, style=styles([code])), shown(one_sheet(), kind))
    for place, (code, kind) in enumerate(CUSTOM.items(), 1):
        expected = shown(one_sheet(), kind)
        if code == '[<1]0.0%;0':
            expected = one_sheet().cell("A1", "number", "45418.5").cell("B1", "number", "45413").cell("C1", "percent", "0.25")
        put(f"format-custom-{place:02}", parts(ROW, style=styles([code])), expected)
    # A number that means a day elsewhere means here what the workbook declares.
    put("format-declared-50", parts(ROW, style=styles([50], declared=[(50, "000000000000")])), shown(one_sheet(), "number"))
    put("format-declared-59", parts(ROW, style=styles([59], declared=[(59, "yyyy-mm-dd")])), shown(one_sheet(), DAY))
    put("format-declared-14", parts(ROW, style=styles([14], declared=[(14, "#,##0")])), shown(one_sheet(), "number"))
    put("format-no-styles", {k: v.replace('<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>', "")
                             for k, v in parts(ROW).items() if k != "xl/styles.xml"}, shown(one_sheet(), "number"))
    put("format-style-beyond", parts(ROW), shown(one_sheet(), "number"))
