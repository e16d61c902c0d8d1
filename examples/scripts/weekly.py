#!/usr/bin/env python3
"""Writes a CSV of what is late, counted by topic and area: for the meeting where the map is talked about.

    weekly.py FILE

SEINHUIS_AS names the coordinator of the map: she sees all signals, another organisation its own.
It counts by where the map may fail, never by organisation, and a count below five is not told: it could point at a family.
It ends as seinhuis did (docs/exit-codes.md), but for 6: that work is waiting is what the file tells.
"""

import collections
import csv
import json
import os
import subprocess
import sys
import tempfile

LEAST = 5


def late():
    """The late signals, one by one."""
    listed = ["seinhuis", "list", "--late", "--state", "offered,accepted,answered", "--format", "jsonl"]
    with subprocess.Popen(listed, stdout=subprocess.PIPE, encoding="utf-8") as job:
        for line in job.stdout:
            yield json.loads(line)
    if job.returncode not in (0, 6):
        # What went wrong was said on standard error already.
        sys.exit(job.returncode)


def counted(signals):
    """How many signals are late, by main topic, area and what is waited for, the most first."""
    counts = collections.Counter((signal["topics"][0], signal["area"] or "", signal["state"]) for signal in signals)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def write(path, counts):
    """Writes the file whole, or leaves the old one."""
    folder = os.path.dirname(os.path.abspath(path))
    with tempfile.NamedTemporaryFile("w", dir=folder, encoding="utf-8-sig", newline="", delete=False) as new:
        table = csv.writer(new, delimiter=";")
        table.writerow(["topic", "area", "state", "late"])
        for (topic, area, state), count in counts:
            table.writerow([topic, area, state, count if count >= LEAST else f"<{LEAST}"])
    os.replace(new.name, path)


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: weekly.py FILE")
    write(sys.argv[1], counted(late()))


if __name__ == "__main__":
    main()
