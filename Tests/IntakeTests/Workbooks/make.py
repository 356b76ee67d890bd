#!/usr/bin/env python3
"""Makes the workbooks beside it anew: deliveries as officers hand them in, saved by openpyxl and by LibreOffice.

Needs openpyxl and LibreOffice. Tests need neither: the files are kept.
"""
import datetime, pathlib, subprocess, tempfile

import openpyxl
from openpyxl.styles import Alignment

HERE = pathlib.Path(__file__).resolve().parent
UNITS = ["单位编号", "单位名称", "行政区划代码", "上级单位编号", "单位类型", "层级"]
PERSONS = ["人员编号*", "姓名（必填）", "性别", "出生\n日期", "公民身份号码", "政治面貌", "参加工作日期", "管理权限", "备注"]


def book():
    made = openpyxl.Workbook()
    made.remove(made.active)
    return made


def units(made):
    sheet = made.create_sheet("单位")
    sheet.append(UNITS)
    sheet.append(["U1", "中共某市委员会", "530100", None, "党委", "市"])
    # The region as a number, as it is typed.
    sheet.append(["U2", "某市水务局", 530100, "U1", "机关部门", "市"])


def good():
    """Three people under a title, a unit row and a blank row, in the second column and those after it."""
    made = book()
    made.create_sheet("填报说明")["A1"] = "请于月底前报送"
    units(made)
    sheet = made.create_sheet("人员")
    sheet.merge_cells("B1:J1")
    sheet["B1"] = "干部花名册"
    sheet["B2"] = "填报单位：某市水务局"
    for column, heading in enumerate(PERSONS, 2):
        sheet.cell(4, column, heading).alignment = Alignment(wrap_text=True)
    rows = [
        ["P1", "赵一", "男", datetime.date(1980, 5, 6), "530102198005061234", "中共党员", datetime.datetime(2002, 8, 1), "市管"],
        ["P2", "钱二", "女", datetime.date(1985, 3, 4), None, "群众", "2008-08-01", "市管"],
        ["P3", "孙三", "男", 31048, None, 1, datetime.date(2010, 7, 1), "县管"],
    ]
    rows[0][4] = None
    for number, row in enumerate(rows, 5):
        for column, value in enumerate(row, 2):
            sheet.cell(number, column, value)
        sheet.cell(number, 5).number_format = 'yyyy"年"m"月"d"日"'
        sheet.cell(number, 8).number_format = "yyyy/m/d h:mm"
    # A code calculated from another cell: LibreOffice stores the result, openpyxl does not.
    sheet["G6"] = '=IF(B6="P2","群众","")'
    sheet.row_dimensions[7].hidden = True
    sheet.column_dimensions["F"].hidden = True
    sheet["L9"] = "填表人：李四"
    hidden = made.create_sheet("代码")
    hidden.sheet_state = "hidden"
    hidden["A1"] = "男"
    made.create_sheet("人员 (2)")["A1"] = "x"
    made.create_sheet("人员-县区")
    return made


def wrong():
    """What a spreadsheet does to identity numbers, dates and formulas."""
    made = book()
    units(made)
    sheet = made.create_sheet("人员")
    sheet.append([heading.replace("\n", "") for heading in PERSONS[:-1]])
    sheet.append(["P1", "赵一", "男", datetime.date(1980, 5, 6), 530102198005061234, "中共党员", "2002-08-01", "市管"])
    sheet.append(["P2", "#N/A", "女", datetime.date(1985, 3, 1), None, "群众", "2008-08-01", "市管"])
    sheet["B3"].data_type = "e"
    sheet["D3"].number_format = "yyyy-mm"
    sheet.append(["P3", "孙三", "男", datetime.datetime(1985, 1, 1, 8, 30), None, "=A4", "2010-07-01", "县管"])
    sheet.append(["P3", "李四", "男", datetime.date(1985, 1, 1), None, "群众", "2010-07-01", "县管"])
    return made


def libreoffice(name):
    with tempfile.TemporaryDirectory() as folder:
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
        subprocess.run(command + ["--outdir", folder, HERE / f"{name}-openpyxl.xlsx"], check=True, capture_output=True)
        pathlib.Path(folder, f"{name}-openpyxl.xlsx").replace(HERE / f"{name}-libreoffice.xlsx")


for name, make in [("good", good), ("wrong", wrong)]:
    make().save(HERE / f"{name}-openpyxl.xlsx")
libreoffice("good")
