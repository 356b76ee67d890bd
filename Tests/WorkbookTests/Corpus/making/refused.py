"""What is no workbook, or a damaged one: each with the reason it is refused for."""
import struct
from kit import FILES, HEAD, MAIN, Expected, one_sheet, parts, put, shared, styles, worksheet, zipped

ROWS = "".join(f'<row r="{i}"><c r="A{i}" t="s"><v>0</v></c><c r="B{i}"><v>{i}</v></c></row>' for i in range(1, 4))


def rows(last):
    made = one_sheet()
    for i in range(1, last + 1):
        made.value(f"A{i}", "甲").value(f"B{i}", i)
    return made


def base():
    return parts(ROWS, strings=shared("<si><t>甲</t></si>"))


def compound(*names):
    """A compound file with streams of these names, as far as a reader looks."""
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    entries = b""
    for name in ("Root Entry",) + names:
        raw = (name + "\0").encode("utf-16-le")
        entries += raw.ljust(64, b"\0") + struct.pack("<HBB", len(raw), 5 if name == "Root Entry" else 2, 1) + bytes(60)
    return head.ljust(512, b"\0") + entries.ljust(1024, b"\0")


def foreign():
    no = lambda kind: Expected().refused(f"notAWorkbook.{kind}")
    put("refused-encrypted", compound("EncryptionInfo", "EncryptedPackage"), no("encryptedWorkbook"))
    put("refused-et", compound("Workbook", "ETExtData"), no("legacyWorkbook"))
    put("refused-book", compound("Book"), no("legacyWorkbook"))
    put("refused-doc", compound("WordDocument"), no("compoundFile"))
    put("refused-biff4", bytes.fromhex("0904060000040010000000"), no("legacyWorkbook"))
    put("refused-empty", b"", no("empty"))
    put("refused-zeros", bytes(5000), no("onlyZeros"))
    put("refused-csv", "身份证号,姓名\r\n1,张三\r\n".encode(), no("text"))
    put("refused-csv-gbk", "身份证号,姓名\r\n1,张三\r\n".encode("gbk"), no("text"))
    put("refused-csv-utf16", "身份证号\t姓名\r\n".encode("utf-16"), no("text"))
    put("refused-html-export", '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="gbk"></head><table><tr><td>1</td></tr></table></html>'.encode(), no("webPage"))
    put("refused-html-table", "\r\n <TABLE border=1><tr><td>1</table>".encode(), no("webPage"))
    put("refused-mht", b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n", no("webArchive"))
    put("refused-xml-2003", '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'.encode(), no("spreadsheetXML"))
    put("refused-xml", b'<?xml version="1.0"?><data/>', no("otherXML"))
    put("refused-pdf", b"%PDF-1.7\n%\xe2\xe3", no("pdf"))
    put("refused-png", b"\x89PNG\r\n\x1a\n\0\0", no("picture"))
    put("refused-rar", b"Rar!\x1a\x07\x01\0", no("otherPacking"))
    put("refused-gzip", b"\x1f\x8b\x08\0\0", no("otherPacking"))
    put("refused-unknown", bytes(range(1, 255)) * 4, no("unknown"))
    put("refused-zip", {"a.csv": "1"}, no("otherArchive"))
    put("refused-empty-zip", {}, no("otherArchive"))
    put("refused-docx", {"_rels/.rels": base()["_rels/.rels"].replace("xl/workbook.xml", "word/document.xml"), "word/document.xml": "<w/>"}, no("wordDocument"))
    put("refused-pptx", {"ppt/presentation.xml": "<p/>"}, no("presentation"))
    put("refused-xlsb", {"_rels/.rels": base()["_rels/.rels"].replace(".xml\"/>", ".bin\"/>"), "xl/workbook.bin": b"\0"}, no("binaryWorkbook"))
    put("refused-numbers", {"Index/Document.iwa": b"\0"}, no("numbersDocument"))
    packed = bytearray(zipped(base()))
    at = packed.find(b"PK\1\2")
    while at >= 0:
        packed[at + 8] |= 1
        local = struct.unpack_from("<I", packed, at + 42)[0]
        packed[local + 6] |= 1
        at = packed.find(b"PK\1\2", at + 4)
    put("refused-zip-password", bytes(packed), no("encryptedWorkbook"))


def damaged():
    whole = zipped(base())
    put("damaged-cut", whole[:len(whole) // 2], Expected().refused("damagedArchive"))
    put("damaged-cut-end", whole[:-10], Expected().refused("damagedArchive"))
    sheet = base()["xl/worksheets/sheet1.xml"]
    with_sheet = lambda text: {**base(), "xl/worksheets/sheet1.xml": text}
    put("damaged-xml-cut", with_sheet(sheet[:sheet.index('<c r="B3"') + 14]), rows(2).refused("malformedXML", "Sheet1!B3"))
    put("damaged-xml-tag", with_sheet(sheet.replace("<v>2</v>", "<v>2</w>")), rows(1).refused("malformedXML", "Sheet1!B2"))
    put("damaged-xml-character", with_sheet(sheet.replace("<v>2</v>", "<v>2\x01</v>")), rows(1).refused("malformedXML", "Sheet1!B2"))
    put("damaged-xml-bytes", with_sheet(sheet.encode().replace(b"<v>2</v>", b"<v>\xff\xfe</v>")), rows(1).refused("malformedXML", "Sheet1!B2"))
    put("damaged-xml-empty", with_sheet(""), one_sheet().refused("malformedXML", "Sheet1"))
    put("damaged-entity", with_sheet(sheet.replace("<v>2</v>", "<v>&x;</v>")), rows(1).refused("malformedXML", "Sheet1!B2"))
    put("damaged-doctype", with_sheet(sheet.replace(HEAD, HEAD + '<!DOCTYPE worksheet [<!ENTITY x "1">]>')), one_sheet().refused("documentType"))
    put("damaged-doctype-external", with_sheet(sheet.replace(HEAD, HEAD + '<!DOCTYPE worksheet SYSTEM "file:///etc/passwd">')), one_sheet().refused("documentType"))
    put("damaged-strings-doctype", {**base(), "xl/sharedStrings.xml": base()["xl/sharedStrings.xml"].replace(HEAD, HEAD + "<!DOCTYPE sst>")}, one_sheet().refused("documentType"))
    put("damaged-encoding", with_sheet(sheet.replace("UTF-8", "GBK")), one_sheet().refused("unknownEncoding"))
    put("damaged-root", with_sheet(f'{HEAD}<chartsheet xmlns="{MAIN}"/>'), one_sheet().refused("unexpectedPart"))
    put("damaged-workbook-root", {**base(), "xl/workbook.xml": "<document/>"}, Expected().refused("unexpectedPart"))
    put("damaged-no-sheet-part", {k: v for k, v in base().items() if "sheet1" not in k}, one_sheet().refused("missingPart"))
    put("damaged-no-strings", {k: v for k, v in base().items() if "shared" not in k}, one_sheet().refused("missingPart"))
    put("damaged-no-workbook", {k: v for k, v in base().items() if k != "xl/workbook.xml"}, Expected().refused("missingPart"))
    put("damaged-no-styles", {k: v for k, v in base().items() if "styles" not in k}, Expected().refused("missingPart"))
    put("damaged-depth", with_sheet(sheet.replace("<sheetData>", "<sheetData>" + "<x>" * 300 + "</x>" * 300)), one_sheet().refused("overLimit.depth"))
    put("damaged-ratio", {**base(), "xl/media/image1.emf": bytes(40 << 20)}, Expected().refused("overLimit.ratio"))
    twice = bytearray(zipped({**base(), "xl/Xorksheets/sheet1.xml": "<a/>"}))
    put("damaged-two-of-a-name", bytes(twice).replace(b"xl/Xorksheets", b"xl/worksheets"), Expected().refused("damagedArchive"))
    stored = bytearray(whole)
    at = stored.find(b"PK\1\2")
    while b"sheet1" not in stored[at:at + 80]:
        at = stored.find(b"PK\1\2", at + 4)
    stored[at + 16] ^= 0xFF
    put("damaged-checksum", bytes(stored), rows(3).refused("damagedPart", "Sheet1!3"))


def cells():
    def bad(name, body, fault, place, before=0, **more):
        put(f"cell-{name}", parts(body, strings=shared("<si><t>甲</t></si>"), **more), rows(before).refused(f"badCell.{fault}", place))
    first = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1</v></c></row>'
    bad("string-beyond", first + '<row r="2"><c r="C2" t="s"><v>1</v></c></row>', "sharedString", "Sheet1!C2", 1)
    bad("string-negative", '<row r="1"><c r="A1" t="s"><v>-1</v></c></row>', "sharedString", "Sheet1!A1")
    bad("string-no-index", '<row r="1"><c r="A1" t="s"><v>x</v></c></row>', "sharedString", "Sheet1!A1")
    bad("number", first + '<row r="2"><c r="B2"><v>abc</v></c></row>', "number", "Sheet1!B2", 1)
    bad("number-nan", '<row r="1"><c r="A1"><v>NaN</v></c></row>', "number", "Sheet1!A1")
    bad("number-hexadecimal", '<row r="1"><c r="A1"><v>0x10</v></c></row>', "number", "Sheet1!A1")
    bad("number-infinite", '<row r="1"><c r="A1"><v>1e999</v></c></row>', "number", "Sheet1!A1")
    bad("number-comma", '<row r="1"><c r="A1"><v>1,5</v></c></row>', "number", "Sheet1!A1")
    bad("boolean", '<row r="1"><c r="A1" t="b"><v>2</v></c></row>', "boolean", "Sheet1!A1")
    bad("date", '<row r="1"><c r="A1" t="d"><v>2024-13-01</v></c></row>', "date", "Sheet1!A1")
    bad("type", '<row r="1"><c r="A1" t="x"><v>2</v></c></row>', "type", "Sheet1!A1")
    bad("twice", first + '<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>', "twice", "Sheet1!A2", 1)
    bad("other-row", first + '<row r="2"><c r="A3"><v>1</v></c></row>', "otherRow", "Sheet1!A2", 1)
    bad("row-order", first + '<row r="1"><c r="A1"><v>1</v></c></row>', "rowOrder", "Sheet1!1", 1)
    bad("row-beyond", first + '<row r="1048577"><c r="A1048577"><v>1</v></c></row>', "reference", "Sheet1!1048577", 1)
    bad("row-none", '<row r="x"/>', "reference", "Sheet1")
    bad("column-beyond", '<row r="1"><c r="XFE1"><v>1</v></c></row>', "reference", "Sheet1!XFE1")
    bad("reference", '<row r="1"><c r="1A"><v>1</v></c></row>', "reference", "Sheet1!A1")


def make():
    foreign()
    damaged()
    cells()
