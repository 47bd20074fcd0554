"""The peers of `peers.json`: which are installed, how they are called, and their sites put together from skeleton and corpus."""
import json
import os
import shlex
import shutil
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
REPOSITORY = os.path.dirname(os.path.dirname(HERE))


class Peer:
    """One peer: its entry in `peers.json` and its program."""

    def __init__(self, name, entry):
        self.name = name
        self.entry = entry
        self.program = os.environ.get(entry["program"]) or shutil.which(name)

    def command(self, words, root="", output="", port=0):
        """The words of a command of `peers.json` with their places filled in."""
        fill = {"program": self.program, "root": root, "output": output, "port": port}
        return [word.format(**fill) for word in shlex.split(words)]

    def folder(self, root):
        """The folder in which its commands run."""
        return root if self.entry.get("at_root") else None

    def version(self):
        """What it says of its version; nothing for the floor, which has none."""
        if "version" not in self.entry:
            return ""
        said = subprocess.run(self.command(self.entry["version"]), capture_output=True, text=True, check=False).stdout.strip()
        return said.splitlines()[0] if said else "unknown version"

    def put_together(self, corpus, root):
        """Makes its site at `root`, in place of what stands there."""
        entry = self.entry
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(os.path.join(HERE, entry["skeleton"]), root)
        shutil.copytree(os.path.join(corpus, entry.get("content", "content")), os.path.join(root, "content"), dirs_exist_ok=True)
        shutil.copytree(os.path.join(corpus, "static"), os.path.join(root, entry.get("static", "static")), dirs_exist_ok=True)
        navigation = os.path.join(corpus, "nav.json")
        if "navigation" in entry:
            there = os.path.join(root, entry["navigation"])
            os.makedirs(os.path.dirname(there), exist_ok=True)
            shutil.copy(navigation, there)
        if "navigation_toml" in entry:
            with open(navigation, encoding="utf-8") as file:
                rows = [f'  {{ title = "{row["title"]}", url = "{row["url"]}" }},\n' for row in json.load(file)]
            with open(os.path.join(root, entry["navigation_toml"]), "a", encoding="utf-8") as file:
                file.write("nav = [\n" + "".join(rows) + "]\n")


def installed(only):
    """The peers that have a program, those named in `only` if any are."""
    with open(os.path.join(HERE, "peers.json"), encoding="utf-8") as file:
        peers = [Peer(name, entry) for name, entry in json.load(file).items()]
    unknown = set(only) - {peer.name for peer in peers}
    if unknown:
        raise SystemExit(f"no such peer: {', '.join(sorted(unknown))}; peers.json has {', '.join(peer.name for peer in peers)}")
    return [peer for peer in peers if peer.program and (not only or peer.name in only)]


def build_programs(floor=True):
    """Builds loa and the floor in release and names them to the peers, but for those that the environment names already. Gives the commit
    that loa is built from; nothing for a binary that was named, because nobody knows."""
    built_from = "" if "BENCH_LOA" in os.environ else commit()
    target = os.environ.get("CARGO_TARGET_DIR") or os.path.join(REPOSITORY, "target")
    if "BENCH_LOA" not in os.environ:
        cargo(REPOSITORY, target)
        os.environ["BENCH_LOA"] = os.path.join(target, "release", "loa")
    if floor and "BENCH_FLOOR" not in os.environ:
        own = os.path.join(target, "floor")
        cargo(os.path.join(HERE, "floor"), own)
        os.environ["BENCH_FLOOR"] = os.path.join(own, "release", "floor")
    return built_from


def cargo(folder, target):
    environment = dict(os.environ, CARGO_TARGET_DIR=target)
    subprocess.run(["cargo", "build", "--release", "--locked"], cwd=folder, env=environment, check=True)


def commit():
    """The commit that is checked out, with a plus sign when files differ from it; nothing outside a clone."""
    def git(*words):
        return subprocess.run(["git", *words], cwd=REPOSITORY, capture_output=True, text=True, check=False).stdout.strip()
    changed = git("status", "--porcelain", "--untracked-files=no", "--", "src", "themes", "Cargo.toml", "Cargo.lock")
    return git("rev-parse", "--short", "HEAD") + ("+" if changed else "")
