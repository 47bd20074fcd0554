// The open data as others meet it: the Frictionless validator accepts the package, LibreOffice opens the workbook with every letter in
// place, and the digests are those of the files.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { OUTPUT, files } from "./site.mjs";

const DATA = join(OUTPUT, "du-lieu");
const folder = mkdtempSync(join(tmpdir(), "loa-data-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const descriptor = JSON.parse(readFileSync(join(DATA, "datapackage.json"), "utf8"));

test("the data package is valid", () => {
  const python = process.env.LOA_PYTHON;
  assert.ok(python, "LOA_PYTHON names the Python that has frictionless");
  const report = execFileSync(python, ["-m", "frictionless", "validate", "--json", "datapackage.json"], { cwd: DATA, encoding: "utf8" });
  const { valid, tasks, errors } = JSON.parse(report);
  assert.deepEqual([...errors, ...tasks.flatMap((task) => task.errors)], []);
  assert.ok(valid);
  assert.equal(tasks.length, descriptor.resources.length);
});

test("sizes and digests are those of the files", () => {
  for (const { path, bytes, hash } of descriptor.resources) {
    const content = readFileSync(join(DATA, path));
    assert.equal(content.length, bytes, path);
    assert.equal(`sha256:${createHash("sha256").update(content).digest("hex")}`, hash, path);
  }
});

/** Converts a workbook with LibreOffice; gives each sheet as CSV by its name. */
function sheets(workbook) {
  const out = mkdtempSync(join(folder, "sheets-"));
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  // Comma, quote, UTF-8, from the first line, text as text, every sheet.
  const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
  execFileSync("soffice", ["--headless", profile, "--convert-to", filter, "--outdir", out, workbook], { stdio: "pipe" });
  return Object.fromEntries(
    readdirSync(out).map((name) => [name.replace(/^.*?-(?=[^-]*\.csv$)/, "").replace(".csv", ""), readFileSync(join(out, name), "utf8")]),
  );
}

/** The cells of a CSV text. */
function cells(csv) {
  const found = csv.replace(/^\ufeff/, "").replace(/\r\n/g, "\n").match(/("(?:[^"]|"")*"|[^,\n]*)(?:,|\n|$)/g) ?? [];
  return found
    .map((cell) => cell.replace(/[,\n]$/, ""))
    .map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell))
    .filter((cell) => cell !== "");
}

test("LibreOffice reads the workbook cell for cell", () => {
  const read = sheets(join(DATA, "du-lieu.xlsx"));
  assert.deepEqual(Object.keys(read).sort(), descriptor.resources.map(({ name }) => name).sort());
  for (const { name, path } of descriptor.resources) {
    assert.deepEqual(cells(read[name]), cells(readFileSync(join(DATA, path), "utf8")), name);
  }
  assert.match(read.tasks, /ở|ề|ữ|đ/);
});

test("a filled report form opens with its tasks and without results", () => {
  const filled = files().filter((file) => /^co-quan\/.*\/bao-cao\.xlsx$/.test(file));
  assert.ok(filled.length > 10);
  const [sheet] = Object.values(sheets(join(OUTPUT, filled[0])));
  assert.match(sheet, /Kết quả thực hiện/);
  assert.match(sheet, /Việc (chủ trì|phối hợp)/);
});
