"""The first corpus: the public pages of a campaign, the same for every peer.

34 provinces and 12 topics of lessons as sections, 51 section pages in all; 10% plan documents of 15 to 40 KB, 30% lessons, 5% models,
20% events, 35% articles. 1,000 pages are 6.6 MB of Markdown. The same seed and number of pages always give the same bytes, and the text
has no fault that loa would tell of: what is measured is the work and not the printing of messages.
"""
import json
import os
import random

from words import (
    AUDIENCES, HEADS, MODELS, NOTES, OBJECTS, PLACES, PROVINCES, STEPS, SUBHEADS, SUBJECTS, TOPICS, VERBS, quoted, slug, statement,
)

SEED = 1010
# Kinds of page with their share of all pages, the rest being articles; a title; the beginning of their file names.
KINDS = {
    "plan": (0.10, "Kế hoạch số {n} triển khai phong trào Bình dân học vụ số tại {where}", "ke-hoach"),
    "lesson": (0.30, "Bài {n}: {where} cho người mới bắt đầu", "bai"),
    "model": (0.05, "Mô hình điển hình số {n}: {where}", "mo-hinh"),
    "event": (0.20, "Sự kiện {n} hưởng ứng ngày 10/10 tại {where}", "su-kien"),
    "article": (None, "Tin {n}: {what}", "tin"),
}
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV"]


class Body:
    """Writes the bodies of pages."""

    def __init__(self, rng, links):
        self.rng = rng
        self.links = links

    def sentence(self):
        text = statement(self.rng)
        chance = self.rng.random()
        if chance < 0.06:
            title, url = self.rng.choice(self.links)
            text += f" (xem [{title}]({url}))"
        elif chance < 0.14:
            text += f", phấn đấu đạt **{self.rng.randint(30, 98)}%** trở lên"
        elif chance < 0.18:
            text += ", *hoàn thành trong quý IV*"
        return text + "."

    def paragraph(self, least=2, most=5):
        return " ".join(self.sentence() for _ in range(self.rng.randint(least, most)))

    def bullets(self, least=3, most=6):
        return "\n".join("- " + self.sentence() for _ in range(self.rng.randint(least, most)))

    def numbered(self, least=3, most=5):
        lines = []
        for number in range(1, self.rng.randint(least, most) + 1):
            lines.append(f"{number}. {self.sentence()}")
            if self.rng.random() < 0.4:
                lines += ["   - " + self.sentence() for _ in range(self.rng.randint(2, 3))]
        return "\n".join(lines)

    def table(self, least, most):
        rng = self.rng
        lines = ["| Số | Nhiệm vụ | Đơn vị chủ trì | Chỉ tiêu | Thời hạn |", "|---:|---|---|---:|---|"]
        for number in range(1, rng.randint(least, most) + 1):
            task = f"{rng.choice(VERBS).capitalize()} {rng.choice(OBJECTS)}"
            due = f"{rng.randint(1, 28):02d}/{rng.randint(3, 12):02d}/2026"
            lines.append(f"| {number} | {task} | {rng.choice(SUBJECTS)} | {rng.randint(20, 100)}% | {due} |")
        return "\n".join(lines)

    def note(self):
        return f"> **{self.rng.choice(NOTES)}:** {self.sentence()}\n>\n> {self.sentence()}"

    def picture(self):
        number = self.rng.randint(0, 39)
        return f"![Hình minh họa số {number}](/anh/hinh-{number:02d}.svg)"

    def plan(self):
        want, blocks, size, part = self.rng.randint(15, 40) * 1024, [self.paragraph(3, 5)], 0, 0
        while size < want:
            text = "\n\n".join(self.part_of_plan(part))
            blocks.append(text)
            size += len(text.encode())
            part += 1
        return "\n\n".join(blocks)

    def part_of_plan(self, part):
        blocks = [f"## {ROMAN[part % len(ROMAN)]}. {HEADS[part % len(HEADS)]}", self.paragraph()]
        for number in range(1, self.rng.randint(2, 4) + 1):
            blocks += [f"### {number}. {self.rng.choice(SUBHEADS)}", self.paragraph(1, 3), self.numbered()]
            if self.rng.random() < 0.5:
                blocks += [f"#### {'abcd'[number - 1]}) {self.rng.choice(SUBHEADS)}", self.bullets()]
        if part % 3 == 1:
            blocks.append(self.table(6, 14))
        return blocks

    def lesson(self):
        want = self.rng.randint(2, 6) * 1024
        blocks, step = ["## Mục tiêu bài học", self.bullets(2, 4), "## Các bước thực hiện"], 1
        while sum(len(block.encode()) for block in blocks) < want:
            does = [f"{at}. {self.rng.choice(STEPS)}." for at in range(1, self.rng.randint(3, 5) + 1)]
            blocks += [
                f"### Bước {step}. {SUBHEADS[step % len(SUBHEADS)]}", "\n".join(does),
                self.picture() if step % 2 else self.note(), self.paragraph(1, 2),
            ]
            step += 1
        return "\n\n".join(blocks + ["## Tự kiểm tra", self.bullets(2, 3)])

    def model(self):
        return "\n\n".join([
            "## Mô hình là gì", self.paragraph(3, 5), "## Cách vận hành", self.numbered(4, 7), "## Kết quả bước đầu", self.table(4, 8),
            "## Bài học kinh nghiệm", self.bullets(3, 5), self.note(),
        ])

    def event(self):
        rows = [f"- **{7 + at:02d}:{self.rng.choice(['00', '15', '30', '45'])}** {self.sentence()}" for at in range(self.rng.randint(3, 6))]
        return "\n\n".join([self.paragraph(1, 2), "## Chương trình", "\n".join(rows)])

    def article(self):
        blocks = [self.paragraph(2, 4), self.picture(), self.paragraph(2, 4)]
        if self.rng.random() < 0.5:
            blocks += ["## Kết quả nổi bật", self.bullets(2, 5)]
        return "\n\n".join(blocks + [self.paragraph(1, 3)])


