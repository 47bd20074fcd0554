"""The tables of figures, as Markdown."""
import statistics

from building import ROUNDS

# What ratios are taken to: the least work with a template engine. Without it, the first peer there is.
BASE = "floor, Tera 2"
# And in the corpus of plans: the rendering of their Markdown.
PLAIN = "article, built"
TITLES = {
    "cold": "cold build",
    "again": "the same build again, nothing changed",
    "one page": "the same build again, one page changed",
}


def build(size, result):
    """The tables of one size: cold, again, one page changed."""
    return "\n".join(build_round(size, result, kind) for kind in ROUNDS)


def build_round(size, result, kind):
    figures, base = result["figures"], base_of(result["figures"])
    taken = len(figures[base][kind])
    cold = kind == "cold"
    last = "files | MiB written" if cold else "files written"
    lines = [
        f"### {size:,} pages, {TITLES[kind]}", "",
        f"Medians of {taken}; × is the median of the ratios to “{base}” in the same turn.", "",
        f"| | wall s | × | CPU s | × | peak MiB | × | {last} |",
        "|---|" + "---:|" * (8 if cold else 7),
    ]
    for name, rounds in figures.items():
        rows, against = rounds[kind], figures[base][kind]
        cells = []
        for key, show in (("wall", "{:.2f}".format), ("cpu", "{:.2f}".format), ("peak", mebibytes)):
            cells += [show(median(row[key] for row in rows)), ratio(rows, against, key)]
        made = result["output"][name]
        cells += [str(made["files"]), mebibytes(made["bytes"])] if cold else [str(round(median(row["written"] for row in rows)))]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines + [""])


def growth(results):
    """How cold builds grow from each size to the next."""
    sizes = sorted(results)
    lines = []
    for small, large in zip(sizes, sizes[1:]):
        lines += [f"### Growth from {small:,} to {large:,} pages (pages × {large / small:g})", "", "| | CPU × | peak memory × |", "|---|---:|---:|"]
        for name in results[large]["figures"]:
            before, after = (results[size]["figures"][name]["cold"] for size in (small, large))
            cpu, peak = (median(row[key] for row in after) / median(row[key] for row in before) for key in ("cpu", "peak"))
            lines.append(f"| {name} | {cpu:.1f} | {peak:.1f} |")
        lines.append("")
    return "\n".join(lines)


def serve(size, figures):
    """The table of previews."""
    lines = [
        f"### {size:,} pages, preview", "",
        "Milliseconds from the write of a file to its new bytes over HTTP, medians. “stale”: not within 15 s.", "",
        "| | ready s | edit of a body | page away | CPU of it | title, until in its list | base template | a page not seen before | CPU of it | MiB | after the edits |",
        "|---|" + "---:|" * 10,
    ]
    for name, found in figures.items():
        cells = [
            f"{found['ready']:.2f}", milliseconds(found["body"]), milliseconds(found["away"]), milliseconds(found["cpu"]),
            milliseconds(found["listing"]), milliseconds(found["template"]), milliseconds(found["unseen"]), milliseconds(found["template_cpu"]),
            mebibytes(found["memory"]), mebibytes(found["memory_after"]),
        ]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines + [""])


def plans(plan_count, clauses, result):
    """The table of the plan corpus."""
    figures = result["figures"]
    lines = [
        f"### {plan_count:,} plans, {clauses:,} clauses", "",
        f"The same texts as articles and as plans, with loa's own theme; medians of {len(figures['plan, built'])}, × to “{PLAIN}”.",
        "“Read” is all up to the tables of `loa list`, with nothing rendered; “built” is a cold build with all that is made of plans.", "",
        "| | CPU s | CPU µs a clause | × | peak MiB | files | MiB written |", "|---|" + "---:|" * 6,
    ]
    for name, rows in figures.items():
        made = result["output"].get(name)
        cpu = median(row["cpu"] for row in rows)
        cells = [f"{cpu:.2f}", f"{cpu / clauses * 1e6:.0f}", ratio(rows, figures[PLAIN], "cpu"), mebibytes(median(row["peak"] for row in rows))]
        cells += [str(made["files"]), mebibytes(made["bytes"])] if made else ["–", "–"]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines + [""])


def readme(raw):
    """The short table for the README of the project: the largest size, one row for each program."""
    size = max(raw["build"])
    figures, base = raw["build"][size]["figures"], base_of(raw["build"][size]["figures"])
    previews = raw["serve"].get(size, {})
    lines = [
        f"| {size:,} pages | cold build, CPU s | × floor | peak MiB | one page changed, CPU s | preview: edit seen after ms | MiB |",
        "|---|" + "---:|" * 6,
    ]
    for name, rounds in figures.items():
        cold, preview = rounds["cold"], previews.get(name)
        cells = [
            f"{median(row['cpu'] for row in cold):.2f}", ratio(cold, figures[base]["cold"], "cpu"), mebibytes(median(row["peak"] for row in cold)),
            f"{median(row['cpu'] for row in rounds['one page']):.2f}",
            milliseconds(preview["body"]) if preview else "–", mebibytes(preview["memory_after"]) if preview else "–",
        ]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    lines.append("")
    if "plans" in raw:
        told = raw["plans"]
        times = ratio(told["figures"]["plan, built"], told["figures"][PLAIN], "cpu")
        lines += [f"A site of {told['plans']} plans with {told['clauses']:,} clauses, all outputs, costs {times} times the CPU of the same texts as articles.", ""]
    return "\n".join(lines + [raw["told"], ""])


def base_of(figures):
    return BASE if BASE in figures else next(iter(figures))


def median(values):
    return statistics.median(list(values))


def ratio(rows, against, key):
    """The median of the ratios of two lists of figures, turn by turn."""
    ratios = [row[key] / other[key] for row, other in zip(rows, against) if other[key] > 0]
    return f"{median(ratios):.2f}" if ratios else "–"


def mebibytes(size):
    return f"{size / 2**20:.0f}"


def milliseconds(seconds):
    if not seconds:
        return "–"
    if None in seconds:
        return "stale"
    value = median(seconds) * 1000
    return f"{value:.0f}" if value >= 10 or value == 0 else f"{value:.1f}"
