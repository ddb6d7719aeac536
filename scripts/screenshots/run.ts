/**
 * `npm run screenshots [-- FOLDER]`: every page of the interface in both themes and languages, at desktop and phone width, for
 * people to look at. Without a folder: `screenshots/`. `--only NAME` takes one page (`task-*`: all whose name begins so),
 * `--variant desktop-ja-dark` one kind of picture; both can be given several times.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { PAGES, type PictureOf } from "./pages.ts";
import { openStage, PASSWORD, type Shown } from "./stage.ts";

const several = { type: "string", multiple: true } as const;
const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: several, variant: several } });
const [folder = "screenshots"] = positionals;
const program = process.env["MOMIJI_TEST_CHROMIUM"];
if (program === undefined) throw new Error('MOMIJI_TEST_CHROMIUM is not set: eval "$(.ci/chromium.sh)"');

const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const THEMES = ["light", "dark"] as const;
const LANGUAGES = { en: "en-US", ja: "ja-JP" } as const;

const VARIANTS = Object.entries(SIZES)
  .flatMap(([size, viewport]) =>
    Object.entries(LANGUAGES).flatMap(([language, locale]) =>
      THEMES.map((colorScheme) => ({ name: `${size}-${language}-${colorScheme}`, viewport, locale, colorScheme })),
    ),
  )
  .filter(({ name }) => isWanted(name, values.variant));
const WANTED = PAGES.filter(({ name }) => isWanted(name, values.only));

const shown = await openStage({ withEmpty: WANTED.some(({ isOfEmpty }) => isOfEmpty) });
const browser = await chromium.launch({
  executablePath: program,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
});
let taken = 0;
try {
  for (const { name, ...options } of VARIANTS) {
    mkdirSync(join(folder, name), { recursive: true });
    await takeAll({ timezoneId: "Asia/Tokyo", ...options }, join(folder, name));
  }
} finally {
  await browser.close();
  await shown.stop();
}
process.stdout.write(`${taken} pictures in ${folder}\n`);

function isWanted(name: string, wanted: readonly string[] | undefined): boolean {
  return (
    wanted?.some((one) => (one.endsWith("*") ? name.startsWith(one.slice(0, -1)) : one === name)) ??
    wanted === undefined
  );
}

async function takeAll(options: BrowserContextOptions, into: string): Promise<void> {
  for (const isOfEmpty of [undefined, true] as const) {
    const pages = WANTED.filter((page) => page.isOfEmpty === isOfEmpty);
    if (pages.length === 0) continue;
    const context = await browser.newContext(options);
    const address = isOfEmpty ? shown.emptyAddress : shown.address;
    const page = await signIn(context, address);
    await page.screenshot({ path: join(into, isOfEmpty ? "empty-login.png" : "login.png") });
    await page.locator("form button").click();
    await page.getByRole("main").waitFor();
    for (const picture of pages) await take(page, { picture, address, into });
    await context.close();
  }
}

async function signIn(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${address}/auth/login`);
  await page.locator("#username").fill("admin");
  await page.locator("#password").fill(PASSWORD);
  return page;
}

interface Taking {
  readonly picture: PictureOf;
  readonly address: string;
  readonly into: string;
}

async function take(page: Page, { picture: { name, path, act }, address, into }: Taking): Promise<void> {
  await page.goto(`${address}${path(shown satisfies Shown)}`);
  await page.getByRole("main").waitFor();
  // What is still being read; the stream of live events goes on for ever.
  await page.locator("body:not(:has([aria-busy=true]))").waitFor();
  await page.waitForTimeout(700);
  try {
    await act?.(page);
    if (act !== undefined) await page.waitForTimeout(700);
  } catch (error) {
    process.stderr.write(`${into}/${name}: ${error instanceof Error ? error.message : String(error)}\n`);
  }
  await page.screenshot({ path: join(into, `${name}.png`) });
  taken++;
}
