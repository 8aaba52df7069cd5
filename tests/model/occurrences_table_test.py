"""The table of tests/model/occurrences_test.cpp is what python-dateutil says."""
import pathlib
import runpy

runpy.run_path(str(pathlib.Path(__file__).parent / "occurrences_table.py"), run_name="__main__")
