"""A picture of what a command shows in a terminal, as SVG: the same bytes for the same words.

picture(text, about) takes lines with the colours that jalon uses (SGR: bold, faint, reverse, 31 to 36 and 96), and words
for those who do not see it.
"""

import html
import re
import unicodedata

CELL, LINE, EDGE = 8.4, 19, 16  # pixels
COLORS = {"31": "#ff7b86", "32": "#8fd694", "33": "#f2cc60", "34": "#82aaff", "35": "#e29be8", "36": "#6fd3e0",
          "96": "#9fe8e0"}
PAPER, INK, FAINT = "#1f2430", "#e6e6e6", "#9aa3b2"


def cells(words):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in words)


def runs(line):
    """(column, words, SGR codes) of each stretch of one colour."""
    column, codes = 0, set()
    for part in re.split(r"(\x1b\[[\d;]*m)", line):
        if part.startswith("\x1b["):
            new = set(part[2:-1].split(";"))
            codes = set() if new <= {"0", ""} else codes | new
        else:
            # Several spaces are a gap between columns: SVG would make one of them.
            for gap, words in re.findall(r"( *)((?:[^ ]| (?! ))*)", part):
                column += len(gap)
                if words.strip():
                    yield column, words.rstrip(), codes
                column += cells(words)


def style(codes):
    color = next((COLORS[code] for code in sorted(codes) if code in COLORS), FAINT if "2" in codes else INK)
    if "7" in codes:
        color = PAPER
    return f'fill="{color}"' + (' font-weight="bold"' if "1" in codes else "")


def shape(row, column, words, codes):
    x, y = EDGE + column * CELL, EDGE + row * LINE
    width = cells(words) * CELL
    box = f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{LINE}" fill="{INK}"/>\n' if "7" in codes else ""
    text = html.escape(words, quote=False)
    return f'{box}<text x="{x:.1f}" y="{y + 14:.1f}" textLength="{width:.1f}" {style(codes)}>{text}</text>\n'


def picture(text, about):
    lines = text.rstrip("\n").split("\n")
    drawn = [list(runs(line)) for line in lines]
    columns = max(column + cells(words) for row in drawn for column, words, _ in row)
    width, height = columns * CELL + 2 * EDGE, len(lines) * LINE + 2 * EDGE
    shapes = "".join(shape(i, *run) for i, row in enumerate(drawn) for run in row)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" '
            f'height="{height:.0f}" role="img" xml:space="preserve" '
            'font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14">\n'
            f"<title>{html.escape(about)}</title>\n"
            f'<rect width="100%" height="100%" rx="8" fill="{PAPER}"/>\n{shapes}</svg>\n')
