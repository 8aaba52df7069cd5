"""Writes the workbooks that no program writes: the 1904 system, texts inside cells, cells that point nowhere, a file that
is cut short, one with a password. Usage: make_workbooks.py FOLDER"""
import pathlib
import sys
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def relationships(*pairs):
    rows = "".join(f'<Relationship Id="r{i}" Type="{OFFICE}/{kind}" Target="{target}"/>' for i, (kind, target) in enumerate(pairs))
    return f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}">{rows}</Relationships>'


def text(place, words):
    return f'<c r="{place}" t="inlineStr"><is><r><t>{words[:3]}</t></r><r><t xml:space="preserve">{words[3:]}</t></r></is></c>'


def sheet(rows, merged=""):
    return f'<?xml version="1.0"?><worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{merged}</worksheet>'


CELLS = sheet(
    f'<row r="2">{text("B2", "Task")}{text("C2", "Due")}{text("D2", "Start")}{text("E2", "Time")}{text("F2", "Done")}{text("G2", "Notes")}</row>'
    f'<row r="3">{text("B3", "Count in 1904")}<c r="C3" s="1"><v>41986</v></c><c r="F3" s="3"><v>0.25</v></c></row>'
    f'<row r="4">{text("B4", "Meet at a time")}<c r="D4" s="2"><v>41975.5</v></c></row>'
    f'<row r="5">{text("B5", "Talk")}<c r="D5" t="d"><v>2018-12-05</v></c><c r="E5" s="4"><v>0.604166666666667</v></c></row>'
    f'<row r="6">{text("B6", "Points nowhere")}<c r="C6" t="s"><v>99</v></c></row>'
    f'<row r="7">{text("B7", "Lost")}<c r="C7" t="e"><v>#REF!</v></c></row>'
    f'<row r="8">{text("B8", "Archived")}<c r="F8" t="b"><v>1</v></c><c r="G8" t="e"><v>#N/A</v></c></row>'
    f'<row r="9" hidden="1">{text("B9", "Hidden")}</row>'
)
STYLES = (
    f'<?xml version="1.0"?><styleSheet xmlns="{MAIN}"><numFmts count="1">'
    '<numFmt numFmtId="170" formatCode="[$-40C]d\\ mmmm\\ yyyy\\ h:mm;@"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="9"/><xf numFmtId="20"/></cellXfs></styleSheet>'
)
WORKBOOK = (
    f'<?xml version="1.0"?><workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr date1904="1"/><sheets>'
    '<sheet name="Secret" sheetId="1" state="hidden" r:id="r0"/><sheet name="Plan" sheetId="2" r:id="r1"/></sheets></workbook>'
)


def write(path, cells):
    parts = {
        "_rels/.rels": relationships(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": relationships(("worksheet", "worksheets/a.xml"), ("worksheet", "/xl/worksheets/b.xml"), ("styles", "styles.xml")),
        "xl/styles.xml": STYLES,
        "xl/worksheets/a.xml": sheet(""),
        "xl/worksheets/b.xml": cells,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name, (2018, 11, 26, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


def main(folder):
    write(folder / "cells.xlsx", CELLS)
    whole = (folder / "cells.xlsx").read_bytes()
    (folder / "cut-short.xlsx").write_bytes(whole[: len(whole) // 2])
    (folder / "password.xlsx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    write(folder / "with-entities.xlsx", '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>' + CELLS.partition("?>")[2])


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
