// What machines get from `loa check`, against the schema of its format, by the validator of another language.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

import { wrong } from "./schema.mjs";

const root = path.resolve(fileURLToPath(import.meta.url), "../../..");
const program = process.env.LOA_PROGRAM;

/** The schema of SARIF 2.1.0, as a locked package brings it. */
function sarifSchema() {
  const metadata = execFileSync("cargo", ["metadata", "--format-version", "1", "--locked"], { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
  const found = JSON.parse(metadata).packages.find((one) => one.name === "serde-sarif");
  return execFileSync("cat", [path.join(path.dirname(found.manifest_path), "src/schema.json")], { encoding: "utf8" });
}

test("SARIF is valid, with faults and without, in both languages", () => {
  const site = mkdtempSync(path.join(tmpdir(), "loa-forms-"));
  try {
    mkdirSync(path.join(site, "content"));
    writeFileSync(path.join(site, "content/site.yaml"), "title: T\ndescription: D\n");
    writeFileSync(path.join(site, "content/a b.md"), "---\ntitle: A\ndescription: B\ntitle: C\n---\n[x](@/y.md) ngày 31/4/2026\n");
    const check = (where, lang) => JSON.parse(spawnSync(program, ["check", "--format", "sarif", "--lang", lang, "--root", where], { encoding: "utf8", maxBuffer: 1 << 28 }).stdout);
    const logs = [check(site, "vi"), check(site, "en"), check(root, "vi")];
    assert.equal(logs[0].runs[0].results.length, 3);
    const schema = sarifSchema();
    assert.deepEqual(wrong(schema, logs), [[], [], []]);
    // A validator that accepts everything would show nothing.
    delete logs[0].runs[0].tool;
    assert.notDeepEqual(wrong(schema, [logs[0]]), [[]]);
  } finally {
    rmSync(site, { recursive: true });
  }
});
