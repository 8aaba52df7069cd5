"""Shows that no input takes more than linear time: reads hard inputs of 1/4, 1/2 and 1 MiB by whole processes.

Usage: linear.py JALON FOLDER [--hold]     FOLDER: where the inputs are written
Prints processor seconds for each size, and how much longer twice the input takes, from the second size to the third (2
where time is linear; the first size may be read in another way). With --hold it fails where that is over 3 and the time
is worth measuring: a quadratic reader would show 4."""
import pathlib
import sys

from hard_inputs import hard_inputs
from process import run

SIZES = [1 << 18, 1 << 19, 1 << 20]
WORTH_MEASURING = 0.5  # seconds
MOST = 3.0
ENDS = {0, 1, 2}  # jalon's own exit codes; anything else is a crash


def commands(jalon, path):
    yield "check", [jalon, "check", "--as-of", "2018-11-26", path], None
    yield "convert", [jalon, "convert", "--as-of", "2018-11-26", "--keep-going", path, "-o", "-"], None
    yield "when", [jalon, "when", "--as-of", "2018-11-26"], path


def fastest(command, standard_input, rounds):
    runs = [run(command, standard_input=standard_input) for _ in range(rounds)]
    crashed = [each.status for each in runs if each.status not in ENDS]
    if crashed:
        raise SystemExit(f"{' '.join(command)} ended with {crashed[0]}")
    return min(each.cpu for each in runs)


def write_inputs(folder):
    """{name: [a path for each size]}"""
    folder.mkdir(parents=True, exist_ok=True)
    paths = {}
    for size in SIZES:
        for number, (name, content) in enumerate(hard_inputs(size)):
            path = folder / f"{number}-{size}.md"
            path.write_bytes(content)
            paths.setdefault(name, []).append(str(path))
    return paths


def main(jalon, folder, hold):
    rounds, too_long = (1 if hold else 3), []
    print(f"{'input':44} {'command':8} {'1/4 MiB':>9} {'1/2 MiB':>9} {'1 MiB':>9}  growth")
    for name, paths in write_inputs(folder).items():
        for index, (verb, _, _) in enumerate(commands(jalon, "")):
            seconds = [fastest(*list(commands(jalon, path))[index][1:], rounds) for path in paths]
            growth = seconds[-1] / seconds[-2]
            print(f"{name:44} {verb:8} " + " ".join(f"{each:8.3f}s" for each in seconds) + f"  x{growth:.1f}", flush=True)
            if seconds[-1] > WORTH_MEASURING and growth > MOST:
                too_long.append(f"{name}, {verb}: x{growth:.1f}")
    if hold and too_long:
        raise SystemExit("more than linear time:\n" + "\n".join(too_long))


if __name__ == "__main__":
    main(sys.argv[1], pathlib.Path(sys.argv[2]), "--hold" in sys.argv[3:])
