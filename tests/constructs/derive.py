#!/usr/bin/env python3
"""Where the expected numbers of the models beside this script come from.

    derive.py            prints every derived number, by file
    derive.py --check    compares them with the expectations in the models; exit status 1 where one differs or is missing
    derive.py --write    writes them into the models (an expectation `@` waits for its number)

A developer's tool: it needs Python 3 with numpy and scipy, and no test runs it. The derivations are closed forms, exact
recursions over small state spaces and quadrature, in `derivations/`, a module for each folder.
"""

import importlib
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
MODULES = "time events choices stocks treaties scenarios knowledge expressions distributions evidence multi".split()

FORM = re.compile(
    r"^// expect (?P<question>\w+(?:#\d+)?)"
    r"(?P<kind> value| moot| category \w+| quantile p\d+| series \d{4}-\d\d-\d\d)"
    r" (?P<number>\S+)(?P<rest>.*)$"
)


def key_of(match):
    """The words that name an expectation: question, kind (nothing for `value`), and `in` or `without` what."""
    kind = "" if match["kind"] == " value" else match["kind"]
    scenario = re.search(r" (in|without) \S+", match["rest"])
    return match["question"] + kind + (scenario.group(0) if scenario else "")


def main(mode):
    for module in MODULES:
        importlib.import_module(f"derivations.{module}")
    from derivations.common import CASES

    faults = 0
    for path in sorted(HERE.rglob("*.casus")):
        name = str(path.relative_to(HERE))[: -len(".casus")]
        numbers, used, lines = CASES.get(name, {}), set(), []
        for line in path.read_text(encoding="utf-8").split("\n"):
            match = FORM.match(line)
            if match:
                key = key_of(match)
                if key in numbers:
                    used.add(key)
                    if mode == "--write":
                        line = line[: match.start("number")] + f"{numbers[key]:.15g}" + line[match.end("number"):]
                    elif mode == "--check":
                        written = float(match["number"])
                        if abs(written - numbers[key]) > 1e-10 * max(1, abs(numbers[key])):
                            print(f"{name}: {key} is {written}, derived {numbers[key]!r}")
                            faults += 1
                elif match["number"] == "@":
                    print(f"{name}: {key} has no derivation")
                    faults += 1
            lines.append(line)
        for key in numbers.keys() - used:
            print(f"{name}: {key} is derived and not expected")
            faults += 1
        if mode == "--write":
            path.write_text("\n".join(lines), encoding="utf-8")
        elif mode is None and numbers:
            print(name)
            for key, value in numbers.items():
                print(f"  {key:40} {value:.15g}")
    for name in CASES.keys() - {str(p.relative_to(HERE))[: -len(".casus")] for p in HERE.rglob("*.casus")}:
        print(f"{name}: no such model")
        faults += 1
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else None))
