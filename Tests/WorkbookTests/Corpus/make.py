#!/usr/bin/env python3
"""Makes the corpus anew: workbooks, and beside each what is in it, from where it was written and never from the reader.

Needs openpyxl, pandas, XlsxWriter, a C compiler with libxlsxwriter, LibreOffice. Tests need none of these: the files are kept.
"""
import pathlib, sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "making"))
sys.dont_write_bytecode = True
import formats, kit, libraries, refused, shapes

kit.FILES.mkdir(exist_ok=True)
for old in kit.FILES.iterdir():
    old.unlink()
for maker in (formats, shapes, refused, libraries):
    maker.make()
print(len(list(kit.FILES.glob("*.tsv"))), "files")
