"""The second corpus: official plans with parts, items, points, references, assignments, targets, duties and task tables.

It is written twice: as kind `plan`, which loa understands, and the very same texts as plain articles, of which it renders only the
Markdown. The difference is what understanding, checking and showing a clause costs.
"""
import random

from campaign import put, section
from words import ENDINGS, HEADS, OBJECTS, PROVINCES, SUBHEADS, VERBS, quoted, slug, statement

SEED = 1010
BODIES = [
    "Sở Khoa học và Công nghệ", "Sở Giáo dục và Đào tạo", "Sở Nội vụ", "Sở Tài chính", "Công an tỉnh",
    "Sở Văn hóa, Thể thao và Du lịch", "Hội Liên hiệp Phụ nữ tỉnh", "Tỉnh đoàn", "Hội Nông dân tỉnh", "Đài Phát thanh và Truyền hình tỉnh",
]
CLASS = "Các sở, ban, ngành tỉnh"
OPEN = "Các cơ quan, đơn vị có liên quan"
GROUPS = {
    "can-bo": "Cán bộ, công chức, viên chức",
    "hoc-sinh": "Học sinh",
    "nguoi-dan": "Người dân",
    "nguoi-lao-dong": "Người lao động",
}
# The letters of points as official documents number them: đ is one of them, f, j, w and z are not.
LETTERS = ["a", "b", "c", "d", "đ", "e", "g", "h"]
# A report that is due under a body's heading has to stand among the deadlines; the one that does is written by itself.
WORK = [verb for verb in VERBS if "báo cáo" not in verb]
# So has whatever is due by a day.
ENDS = [ending for ending in ENDINGS if not ending.startswith("trước ngày")]
TIMES = ["năm 2025 - 2026", "thường xuyên", "trong năm 2025", "trước ngày 15/10 hằng năm", "quý IV năm 2026"]


def address(*labels):
    """The address of a clause in its plan: `iii`, `2.1`, `đ` is `iii.2.1.dd`."""
    return ".".join("dd" if label == "đ" else label.lower() for label in labels)


class Plan:
    """Writes one plan, clause by clause in printed order."""

    def __init__(self, rng, place):
        self.rng = rng
        self.place = place
        self.lines = []
        self.targets = []
        self.clauses = 0
        # What was said already: a row in the words of a clause is that clause, and would give it a second lead.
        self.said = set()
        # What each body is told to do by reference, under its heading in the last part.
        self.references = {body: [] for body in BODIES}

    def heading(self, level, label, text):
        self.lines.append(f"{'#' * level} {label} {text}")
        self.clauses += 1

    def clause(self, label, text):
        self.lines.append(f"{label} {text}")
        self.clauses += 1

    def sentences(self):
        while True:
            text = " ".join(
                f"{self.rng.choice(WORK).capitalize()} {self.rng.choice(OBJECTS)} {self.rng.choice(ENDS)}."
                for _ in range(self.rng.randint(1, 3)))
            if text not in self.said:
                self.said.add(text)
                return text

    def write(self):
        self.lines.append(f"{statement(self.rng)}. {self.sentences()}")
        self.purpose()
        self.goals()
        self.tasks()
        self.heading(2, "IV.", "Kinh phí thực hiện")
        self.lines.append("Kinh phí lấy từ ngân sách nhà nước và các nguồn hợp pháp khác.")
        self.duties()
        self.table()
        return "\n\n".join(self.lines) + "\n"

    def purpose(self):
        self.heading(2, "I.", "Mục đích, yêu cầu")
        for item, name in enumerate(["Mục đích", "Yêu cầu"], 1):
            self.heading(3, f"{item}.", name)
            for letter in LETTERS[:self.rng.randint(3, 5)]:
                self.clause(f"{letter})", self.sentences())

    def goals(self):
        self.heading(2, "II.", "Mục tiêu")
        for item, year in enumerate([2025, 2026], 1):
            self.heading(3, f"{item}.", f"Năm {year}")
            for letter, (group, name) in zip(LETTERS, GROUPS.items()):
                value = self.rng.randint(30, 98)
                # An ending with a year of its own would speak against the year of the target.
                ending = self.rng.choice([ending for ending in ENDINGS if "20" not in ending])
                self.clause(f"{letter})", f"Trên {value}% {name.lower()} có kiến thức, kỹ năng số {ending}.")
                self.targets.append((address("ii", str(item), letter), year, group, value))

    def tasks(self):
        """The part of tasks: items with points, every second one divided into numbered paragraphs that have the points."""
        self.heading(2, "III.", "Nhiệm vụ, giải pháp")
        for item in range(1, self.rng.randint(4, 6) + 1):
            self.heading(3, f"{item}.", self.rng.choice(HEADS))
            if item % 2:
                self.points(f"mục {item}, phần III")
                continue
            for paragraph in range(1, self.rng.randint(2, 3) + 1):
                label = f"{item}.{paragraph}"
                self.heading(4, f"{label}.", self.rng.choice(SUBHEADS))
                self.points(f"khoản {label}, mục {item}, phần III")

    def points(self, place):
        for letter in LETTERS[:self.rng.randint(4, 7)]:
            text = self.sentences()
            if self.rng.random() < 0.15:
                text += f" Kết quả gắn với điểm {self.rng.choice('abc')}, mục {self.rng.randint(1, 2)}, phần II."
            self.clause(f"{letter})", text)
            if self.rng.random() < 0.3:
                self.references[self.rng.choice(BODIES)].append(f"điểm {letter}, {place}")
                continue
            if self.rng.random() < 0.2:
                self.bulleted()
            else:
                self.assignment("-", self.rng.choice(BODIES))

    def bulleted(self):
        """A point whose bullets are tasks with assignments of their own."""
        for body in self.rng.sample(BODIES, 2):
            self.clause("-", self.sentences())
            self.assignment("+", body)

    def assignment(self, mark, lead):
        joins = self.rng.sample([body for body in BODIES if body != lead], self.rng.randint(0, 2))
        self.lines += [
            f"{mark} Cơ quan chủ trì: {lead}.",
            f"{mark} Cơ quan phối hợp: {'; '.join(joins + [self.rng.choice([CLASS, OPEN])])}.",
            f"{mark} Thời gian thực hiện: {self.rng.choice(TIMES)}.",
        ]

    def duties(self):
        self.heading(2, "V.", "Tổ chức thực hiện")
        for item, body in enumerate(BODIES, 1):
            self.heading(3, f"{item}.", body)
            cited = self.references[body]
            for at in range(0, len(cited), 2):
                self.clause("-", f"Chủ trì, cùng các cơ quan liên quan làm nhiệm vụ tại {'; tại '.join(cited[at:at + 2])}.")
            self.clause("-", self.sentences())
            if item == 1:
                self.clause("-", "Tổng hợp kết quả, báo cáo Ủy ban nhân dân tỉnh trước ngày 15/10 hằng năm.")
                self.deadline = f"v.1-{(len(cited) + 1) // 2 + 2}"
        self.lines.append("---")

    def table(self):
        """An appendix whose rows are tasks."""
        self.heading(2, "Phụ lục I.", "Phân công cụ thể")
        rows = ["| Stt | Nhiệm vụ, giải pháp | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian thực hiện |", "|---|---|---|---|---|"]
        for number in range(1, self.rng.randint(6, 12) + 1):
            lead, join = self.rng.sample(BODIES, 2)
            rows.append(f"| {number} | {self.sentences()} | {lead} | {join} | {self.rng.choice(TIMES)} |")
            self.clauses += 1
        self.lines.append("\n".join(rows))

    def front(self, number):
        """What kind `plan` says of it."""
        name, id = self.place
        lines = [
            f'number: "{number}/KH-UBND"', f"issuer: Ủy ban nhân dân {name}", "issued: 2025-06-13",
            "abstract: Thực hiện phong trào “Bình dân học vụ số”", "level: province", "side: state", f"places: [{id}]",
            "period: {from: 2025, to: 2026}", "parts: {purpose: i, targets: ii, tasks: iii, money: iv, duties: v, appendix: pl1}", "targets:",
        ]
        lines += [
            f"  - {{clause: {clause}, year: {year}, group: {group}, indicator: skills, comparator: over, value: {value}, unit: percent}}"
            for clause, year, group, value in self.targets
        ]
        to = f"uy-ban-nhan-dan-tinh-{id}"
        lines += ["deadlines:", f'  - {{clause: {self.deadline}, printed: "trước ngày 15/10 hằng năm", kind: report, to: [{to}]}}']
        return lines