def front(meta, strict):
    """The front matter. The peers have the terms at the top level too; loa, which is `strict`, takes them in one place only."""
    terms = [f"{name}: [{', '.join(meta[name])}]" for name in ("audience", "model")]
    extra = [f"doc_type: {meta['kind']}", f"code: {quoted(meta['code'])}", f"issuer: {quoted(meta['issuer'])}"]
    if meta["province"]:
        extra.append(f"province: {meta['province']}")
    if meta["kind"] == "event":
        extra += [f"start: {quoted(meta['start'])}", f"place: {quoted(meta['place'])}"]
    lines = ["---", f"title: {quoted(meta['title'])}", f"description: {quoted(meta['description'])}", f"date: {meta['date']}"]
    lines += [] if strict else terms
    lines += ["taxonomies:"] + ["  " + line for line in terms] + ["extra:"] + ["  " + line for line in extra]
    return "\n".join(lines + ["---", ""])


def section(title, description, pages=True):
    """The page of a section."""
    lines = ["---", f"title: {quoted(title)}", f"description: {quoted(description)}", "sort_by: date"]
    lines += ["paginate_by: 20"] if pages else []
    return "\n".join(lines + ["---", "", description, ""])


def sections(provinces, topics):
    """The section pages by path."""
    pages = {
        "_index.md": section("Bình dân học vụ số", "Thông tin công khai của phong trào.", False),
        "tinh/_index.md": section("Các tỉnh, thành phố", "Kế hoạch và tin tức của 34 tỉnh, thành phố."),
        "bai-hoc/_index.md": section("Bài học", "Bài học kỹ năng số theo chủ đề."),
        "mo-hinh/_index.md": section("Mô hình", "Giới thiệu các mô hình hay."),
        "su-kien/_index.md": section("Lịch sự kiện 10/10", "Lịch các sự kiện hưởng ứng ngày 10/10."),
    }
    pages |= {f"tinh/{id}/_index.md": section(name, f"Thông tin phong trào tại {name}.") for name, id in provinces}
    pages |= {f"bai-hoc/{id}/_index.md": section(name, f"Các bài học về {name.lower()}.") for name, id in topics}
    return pages


