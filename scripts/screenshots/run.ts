/**
 * `npm run screenshots [-- FOLDER]`: every page of the interface in both themes and languages, at desktop and phone width, for
 * people to look at. Without a folder: `screenshots/`. `--only NAME` takes one page.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type BrowserContext, chromium } from "playwright-core";
import { PAGES } from "./pages.ts";
import { openStage, PASSWORD } from "./stage.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: "string" } } });
const [folder = "screenshots"] = positionals;
const program = process.env["MOMIJI_TEST_CHROMIUM"];
if (program === undefined) throw new Error('MOMIJI_TEST_CHROMIUM is not set: eval "$(.ci/chromium.sh)"');

const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const THEMES = ["light", "dark"] as const;
const LANGUAGES = { en: "en-US", ja: "ja-JP" } as const;

const shown = await openStage();
const browser = await chromium.launch({
  executablePath: program,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
});
let taken = 0;
try {
  for (const [size, viewport] of Object.entries(SIZES))
    for (const [language, locale] of Object.entries(LANGUAGES))
      for (const colorScheme of THEMES) {
        const context = await browser.newContext({ viewport, locale, colorScheme, timezoneId: "Asia/Tokyo" });
        const name = [size, language, colorScheme].join("-");
        mkdirSync(join(folder, name), { recursive: true });
        await takeAll(context, join(folder, name));
        await context.close();
      }
} finally {
  await browser.close();
  await shown.stop();
}
process.stdout.write(`${taken} pictures in ${folder}\n`);

async function takeAll(context: BrowserContext, into: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${shown.address}/auth/login`);
  if (values.only === undefined) await page.screenshot({ path: join(into, "login.png") });
  await page.locator("#username").fill("admin");
  await page.locator("#password").fill(PASSWORD);
  await page.getByRole("button").last().click();
  await page.getByRole("main").waitFor();
  for (const { name, path } of PAGES) {
    if (values.only !== undefined && values.only !== name) continue;
    await page.goto(`${shown.address}${path(shown)}`);
    await page.getByRole("main").waitFor();
    // What is still being read; the stream of live events goes on for ever.
    await page.locator("body:not(:has([aria-busy=true]))").waitFor();
    await page.waitForTimeout(700);
    await page.screenshot({ path: join(into, `${name}.png`) });
    taken++;
  }
}
