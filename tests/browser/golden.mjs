// A site of 200 events from one table: 34 places, three years, every status, sessions, several days; and a place with many sessions.

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const COLUMNS = [
  "event", "title", "description", "series", "series_name", "place", "date", "end_date", "from", "to", "session", "session_id", "venue", "address",
  "accessible", "online_link", "audience", "status", "changed_at", "changed", "changed_from", "contact", "phone", "languages", "seats", "cost",
];
const STATUSES = ["planned", "confirmed", "cancelled", "moved", "postponed", "online"];
const GROUPS = { "nguoi-cao-tuoi": "Người cao tuổi", "can-bo": "Cán bộ", "hoc-sinh": "Học sinh" };

/** How many sessions the programme of each of these places has in 2028, in one venue or in several. */
export const SESSIONS = { 0: [12, "one"], 1: [12, "many"], 2: [1, "one"], 3: [6, "many"], 4: [30, "one"] };

const cell = (text) => (/[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : String(text));
const row = (values) => COLUMNS.map((column) => cell(values[column] ?? "")).join(",");

/** Event number `at` of the 200, its rows. */
function event(at, change) {
  const year = 2025 + (at % 3);
  const status = STATUSES[at % STATUSES.length];
  const day = String(1 + (at % 28)).padStart(2, "0");
  const moved = change && at === 9;
  const changed = status === "moved" || moved;
  const first = {
    event: `su-kien-${at}`, title: `Buổi học, số ${at}; “chợ số”`, description: `Một buổi học ở tỉnh ${at % 34}`,
    series: "10-10", series_name: "Ngày hội học tập số", place: `tinh-${at % 34}`,
    date: moved ? "25/10/2025" : `${day}/10/${year}`, end_date: at % 7 === 0 ? `${day}/11/${year}` : "",
    from: at % 5 ? "07:30" : "", to: at % 5 && at % 7 ? "11:00" : "",
    venue: `Nhà văn hóa ấp ${at}`, address: "Ấp 1, xã A", status, contact: "Chị Lan", phone: "0123 456 789",
    audience: Object.keys(GROUPS)[at % 3], languages: at % 4 ? "" : "tiếng Việt; tiếng Khmer", seats: at % 3 ? "" : 40,
    cost: at % 6 === 1 ? "Miễn phí" : "", accessible: ["yes", "no", "unknown"][at % 3],
    online_link: status === "online" ? `https://hop.thu.test/${at}?a=1,2;b=3` : "",
    changed_at: changed ? "2025-09-01" : "", changed: changed ? "đổi giờ" : "", changed_from: changed && at % 5 ? "06:00" : "",
  };
  if (at % 10 !== 1) return [first];
  return [first, { event: first.event, place: first.place, date: first.date, from: "14:00", to: "16:00", session: "Buổi chiều", venue: "Sân xã", status }];
}

/** The programme of 2028 at one place, as a commune would send it. */
function season(place, [count, venues]) {
  return Array.from({ length: count }, (_, at) => ({
    event: `ngay-hoi-${place}`, title: "Ngày hội học tập số của xã", description: "Cả ngày ở nhà văn hóa", series: "10-10",
    series_name: "Ngày hội học tập số", place: `tinh-${place}`, date: "10/10/2028",
    from: `${String(6 + Math.floor(at / 3)).padStart(2, "0")}:${String((at % 3) * 20).padStart(2, "0")}`,
    to: `${String(6 + Math.floor((at + 1) / 3)).padStart(2, "0")}:${String(((at + 1) % 3) * 20).padStart(2, "0")}`,
    session: `Hướng dẫn việc thứ ${at + 1} trên điện thoại cho bà con mới dùng`,
    venue: venues === "one" ? "Nhà văn hóa ấp 3" : `Bàn số ${at + 1}, nhà văn hóa ấp ${at + 1}`,
    address: venues === "one" ? "Ấp 3, xã A" : "Ấp 3, xã A, tỉnh B", audience: Object.keys(GROUPS)[at % 3], status: "confirmed",
    contact: "Chị Lan, công chức văn hóa", phone: "0123 456 789",
  }));
}

/**
 * What is on several days: an exhibition of three without a session, a fair of three with one on each, and a class of three evenings with
 * days between. The last evening is called off when `change` is told of it.
 */
export function lasting(change = false) {
  const fair = { event: "hoi-ba-ngay", series: "10-10", series_name: "Ngày hội học tập số", place: "tinh-5", status: "confirmed" };
  const lesson = { event: "lop-ba-toi", place: "tinh-6", from: "19:00", to: "20:30", venue: "Nhà văn hóa ấp 6", status: "planned" };
  const named = { contact: "Chị Lan", phone: "0123 456 789" };
  return [
    {
      ...fair, ...named, event: "trien-lam", title: "Triển lãm ba ngày", description: "Xem và dùng thử dịch vụ số",
      date: "09/10/2028", end_date: "11/10/2028", venue: "Trung tâm văn hóa",
    },
    ...["09", "10", "11"].map((day, at) => ({
      ...fair, ...(at ? {} : named), title: at ? "" : "Hội ba ngày", description: at ? "" : "Mỗi ngày một việc", date: `${day}/10/2028`,
      from: "08:00", to: ["10:00", "11:00", "09:30"][at], session: ["Khai mạc hội", "Hội thi hỏi đáp", "Trao giải hội thi"][at], venue: "Sân vận động",
    })),
    ...["07", "14", "21"].map((day, at) => ({
      ...lesson, title: at ? "" : "Lớp ba tối", description: at ? "" : "Ba tối thứ Bảy", date: `${day}/10/2028`, session_id: `toi-${at + 1}`,
      ...(change && at === 2 ? { status: "cancelled", changed_at: "2028-10-01", changed: "bỏ buổi cuối" } : {}),
    })),
  ];
}

/** How many events that are. */
export const LASTING = 3;

/** The rows of the 200 events. */
export const rows = (change = false) => Array.from({ length: 200 }, (_, at) => event(at, change)).flat();

/**
 * Writes the site below `root` and builds it as on the day `now`; the folder of the output. `change` moves one event; `other` is the
 * same content under another name and address, its table sorted the other way round, with a session more in between.
 */
export function golden(root, { change = false, other = false, now = "2026-10-10" } = {}) {
  const content = join(root, "content");
  for (const folder of ["data", "dia-phuong", "su-kien/10-10"]) mkdirSync(join(content, folder), { recursive: true });
  const write = (name, text) => writeFileSync(join(content, name), text);
  const [title, url] = other ? ["Trang đã đổi tên", "https://khac.thu.test/hoc/"] : ["Trang thử", "https://hoc.thu.test/"];
  write("site.yaml", `title: ${title}\ndescription: Trang để thử\nbase_url: ${url}\n`);
  write("_index.md", "---\ntitle: Trang thử\ndescription: Trang để thử\n---\n");
  write("su-kien/_index.md", "---\ntitle: Sự kiện\ndescription: Mọi sự kiện\ntemplate: schedule.html\n---\n");
  write("su-kien/10-10/_index.md", "---\ntitle: Ngày 10/10\ndescription: Ngày hội\ntemplate: schedule.html\n---\n");
  write(
    "su-kien/10-10/tinh-0.md",
    "---\ntitle: Ngày hội hằng năm\ndescription: Ngày hội\nplaces: [tinh-0]\nseries: {id: 10-10, name: Ngày hội học tập số}\n" +
      "rule: {printed: vào ngày 10/10 hằng năm, yearly: 10/10}\nstatus: planned\n---\n",
  );
  write("data/groups.yaml", Object.entries(GROUPS).map(([id, name]) => `- {id: ${id}, name: ${name}}\n`).join(""));
  for (let at = 0; at < 34; at++) {
    write(
      `dia-phuong/tinh-${at}.md`,
      `---\ntitle: Tỉnh ${at}\ndescription: Một tỉnh\nfull_name: Tỉnh số ${at}\nunit: tỉnh\nlevel: province\n---\n`,
    );
  }
  const seasons = Object.entries(SESSIONS).flatMap(([place, sessions]) => season(place, sessions));
  const table = [...rows(change), ...lasting(change), ...seasons];
  if (other) table.push({ ...seasons[0], from: "05:00", to: "05:30", session: "Dọn dẹp trước" });
  if (other) table.reverse();
  write("data/events.csv", [COLUMNS.join(","), ...table.map(row)].join("\r\n") + "\r\n");
  const output = join(root, `public-${now}`);
  execFileSync(process.env.LOA_PROGRAM, ["build", "--root", root, "--output", output, "--now", now, "--quiet"], { stdio: "pipe" });
  return output;
}
