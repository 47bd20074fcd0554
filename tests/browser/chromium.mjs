// A headless Chromium that asks nothing of anybody else, and the screens that tests look at.

import { chromium } from "playwright-core";

/** A cheap phone, and a desk. */
export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 900 };

/** Starts a browser; `LOA_CHROMIUM` names another program than Debian's. */
export const launch = () =>
  chromium.launch({
    executablePath: process.env.LOA_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"],
  });
