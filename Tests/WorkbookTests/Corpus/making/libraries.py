"""Files really saved by openpyxl, pandas, XlsxWriter, libxlsxwriter and LibreOffice, from the same tables."""
import datetime, os, pathlib, shutil, subprocess, tempfile
import openpyxl, pandas, xlsxwriter
from kit import FILES, Expected, letters, number

D, T, M = datetime.date, datetime.time, datetime.datetime
TABLES = {
    "persons": [["身份证号", "姓名", "性别", "出生日期", "单位代码"], ["530102198001011234", "张三", "男", D(1980, 1, 1), "01"],
                ["53010219790606123X", "欧阳·热合曼", "女", D(1979, 6, 6), "0010"], ["530102198512310017", "𠮷田", "男", D(1985, 12, 31), "1"]],
    "numbers": [["n"], [0], [45], [-7], [0.1], [0.1 + 0.2], [1 / 3], [1e-7], [123456789012345], [12345678.9], [-0.5], [1e15], [100000], [3.14159265358979]],
    "dates": [["d"], [D(1900, 3, 1)], [D(1949, 10, 1)], [D(1999, 12, 31)], [D(2000, 2, 29)], [D(2024, 2, 29)], [D(2100, 3, 1)], [D(9999, 12, 31)]],
    "moments": [["t"], [M(2024, 5, 6, 8, 30)], [M(2024, 5, 6, 23, 59, 59)], [M(1980, 1, 1, 0, 0, 1)], [M(2024, 12, 31, 12, 0)]],
    "booleans": [["b", "c"], [True, False], [False, True]],
    "spaces": [[" 前", "后 ", "a\nb", "a\tb"], ["  ", "_x000D_", "_x0041_", "x_x"], ["<a>&\"'", "]]>", "　全角", "a\r\nb".replace("\r", "")]],
    "sparse": [[None, None, "C1"], [None, None, None], ["A3", None, None, None, "E3"], [None] * 29 + ["AD4"], [None], [None], [None, "B7"]],
    "digits": [["007", "0", "1e5", "-", "1/2"], ["2024-05-06", "530102198001011234", "5.3E+17", "=1+1".replace("=", "'="), "95%"]],
}


def expected(name, digits=16, escapes=True):
    """The table as its writer puts it: numbers with so many digits, `_x000D_` escaped or left to be read as what it stands for."""
    def written(value):
        if isinstance(value, float):
            return float(f"%.{digits}g" % value)
        if isinstance(value, str) and not escapes:
            return {"_x000D_": "\r", "_x0041_": "A"}.get(value, value)
        return value

    return Expected().sheet("Sheet1").rows([[written(value) for value in row] for row in TABLES[name]])


def with_openpyxl(path, rows):
    book = openpyxl.Workbook()
    book.active.title = "Sheet1"
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            if value is not None:
                book.active.cell(row, column, value)
    book.save(path)


def with_xlsxwriter(path, rows, **options):
    book = xlsxwriter.Workbook(path, options)
    sheet = book.add_worksheet("Sheet1")
    day, time = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"num_format": "yyyy/m/d h:mm:ss"})
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            if isinstance(value, bool):
                sheet.write_boolean(row, column, value)
            elif isinstance(value, (int, float)):
                sheet.write_number(row, column, value)
            elif isinstance(value, M):
                sheet.write_datetime(row, column, value, time)
            elif isinstance(value, D):
                sheet.write_datetime(row, column, value, day)
            elif value is not None:
                sheet.write_string(row, column, value)
    book.close()


def with_pandas(path, rows, engine):
    width = max(len(row) for row in rows)
    frame = pandas.DataFrame([list(row) + [None] * (width - len(row)) for row in rows], dtype=object)
    with pandas.ExcelWriter(path, engine=engine, date_format="YYYY-MM-DD", datetime_format="YYYY-MM-DD HH:MM:SS") as writer:
        frame.to_excel(writer, sheet_name="Sheet1", header=False, index=False)


