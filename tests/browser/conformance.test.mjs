// Every page against the HTML conformance checker of the W3C and WHATWG (vnu): no errors, no warnings; and a title of its own.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import assert from "node:assert/strict";
import vnu from "vnu-jar";
import { OUTPUT, files } from "./site.mjs";

test("every page is valid HTML", () => {
  try {
    execFileSync("java", ["-jar", vnu, "--skip-non-html", "--format", "gnu", OUTPUT], { stdio: "pipe" });
  } catch (error) {
    assert.fail(error.stderr.toString().replaceAll(OUTPUT, ""));
  }
});

test("no two pages have one title", () => {
  const seen = new Map();
  const twice = [];
  for (const file of files().filter((file) => file.endsWith(".html"))) {
    const title = readFileSync(join(OUTPUT, file), "utf8").match(/<title>([^<]*)/)[1];
    if (seen.has(title)) twice.push(`${title}: ${seen.get(title)}, ${file}`);
    seen.set(title, file);
  }
  assert.deepEqual(twice, []);
});
