// `loa schema`: what the compiler reads is what its schema allows, by the validator and the YAML reader of another language.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

import { metadata, wrong } from "./schema.mjs";

const content = path.resolve(fileURLToPath(import.meta.url), "../../../content");
const schema = (what) => execFileSync(process.env.LOA_PROGRAM, ["schema", what, "--root", path.dirname(content)], { encoding: "utf8", maxBuffer: 1 << 28 });

/** The files of a folder whose names end so, without the pages of folders. */
function files(folder, ending) {
  const names = readdirSync(path.join(content, folder), { recursive: true });
  return names.filter((name) => name.endsWith(ending) && !path.basename(name).startsWith("_index")).map((name) => path.join(content, folder, name));
}

function validate(what, paths) {
  assert.ok(paths.length > 0, what);
  const texts = paths.map((one) => readFileSync(one, "utf8"));
  const read = metadata(texts);
  // A key without a value is absent; a reader of plain text gives it as an empty text.
  const values = read.flatMap(([typed, plain]) => [typed, JSON.parse(JSON.stringify(plain, (_, value) => (value === "" ? null : value)))]);
  const faults = wrong(schema(what), values);
  faults.forEach((fault, at) => assert.deepEqual(fault, [], paths[at >> 1]));
  return values;
}

for (const [kind, folder, least] of [["plan", "ke-hoach", 5], ["lesson", "bai-hoc", 20], ["model", "mo-hinh", 6], ["place", "dia-phuong", 5], ["path", "hoc", 4], ["event", "su-kien", 5], ["article", "tin", 1]]) {
  test(`every ${kind} is what its schema allows`, () => {
    // What says that it is of another kind has the schema of that one.
    const own = (one) => (/^kind: (.*)$/m.exec(readFileSync(one, "utf8"))?.[1] ?? kind) === kind;
    const paths = files(folder, ".md").filter(own);
    assert.ok(paths.length >= least, `${paths.length} files`);
    validate(kind, paths);
  });
}

test("the tables and site.yaml are what their schemas allow", () => {
  for (const table of ["agencies", "baseline", "documents", "groups", "topics", "synonyms"]) {
    validate(table, [path.join(content, `data/${table}.yaml`)]);
  }
  validate("site", [path.join(content, "site.yaml")]);
});

test("a schema knows the names of this site, and refuses others", () => {
  const plan = JSON.parse(schema("plan"));
  const text = JSON.stringify(plan);
  for (const name of ["vinh-long", "can-tho"]) assert.ok(text.includes(`"${name}"`), name);
  assert.match(plan.properties.issuer.description, /Cơ quan ban hành/);
  const [good] = validate("lesson", [path.join(content, "bai-hoc/vneid.md")]);
  const cases = [
    [{ ...good, audience: ["nguoi-dann"] }, "audience"],
    [{ ...good, minutes: "hai mươi" }, "minutes"],
    [{ ...good, titel: "x" }, "titel"],
    [{ ...good, device: undefined }, "device"],
    [{ ...good, date: "2025-13" }, "date"],
    [{ ...good, date: "2025-02-30" }, "date"],
    [{ ...good, date: "10/13/2026" }, "date"],
    [{ ...good, kind: "x" }, "kind"],
    [{ ...good, acknowledge: [{ code: "khong-co", at: "x", reason: "y" }] }, "acknowledge"],
  ];
  const faults = wrong(schema("lesson"), JSON.parse(JSON.stringify(cases.map(([value]) => value))));
  faults.forEach((fault, at) => {
    assert.equal(fault.length, 1, JSON.stringify(fault));
    assert.ok(fault[0].includes(cases[at][1]), fault[0]);
  });
});