def home(rng, kind, n, provinces, topics):
    """Where page `n` of a kind stands: the name it speaks of, its folder, and its province if it has one."""
    if kind == "lesson":
        name, id = topics[n % len(topics)]
        return name, f"bai-hoc/{id}", ""
    if kind == "model":
        return rng.choice(topics)[0], "mo-hinh", ""
    if kind == "event" and n % 2:
        name, id = rng.choice(provinces)
        return name, "su-kien", id
    name, id = provinces[n % len(provinces)]
    return name, f"tinh/{id}", id


def metadata(rng, kind, n, where, what, province):
    day, month = rng.randint(1, 28), rng.randint(1, 10)
    return {
        "kind": kind,
        "title": KINDS[kind][1].format(n=n, where=where, what=what),
        "description": statement(rng) + ".",
        "date": f"2026-{month:02d}-{day:02d}",
        "audience": sorted(rng.sample(AUDIENCES, rng.randint(1, 2))),
        "model": [rng.choice(MODELS)] if rng.random() < 0.6 else [],
        "code": f"{n}/KH-{rng.randint(100, 999)}",
        "issuer": rng.choice(SUBJECTS),
        "province": province,
        "start": f"2026-10-{rng.randint(1, 28):02d} {rng.randint(7, 19):02d}:00",
        "place": rng.choice(PLACES),
    }


def drawing(rng):
    """A small picture."""
    boxes = (
        f'<rect x="{rng.randint(0, 300)}" y="{rng.randint(0, 180)}" width="40" height="20" fill="#{rng.randint(0, 0xffffff):06x}"/>'
        for _ in range(24))
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200">{"".join(boxes)}</svg>\n'


def write(folder, pages, seed=SEED):
    """Makes the corpus in `folder`: `content` for the peers, `content-strict` for loa, `static`, `nav.json` and `probes.json`, which names
    the pages that the preview is measured at."""
    rng = random.Random(seed)
    provinces, topics = [[(name, slug(name)) for name in names] for names in (PROVINCES, TOPICS)]
    menu = [("Lịch sự kiện 10/10", "/su-kien/"), ("Mô hình", "/mo-hinh/")]
    menu += [(name, f"/tinh/{id}/") for name, id in provinces] + [(name, f"/bai-hoc/{id}/") for name, id in topics]
    body, probes = Body(rng, menu), {}
    for path, text in sections(provinces, topics).items():
        for content in ("content", "content-strict"):
            put(folder, f"{content}/{path}", text)
    counts = {kind: int(pages * share) for kind, (share, _, _) in KINDS.items() if share}
    counts["article"] = pages - sum(counts.values())
    for kind, count in counts.items():
        for n in range(1, count + 1):
            where, under, province = home(rng, kind, n, provinces, topics)
            what = rng.choice(OBJECTS)
            meta = metadata(rng, kind, n, where, what, province)
            path = f"{under}/{KINDS[kind][2]}-{n:05d}-{slug(what)[:24].strip('-')}"
            if n == max(1, count // 2):
                meta["date"] = "2026-10-31"  # later than all others, so first of its listing
                probes[kind] = {"file": path + ".md", "url": f"/{path}/", "listing": f"/{under}/"}
            text = getattr(body, kind)()
            put(folder, f"content/{path}.md", f"{front(meta, False)}\n{text}\n")
            put(folder, f"content-strict/{path}.md", f"{front(meta, True)}\n{text}\n")
    for number in range(40):
        put(folder, f"static/anh/hinh-{number:02d}.svg", drawing(rng))
    put(folder, "static/site.css", "body{font:16px/1.6 sans-serif;max-width:70rem;margin:auto}nav li{display:inline}\n" * 20)
    put(folder, "nav.json", json.dumps([{"title": title, "url": url} for title, url in menu], ensure_ascii=False, indent=1))
    put(folder, "probes.json", json.dumps(probes, indent=1))


def put(folder, path, text):
    """Writes a file and the folders above it."""
    path = os.path.join(folder, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
