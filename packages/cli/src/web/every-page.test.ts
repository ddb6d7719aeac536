/** What holds on every page: axe finds nothing in light and dark, Japanese is Japanese, and nothing is wider than a phone. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, follow, hasBrowser, serve, settledOf, visit } from "./browser.testing.ts";
import { EVERY_PAGE, type Shown } from "./every-page.testing.ts";

const NIGHTLY = `import { asset, dag } from "momiji";
import { bash } from "momiji/operators";
export default dag(
  { id: "nightly", isPausedUponCreation: false, schedule: "@daily", startDate: "2026-01-01", catchup: false, tags: ["gold"] },
  () => {
    const extract = bash("extract", { command: "echo extracted", outlets: [asset("orders")] });
    extract.before(bash("load", { command: "echo no such table >&2; exit 3" }));
  },
);
`;

const ASKS = `import { dag } from "momiji";
import { approval } from "momiji/operators";
export default dag({ id: "asks", isPausedUponCreation: false, schedule: null }, () => {
  approval("ok", { subject: "公開しますか", body: "**42** 件" });
});
`;

const BROKEN = `throw new Error("kaputt");\n`;

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** WCAG 2.2, level AA. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

interface Axe {
  run(place: unknown, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** An experiment of axe: it takes the word of a state that stands between two others for one that is missing. */
const OFF = { "label-content-name-mismatch": { enabled: false } };

const isMissing = (page: Page): Promise<boolean> =>
  page.getByRole("heading", { name: "There is no such page" }).isVisible();

interface Rules {
  readonly type: "tag" | "rule";
  readonly values: readonly string[];
}

/** Each fault as one line. */
async function faults(page: Page, runOnly: Rules): Promise<readonly string[]> {
  if ((await page.evaluate("typeof axe")) === "undefined") await page.evaluate(AXE);
  return page.evaluate(
    async ([only, rules]) => {
      const { axe, document } = globalThis as unknown as { axe: Axe; document: unknown };
      const { violations } = await axe.run(document, { runOnly: only, rules, resultTypes: ["violations"] });
      return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    },
    [runOnly, OFF] as const,
  );
}

/** Over the page of a task that failed. */
async function faultsOfDialogs(page: Page): Promise<readonly string[]> {
  const dialog = page.getByRole("dialog");
  const found: string[] = [];
  await follow(page, `/dags/${of.dagId}/runs/${encodeURIComponent(of.runId)}/tasks/${of.taskId}`);
  for (const key of ["t", "c", "m", "p", "?", "Control+k"]) {
    await page.getByRole("button", { name: "Clear from here" }).first().waitFor();
    await page.keyboard.press(key);
    await dialog.getByRole("button").or(dialog.getByRole("combobox")).last().waitFor();
    found.push(...(await faults(page, { type: "tag", values: RULES })).map((fault) => `dialog of ${key}: ${fault}`));
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
  }
  return found;
}

let server: TestServer;
let of: Shown;

