#!/usr/bin/env python3
"""Scores `supplierscope analyze` on the demo newsroom, whose articles carry the course that each tells of each supplier.

usage: newsroom_stance.py CHECKOUT [--words-only] [--misses]

The rules were tuned on half of the pieces in newsroom_first.txt; neither rules nor model had met the others.
"""
import json
import pathlib
import re
import subprocess
import sys

LABELS = ["PRECISION", "BREADTH", "MIXED", "NONE"]
checkout = pathlib.Path(sys.argv[1]).resolve()
texts, labels = [], {}
for file in sorted((checkout / "deploy/src/main/resources/newsroom/articles").glob("*/*.md")):
    _, head, body = file.read_text(encoding="utf-8").split("---\n", 2)
    courses = re.search(r"^courses:\n((?:  .*\n)+)", head, re.M)
    labels[file.stem] = dict(re.findall(r'^  "([^"]+)": *(\w+)', courses.group(1), re.M)) if courses else {}
    texts.append({
        "id": file.stem,
        "title": re.search(r'^title: "?(.*?)"?$', head, re.M).group(1),
        "text": re.sub(r"^## ", "", body.strip(), flags=re.M),
        "language": re.search(r"^language: (\S+)", head, re.M).group(1),
    })
first = set((pathlib.Path(__file__).parent / "newsroom_first.txt").read_text().split())
options = [option for option in ("--words-only",) if option in sys.argv]
read = subprocess.run(
    [checkout / "supplierscope", "analyze", *options], input="\n".join(json.dumps(t) for t in texts),
    capture_output=True, text=True, check=True).stdout
pairs = []
for line in read.splitlines():
    article = json.loads(line)
    told = {supplier["name"]: (supplier["stance"], supplier["confidence"]) for supplier in article["suppliers"]}
    for supplier, label in labels[article["id"]].items():
        pairs.append((label, *told.get(supplier, ("MISSING", 0.0)), article["id"] in first))
        if "--misses" in sys.argv and pairs[-1][0] != pairs[-1][1]:
            print("  miss", article["id"], supplier, *pairs[-1])


def report(name, pairs):
    print(name)
    f1 = []
    for label in LABELS:
        right = sum(a == b == label for a, b, *_ in pairs)
        said = sum(b == label for _, b, *_ in pairs)
        there = sum(a == label for a, *_ in pairs)
        f1.append(2 * right / (said + there) if right else 0.0)
        print(f"  {label:10} n={there:4} precision={right / said if said else 0:.3f}"
              f" recall={right / there:.3f} f1={f1[-1]:.3f}")
    bins = [[], [], [], [], [], [], [], [], [], []]
    for a, b, sure, _ in pairs:
        bins[min(9, int(sure * 10))].append((a == b, sure))
    error = sum(abs(sum(right - sure for right, sure in each)) for each in bins) / len(pairs)
    right = sum(a == b for a, b, *_ in pairs)
    print(f"  pairs={len(pairs)} accuracy={right / len(pairs):.3f} macro_f1={sum(f1) / 4:.3f}"
          f" calibration_error={error:.3f}")


report("first pieces", [pair for pair in pairs if pair[3]])
report("later pieces", [pair for pair in pairs if not pair[3]])
report("all", pairs)