C = r"""
#include <xlsxwriter.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(int n, char **a) {
  lxw_workbook_options o = {.constant_memory = atoi(a[2])};
  lxw_workbook *b = workbook_new_opt(a[1], &o);
  lxw_worksheet *s = workbook_add_worksheet(b, "Sheet1");
  lxw_format *d = workbook_add_format(b), *t = workbook_add_format(b);
  format_set_num_format(d, "yyyy\"年\"m\"月\"d\"日\""); format_set_num_format(t, "yyyy-mm-dd hh:mm:ss");
  static char line[100000];
  while (fgets(line, sizeof line, stdin)) {
    int r, c, y, m, day, h, mi, at; double se; char k;
    sscanf(line, "%d %d %c %n", &r, &c, &k, &at);
    char *v = line + at; v[strcspn(v, "\x1e")] = 0;
    for (char *p = v; *p; p++) if (*p == '\x1f') *p = '\n';
    if (k == 's') worksheet_write_string(s, r, c, line + 0 == v ? "" : v, NULL);
    if (k == 'n') worksheet_write_number(s, r, c, strtod(v, NULL), NULL);
    if (k == 'b') worksheet_write_boolean(s, r, c, v[0] == '1', NULL);
    if (k == 'd' || k == 't') {
      sscanf(v, "%d-%d-%dT%d:%d:%lf", &y, &m, &day, &h, &mi, &se);
      lxw_datetime w = {y, m, day, h, mi, se};
      worksheet_write_datetime(s, r, c, &w, k == 'd' ? d : t);
    }
  }
  return workbook_close(b);
}
"""


def with_libxlsxwriter(program, path, rows, constant):
    lines = []
    for r, values in enumerate(rows):
        for c, v in enumerate(values):
            if v is None:
                continue
            if isinstance(v, bool):
                k, text = "b", str(int(v))
            elif isinstance(v, (int, float)):
                k, text = "n", repr(v)
            elif isinstance(v, M):
                k, text = "t", v.isoformat()
            elif isinstance(v, D):
                k, text = "d", v.isoformat() + "T00:00:00"
            else:
                # `%n` skips blanks: a leading one is kept by a sign that is no blank.
                k, text = "s", v.replace("\n", "\x1f")
            lines.append(f"{r} {c} {k} {text}\x1e\n")
    subprocess.run([program, path, str(int(constant))], input="".join(lines).encode(), check=True)