def agencies(places):
    """The table of bodies: those of each place have rows of their own, as they have in life."""
    rows = []
    for name, id in places:
        every = [(body, "body") for body in ["Ủy ban nhân dân tỉnh", *BODIES]] + [(CLASS, "class"), (OPEN, "open")]
        rows += [f"- {{id: {slug(body)}-{id}, name: {quoted(body)}, kind: {kind}, side: state, place: {id}}}" for body, kind in every]
    return "\n".join(rows) + "\n"


def place_page(name, number):
    """The page of a place."""
    return "\n".join([
        "---", f"title: {name}", f"description: {quoted('Kế hoạch của ' + name)}", f"full_name: Tỉnh {name}", "unit: tỉnh", "level: province",
        f'code: "{number:02d}"', "---", "", f"Trang của {name}.", "",
    ])


def write(folder, plans, seed=SEED):
    """Makes the sites `plan` and `article` in `folder` and gives the number of clauses in the plans."""
    rng = random.Random(seed)
    places = [(name, slug(name)) for name in PROVINCES]
    clauses = 0
    for number in range(1, plans + 1):
        place = places[number % len(places)]
        plan = Plan(rng, place)
        body = plan.write()
        clauses += plan.clauses
        head = [
            f"title: {quoted(f'Kế hoạch số {number} của {place[0]}')}", f"description: {quoted(statement(rng) + '.')}", "date: 2025-06-13",
        ]
        for kind, lines in (("plan", head + plan.front(number)), ("article", head)):
            put(folder, f"{kind}/content/ke-hoach/ke-hoach-{number:04d}.md", "\n".join(["---", *lines, "---", "", body]))
    for kind in ("plan", "article"):
        put(folder, f"{kind}/content/site.yaml", "".join([
            "title: Bình dân học vụ số\n", "description: Trang để đo tốc độ\n", "search: false\n", "share_pictures: false\n", f"kinds: {{ke-hoach: {kind}}}\n",
        ]))
        put(folder, f"{kind}/content/_index.md", section("Bình dân học vụ số", "Kế hoạch của các tỉnh.", False))
        put(folder, f"{kind}/content/ke-hoach/_index.md", section("Kế hoạch", "Kế hoạch của các tỉnh."))
        put(folder, f"{kind}/content/dia-phuong/_index.md", section("Địa phương", "Các tỉnh, thành phố."))
        for number, (name, id) in enumerate(places, 1):
            put(folder, f"{kind}/content/dia-phuong/{id}.md", place_page(name, number))
    put(folder, "plan/content/data/agencies.yaml", agencies(places))
    put(folder, "plan/content/data/groups.yaml", "".join(f"- {{id: {id}, name: {quoted(name)}}}\n" for id, name in GROUPS.items()))
    return clauses
