"""A small workbook that unpacks to half a gigabyte is refused at once, and costs no memory."""
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).parent / "sources"))
import make_workbooks  # noqa: E402

OVER = (1 << 29) + 1
MOST_MEMORY = 1 << 20  # KiB, also of a build with sanitizers


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "bomb.xlsx"
        make_workbooks.write(path, make_workbooks.sheet(""))
        with zipfile.ZipFile(path) as package:
            parts = {name: package.read(name) for name in package.namelist() if not name.endswith("b.xml")}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
            for name, content in parts.items():
                package.writestr(name, content)
            with package.open("xl/worksheets/b.xml", "w", force_zip64=True) as part:
                part.write(b'<?xml version="1.0"?><worksheet><sheetData>')
                piece = b" " * (1 << 20)
                for _ in range(OVER // len(piece) + 1):
                    part.write(piece)
        environment = dict(os.environ, LC_ALL="C.UTF-8", LANG="en_US.UTF-8", TZ="UTC")
        done = subprocess.run([os.environ["JALON"], "check", str(path)], capture_output=True, env=environment, timeout=120)
    told = done.stdout.decode()
    assert done.returncode == 1, done
    assert "[workbook.large]" in told, told
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert used < MOST_MEMORY, f"{used} KiB"


main()
