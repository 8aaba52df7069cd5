"""Runs a program once and measures it: wall-clock and processor seconds, and the peak of its memory.

The peak begins with what this process holds: whoever wants it does what needs memory `apart`."""
import multiprocessing
import os
import subprocess
import time
from dataclasses import dataclass


@dataclass
class Run:
    seconds: float  # from start to end, by the clock
    cpu: float  # processor time, user and system
    memory: int  # bytes, the largest resident set
    status: int
    output: bytes


def run(command, *, keep_output=False, directory=None, environment=None, standard_input=None):
    """What the program writes is thrown away, or kept where asked for. Nothing is checked."""
    out = subprocess.PIPE if keep_output else subprocess.DEVNULL
    begin = time.perf_counter()
    with open(standard_input or os.devnull, "rb") as given, subprocess.Popen(
        command, stdin=given, stdout=out, stderr=subprocess.DEVNULL, cwd=directory, env=environment
    ) as process:
        output = process.stdout.read() if keep_output else b""
        _, status, usage = os.wait4(process.pid, 0)
        end = time.perf_counter()
        process.returncode = os.waitstatus_to_exitcode(status)
    return Run(end - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, process.returncode, output)


def apart(function, *arguments):
    """Runs a function in a process of its own, and ends where that failed."""
    process = multiprocessing.Process(target=function, args=arguments)
    process.start()
    process.join()
    if process.exitcode != 0:
        raise SystemExit(1)


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
