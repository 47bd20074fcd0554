// Every page against the HTML conformance checker of the W3C and WHATWG (vnu): no errors, no warnings.

import { execFileSync } from "node:child_process";
import { test } from "node:test";
import assert from "node:assert/strict";
import vnu from "vnu-jar";
import { OUTPUT } from "./site.mjs";

test("every page is valid HTML", () => {
  try {
    execFileSync("java", ["-jar", vnu, "--skip-non-html", "--format", "gnu", OUTPUT], { stdio: "pipe" });
  } catch (error) {
    assert.fail(error.stderr.toString().replaceAll(OUTPUT, ""));
  }
});
