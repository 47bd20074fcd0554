"""Measures builds: cold, again with nothing changed, and again with one page changed."""
import json
import os
import shutil
import subprocess
import sys
import time

ROUNDS = ("cold", "again", "one page")


def run_once(command, folder=None):
    """Runs a command and gives its seconds of wall and CPU, its peak resident bytes and its exit code."""
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode:
        tail = said[-800:].decode(errors="replace")
        raise SystemExit(f"exit code {process.returncode} of {' '.join(command)}\n{tail}")
    return {"wall": wall, "cpu": used.ru_utime + used.ru_stime, "peak": used.ru_maxrss * 1024}


def files_of(folder):
    """The files of an output with their times of change."""
    found = {}
    for base, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(base, name)
            known = os.stat(path)
            found[os.path.relpath(path, folder)] = (known.st_mtime_ns, known.st_size)
    return found


def written(before, after):
    """How many files have another time than before, or are new."""
    return sum(after[path] != before.get(path) for path in after)


def measure(peers, corpus, sites, output, runs):
    """Measures every build of every peer `runs` times, in turns, after a first turn that does not count. Gives a list of figures for each
    name and round, and what each has written."""
    with open(os.path.join(corpus, "probes.json"), encoding="utf-8") as file:
        lesson = json.load(file)["lesson"]["file"]
    jobs = [(name, words, peer) for peer in peers for name, words in peer.entry["build"].items()]
    figures = {name: {kind: [] for kind in ROUNDS} for name, _, _ in jobs}
    sizes = {}
    for turn in range(runs + 1):
        for name, words, peer in jobs:
            root = os.path.join(sites, peer.name)
            command = peer.command(words, root=root, output=output)
            took, sizes[name] = one_turn(command, peer.folder(root), output, os.path.join(root, "content", lesson))
            if turn:
                for kind in ROUNDS:
                    figures[name][kind].append(took[kind])
            cold = took["cold"]
            print(f"  {name}: {cold['wall']:.2f} s, {cold['cpu']:.2f} s of CPU{'' if turn else ' (not counted)'}", file=sys.stderr, flush=True)
    return {"figures": figures, "output": sizes}


def one_turn(command, folder, output, page):
    """One cold build, one again, one after a paragraph was added to a page; the page is then as before."""
    shutil.rmtree(output, ignore_errors=True)
    took = {"cold": run_once(command, folder)}
    made = files_of(output)
    took["again"] = run_once(command, folder)
    took["again"]["written"] = written(made, files_of(output))
    with open(page, "rb") as file:
        original = file.read()
    try:
        with open(page, "ab") as file:
            file.write("\nMột đoạn mới ở cuối bài.\n".encode())
        before = files_of(output)
        took["one page"] = run_once(command, folder)
        took["one page"]["written"] = written(before, files_of(output))
    finally:
        with open(page, "wb") as file:
            file.write(original)
        shutil.rmtree(output, ignore_errors=True)
    html = sum(path.endswith(".html") for path in made)
    return took, {"files": len(made), "html": html, "bytes": sum(size for _, size in made.values())}


def understanding(program, corpus, output, runs):
    """Reads and builds the plan corpus as articles and as plans, `runs` times in turns after a turn that does not count."""
    figures = {f"{kind}, {step}": [] for kind in ("article", "plan") for step in ("read", "built")}
    sizes = {}
    for turn in range(runs + 1):
        for name, taken in figures.items():
            kind, step = name.split(", ")
            root = os.path.join(corpus, kind)
            if step == "read":
                # A short table: all is read and joined, nothing is rendered.
                took = run_once([program, "list", "lessons", "--csv", "--root", root])
            else:
                took = run_once([program, "build", "--root", root, "--output", output])
                made = files_of(output)
                sizes[name] = {"files": len(made), "bytes": sum(size for _, size in made.values())}
                shutil.rmtree(output, ignore_errors=True)
            if turn:
                taken.append(took)
    return {"figures": figures, "output": sizes}