def with_libreoffice(source, folder, to="xlsx"):
    home = folder / "profile"
    subprocess.run(["soffice", f"-env:UserInstallation=file://{home}", "--headless", "--convert-to", to, "--outdir", str(folder / "out")] + [str(s) for s in source],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def make():
    folder = pathlib.Path(tempfile.mkdtemp())
    (folder / "w.c").write_text(C)
    program = str(folder / "w")
    subprocess.run(["cc", "-O1", "-w", str(folder / "w.c"), "-o", program, "-lxlsxwriter"], check=True)
    (folder / "in").mkdir()
    sources = []
    for name, rows in TABLES.items():
        with_openpyxl(FILES / f"openpyxl-{name}.xlsx", rows)
        expected(name, escapes=False).write(f"openpyxl-{name}")
        with_xlsxwriter(FILES / f"xlsxwriter-{name}.xlsx", rows)
        expected(name).write(f"xlsxwriter-{name}")
        with_xlsxwriter(FILES / f"xlsxwriter-constant-{name}.xlsx", rows, constant_memory=True)
        expected(name).write(f"xlsxwriter-constant-{name}")
        with_pandas(FILES / f"pandas-openpyxl-{name}.xlsx", rows, "openpyxl")
        expected(name, escapes=False).write(f"pandas-openpyxl-{name}")
        if name not in ("digits", "spaces"):
            with_pandas(FILES / f"pandas-xlsxwriter-{name}.xlsx", rows, "xlsxwriter")
            expected(name).write(f"pandas-xlsxwriter-{name}")
        if name != "spaces":
            for constant in (False, True):
                made = f"libxlsxwriter-{'constant-' if constant else ''}{name}"
                with_libxlsxwriter(program, FILES / f"{made}.xlsx", rows, constant)
                expected(name).write(made)
        sources.append(folder / "in" / f"libreoffice-{name}.xlsx")
        with_xlsxwriter(sources[-1], rows)
    with_libreoffice(sources, folder)
    for name in TABLES:
        shutil.copy(folder / "out" / f"libreoffice-{name}.xlsx", FILES)
        made = expected(name, digits=15)
        # Truth values come out as calls: `=TRUE()`.
        made.lines = [line + "formula" if "\tboolean\t" in line else line for line in made.lines]
        made.write(f"libreoffice-{name}")
    with_libreoffice([folder / "out" / f"libreoffice-{name}.xlsx" for name in ("persons", "dates")], folder, "ods")
    shutil.copy(folder / "out" / "libreoffice-persons.ods", FILES / "refused-ods.xlsx")
    Expected().refused("notAWorkbook.openDocument").write("refused-ods")
    with_libreoffice([folder / "out" / "libreoffice-persons.xlsx"], folder, "xls")
    shutil.copy(folder / "out" / "libreoffice-persons.xls", FILES / "refused-xls.xlsx")
    Expected().refused("notAWorkbook.legacyWorkbook").write("refused-xls")
    with_libreoffice([folder / "out" / "libreoffice-persons.xlsx"], folder, "html")
    shutil.copy(folder / "out" / "libreoffice-persons.html", FILES / "refused-html.xlsx")
    Expected().refused("notAWorkbook.webPage").write("refused-html")
    # From an .ods, saved as a workbook.
    with_libreoffice([folder / "out" / "libreoffice-dates.ods"], folder, "xlsx:Calc MS Excel 2007 XML")
    shutil.copy(folder / "out" / "libreoffice-dates.xlsx", FILES / "libreoffice-ods-dates.xlsx")
    expected("dates").write("libreoffice-ods-dates")
    special(folder)
    shutil.rmtree(folder)


def special(folder):
    """What the libraries do beyond values: formulas, merged cells, hidden things, 1904."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "公式"
    sheet["A1"], sheet["A2"], sheet["A3"] = 2, 3, "=A1+A2"
    sheet["B1"], sheet["B1"].number_format = 0.95, "0%"
    sheet["B2"], sheet["B2"].number_format = "00123", "@"
    sheet["B3"], sheet["B3"].number_format = 530102198001011234, "@"
    sheet.merge_cells("C1:D2")
    sheet["C1"] = "合并"
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["D"].hidden = True
    hidden = book.create_sheet("隐藏")
    hidden["A1"], hidden.sheet_state = 1, "hidden"
    very = book.create_sheet("深藏")
    very["A1"], very.sheet_state = 2, "veryHidden"
    book.create_sheet("空")
    book.save(FILES / "openpyxl-special.xlsx")
    text, flags = number(float("%.16g" % 530102198001011234))
    made = Expected().sheet("公式").value("A1", 2).value("B1", 0.95, percent=True).value("C1", "合并")
    made.value("A2", 3, "hiddenRow").value("B2", "00123", "textFormatted", "hiddenRow")
    made.cell("A3", "blank", "", "withoutValue").cell("B3", "number", text, "textFormatted", *flags)
    made.note("merged", "C1:D2").note("hiddenColumns", "4-4").sheet("隐藏", "hidden").value("A1", 1).sheet("深藏", "veryHidden").value("A1", 2).sheet("空")
    made.write("openpyxl-special")

    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active.title = "Sheet1"
    book.active["A1"], book.active["A2"] = D(2024, 5, 6), D(1904, 1, 1)
    book.save(FILES / "openpyxl-1904.xlsx")
    Expected().sheet("Sheet1").value("A1", D(2024, 5, 6)).value("A2", D(1904, 1, 1)).write("openpyxl-1904")

    book = xlsxwriter.Workbook(folder / "in" / "special.xlsx")
    sheet = book.add_worksheet("Sheet1")
    sheet.write("A1", 2)
    sheet.write_formula("A2", "=A1*2", None, 4)
    sheet.write_formula("A3", '="甲"&"乙"', None, "甲乙")
    sheet.write_formula("A4", "=NA()", None, "#N/A")
    sheet.write_formula("A5", "=A1>1", None, True)
    sheet.write_formula("A6", "=1/0", None, "#DIV/0!")
    red, bold = book.add_format({"color": "red"}), book.add_format({"bold": True})
    sheet.write_rich_string("B1", "一", red, "二", bold, "三 ", "四")
    sheet.write("B2", 0.5, book.add_format({"num_format": "0.00%"}))
    sheet.set_row(2, None, None, {"hidden": True})
    sheet.merge_range("C1:C3", "合", bold)
    chart = book.add_chartsheet("图")
    drawn = book.add_chart({"type": "column"})
    drawn.add_series({"values": "=Sheet1!$A$1:$A$2"})
    chart.set_chart(drawn)
    book.close()
    shutil.copy(folder / "in" / "special.xlsx", FILES / "xlsxwriter-special.xlsx")
    with_libreoffice([folder / "in" / "special.xlsx"], folder)
    shutil.copy(folder / "out" / "special.xlsx", FILES / "libreoffice-special.xlsx")
    for name in ("xlsxwriter-special", "libreoffice-special"):
        made = Expected().sheet("Sheet1").value("A1", 2).value("B1", "一二三 四").value("C1", "合").cell("A2", "number", "4", "formula").value("B2", 0.5, percent=True)
        made.cell("A3", "text", "甲乙", "formula", "hiddenRow").cell("A4", "error", "#N/A", "formula").cell("A5", "boolean", "TRUE", "formula")
        made.cell("A6", "error", "#DIV/0!", "formula").note("merged", "C1:C3")
        # LibreOffice knows no sheet that is a chart: it makes one with a chart on it.
        made.sheet("图", "other" if name.startswith("xlsxwriter") else "visible")
        made.write(name)