describe.runIf(hasBrowser)(`every page${browserNote}`, { timeout: 240_000 }, () => {
  beforeAll(async () => {
    server = await serve({ "nightly.ts": NIGHTLY, "asks.ts": ASKS, "broken.ts": BROKEN }, afterAll);
    const { runId } = await server.run("nightly");
    const { assets } = (await server.request("GET", "/assets")) as {
      readonly assets: readonly [{ readonly id: number }];
    };
    of = { dagId: "nightly", runId, taskId: "load", assetId: assets[0].id };
    const dates = { from_date: "2026-01-01T00:00:00Z", to_date: "2026-01-02T00:00:00Z" };
    await server.request("POST", "/backfills", { dag_id: "nightly", ...dates });
    await server.request("POST", "/dags/asks/dagRuns", { dag_run_id: "one", logical_date: null });
  }, 60_000);

  it("has no fault that axe finds, in light and in dark, and lends the keyboard to the palette", async () => {
    const { page, troubles } = await visit(server, "/", { bypassCSP: true });
    // Colours are judged at the end of a change of the theme, not on the way.
    await page.addStyleTag({ content: "*, ::before, ::after { transition: none !important }" });
    const settled = settledOf(page);
    const found: string[] = [];
    const home = page.getByRole("link", { name: "Home", exact: true });
    const palette = page.getByRole("combobox", { name: "Search or jump" });
    for (const { name, path } of EVERY_PAGE) {
      await follow(page, path(of));
      await settled();
      if (name !== "not-found" && (await isMissing(page))) continue;
      const note = (scheme: string, some: readonly string[]) =>
        found.push(...some.map((fault) => `${name} (${scheme}): ${fault}`));
      note("light", await faults(page, { type: "tag", values: RULES }));
      await page.emulateMedia({ colorScheme: "dark" });
      note("dark", await faults(page, { type: "rule", values: ["color-contrast"] }));
      await page.emulateMedia({ colorScheme: "light" });
      await home.focus();
      await page.keyboard.press("Control+k");
      await palette.and(page.locator(":focus")).waitFor();
      await page.keyboard.press("Escape");
      await home.and(page.locator(":focus")).waitFor();
    }
    found.push(...(await faultsOfDialogs(page)));
    await page.goto(`${server.address}/auth/login`);
    found.push(...(await faults(page, { type: "tag", values: RULES })).map((fault) => `login: ${fault}`));
    expect(found).toEqual([]);
    // The page says that this is switched off, as it is unless somebody sets `server.exposeConfig`.
    expect(troubles.filter((one) => !/status of 403 .*\/api\/momiji\/v1\/config$/.test(one))).toEqual([]);
  });

  it("is not wider than a phone, has controls for a thumb, and speaks Japanese alone when that is chosen", async () => {
    const { page } = await visit(server, "/settings", { viewport: { width: 360, height: 844 } });
    const settled = settledOf(page);
    // What has been shown in English before must not stay.
    for (const { path } of EVERY_PAGE.slice(0, 12)) {
      await follow(page, path(of));
      await settled();
    }
    await follow(page, "/settings");
    await page.getByLabel("Language").first().click();
    await page.getByRole("option", { name: "日本語" }).click();
    await page.getByRole("heading", { level: 1, name: "設定" }).waitFor();
    const wide: string[] = [];
    const small: string[] = [];
    const english: string[] = [];
    const gaps: string[] = [];
    for (const { name, path } of EVERY_PAGE) {
      await follow(page, path(of));
      await settled();
      if (!(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))) wide.push(name);
      const tight = (await page.evaluate(SMALL)) as readonly string[];
      small.push(...tight.map((control) => `${name}: ${control}`));
      const apart = (await page.evaluate(GAPS)) as readonly string[];
      gaps.push(...apart.map((line) => `${name}: ${line}`));
      if ((await page.evaluate(SPILT)) === true) wide.push(`${name}: a moment stands over its neighbour`);
      const words = (await page.evaluate(WORDS)) as readonly string[];
      english.push(...words.filter((text) => isEnglish(text) && !TOLD.test(text)).map((text) => `${name}: ${text}`));
    }
    expect({ wide, small, english, gaps }).toEqual({ wide: [], small: [], english: [], gaps: [] });
  });

  it("is not wider than a tablet", async () => {
    const { page } = await visit(server, "/", { viewport: { width: 820, height: 1180 } });
    const settled = settledOf(page);
    const wide: string[] = [];
    for (const { name, path } of EVERY_PAGE) {
      await follow(page, path(of));
      await settled();
      if (!(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))) wide.push(name);
    }
    expect(wide).toEqual([]);
  });
});

/** Buttons and fields that are less than 40 px high; a small icon answers to the thumb around it. */
const SMALL = `(() => {
  const controls = ".mantine-Button-root, .mantine-Input-input, [data-more] a";
  return [...document.querySelectorAll(controls)]
    .filter((control) => control.checkVisibility() && control.getBoundingClientRect().height < 39)
    .map((control) => control.outerHTML.slice(0, 160));
})()`;

/** Lines in which a space stands between two Japanese sentences. */
const GAPS = `document.body.innerText.split("\\n").filter((line) => line.includes("。 "))`;

/** Whether a moment, which never breaks, is wider than its place. */
const SPILT = `[...document.querySelectorAll("main time")].some((moment) => moment.scrollWidth > moment.clientWidth + 1 &&
  getComputedStyle(moment).display !== "inline" && getComputedStyle(moment).overflow === "visible")`;

/** All words of a page that people read or hear, but for what users and programs wrote, and the documentation, which is in English. */
const WORDS = `(() => {
  const own = "time, code, pre, .mono, [role=log], .cm-editor, article [lang=en]";
  const words = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { parentElement: place } = node;
    if (place.closest(own + ", script, style, noscript") === null && place.checkVisibility()) words.add(node.data.trim());
  }
  for (const name of ["aria-label", "aria-description", "placeholder", "title", "alt"])
    for (const place of document.querySelectorAll("[" + name + "]"))
      // The kit measures texts in a field that nobody sees or hears.
      if (place.closest(own + ", [aria-hidden=true]") === null) words.add(place.getAttribute(name));
  return [...words];
})()`;

/** Names that are the same in both languages, and ids. */
const ALIKE =
  /\b(?:DAG|DAGs|XCom|XComs|UTC|ID|API|URI|URL|JSON|cron|id|v\d+|nightly|load|extract|gold|orders|admin|Admin|Viewer|User|Op|default_pool|English|Momiji|JST|Asia\/Tokyo|curl|CLI|CSV|Python|TypeScript|bash)\b/g;

/** What programs and their authors say: of a failure, of a pool, of what a provider is for. */
const TOLD = /exit code 3|no such table|^Default pool$|^Jobs(?:,| as) |^The standard operators\.$/;

/** Two words of Latin letters or more, and no letter of Japanese. */
function isEnglish(text: string): boolean {
  const rest = text.replaceAll(ALIKE, "");
  return !/[\u3040-\u30ff\u4e00-\u9fff]/.test(text) && /[A-Za-z]{3,}\s+[A-Za-z]{2,}/.test(rest);
}
