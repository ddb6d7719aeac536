/** Strings that mean harm, in every field that a user can set: they are text on every page, nothing runs, and no page grows wider. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, follow, hasBrowser, type Settled, serve, settledOf, visit } from "./browser.testing.ts";
import { ALL, DAG_ID, FILES, fill, fillOwn, LINE, NAME, QUERY, RUN_ID, TASK_ID } from "./hostile.testing.ts";

/** What must hold on every page. */
const HARMLESS = { harmed: null, frames: 0, pictures: 0, links: 0, wide: 0 };

const LOOK = `({
  harmed: window.harmed ?? null,
  frames: document.querySelectorAll("main iframe, main script, main object, main embed").length,
  pictures: document.querySelectorAll("main img[src]").length,
  links: [...document.querySelectorAll("a[href]")].filter((a) => /^(javascript|data|vbscript):/i.test(a.href)).length,
  wide: Math.max(0, document.documentElement.scrollWidth - window.innerWidth),
})`;

/** What of a page that is too wide reaches over its edge. */
const WIDE = `[...document.querySelectorAll("main *")]
  .filter((one) => one.getBoundingClientRect().right > window.innerWidth)
  .slice(0, 4)
  .map((one) => one.tagName + "." + one.className)
  .join(" ")`;

/** Whether the page shows or asks for any of them. */
const IS_SHOWN = `(document.body.innerText + [...document.querySelectorAll("input, textarea")].map(({ value }) => value)).includes("window.harmed")`;

/** At a desk and on a phone; empty: nothing is wrong. */
async function wrongs(page: Page, settled: Settled): Promise<readonly string[]> {
  const found: string[] = [];
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await settled();
    const seen = JSON.stringify(await page.evaluate(LOOK));
    if (seen === JSON.stringify(HARMLESS)) continue;
    const wide = (await page.evaluate(WIDE)) as string;
    found.push(`${width} ${new URL(page.url()).pathname.slice(-40)}: ${seen} ${wide}`);
  }
  return found;
}

const RUN = `/dags/${DAG_ID}/runs/${encodeURIComponent(RUN_ID)}`;
const TASK = `${RUN}/tasks/${TASK_ID}`;

const below = (path: string, ...rest: readonly string[]): readonly string[] => rest.map((each) => `${path}${each}`);

const PATHS: readonly string[] = [
  ...below("", "/", "/dags", "/runs?all=true", "/task_instances?all=true", "/assets", "/assets/1", "/import_errors"),
  ...below(
    "",
    "/workers",
    "/events",
    "/xcoms",
    "/timeline",
    "/required_actions",
    "/deadlines",
    "/settings",
    "/security/tokens",
  ),
  ...below("", "/pools", "/variables", "/connections", "/security/users", "/security/roles"),
  ...below("", `/pools/${encodeURIComponent(NAME)}`, `/security/users/${encodeURIComponent(NAME)}`),
  ...below(`/dags/${DAG_ID}`, "", "?view=graph", "/runs", "/tasks", "/schedule", "/code", "/events", "/details"),
  ...below(RUN, "", "?view=gantt", "/logs", "/events", "/details"),
  ...below(TASK, "", "/attempts", "/rendered", "/xcom", "/dependencies", "/events", "/details", "/assets"),
  ...below(`${RUN}/tasks`, "/throws", "/returns/xcom", "/mapped/mapped"),
  ...below("/dags/asks/runs", "/open/tasks/choose", "/open/tasks/form", "/answered/tasks/form/required_actions"),
  ...below("/dags/daily", "/backfills", "/backfills/1"),
  ...below("", `/dags${QUERY}`, `/runs${QUERY}`, `/task_instances${QUERY}`, `/events${QUERY}`, `/timeline${QUERY}`),
  ...below("", `/dags/${DAG_ID}${QUERY}`, `${TASK}${QUERY}`, `/${encodeURIComponent(LINE)}`),
];

/** Those that show ids only. */
const QUIET: ReadonlySet<string> = new Set([
  "/workers",
  "/timeline",
  "/dags/daily/backfills",
  "/dags/daily/backfills/1",
]);

describe.runIf(hasBrowser)(`strings that mean harm${browserNote}`, { timeout: 120_000 }, () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await serve(FILES, afterAll);
    await fill(server);
  }, 60_000);

  it("are text on every page, at a desk and on a phone, and in an address", async () => {
    const visited = await visit(server, "/");
    const { page, context } = visited;
    await fillOwn(visited, server);
    const settled = settledOf(page);
    const opened: string[] = [];
    page.on("dialog", (dialog) => {
      opened.push(dialog.message());
      void dialog.dismiss();
    });
    context.on("page", (other) => opened.push(`a window at ${other.url()}`));
    page.on("pageerror", ({ message }) => opened.push(message));
    const found: string[] = [];
    const silent: string[] = [];
    const isShown = () => page.evaluate<boolean>(IS_SHOWN);
    for (const path of PATHS) {
      // Some columns are shown at a desk only.
      await page.setViewportSize({ width: 1440, height: 800 });
      await follow(page, path);
      if (!QUIET.has(path))
        await expect
          .poll(isShown, { timeout: 10_000 })
          .toBe(true)
          .catch(() => silent.push(path));
      found.push(...(await wrongs(page, settled)));
    }
    expect([found, opened, silent]).toEqual([[], [], []]);
  });

  it("are text in the dialogs that show them again, and where they are typed", async () => {
    const { page } = await visit(server, "/pools");
    const settled = settledOf(page);
    const dialog = page.getByRole("dialog");
    const found: string[] = [];
    const look = async (name: string): Promise<void> => {
      await dialog.first().waitFor();
      found.push(...(await wrongs(page, settled)).map((one) => `${name}: ${one}`));
      await page.setViewportSize({ width: 1440, height: 800 });
      await page.keyboard.press("Escape");
      await dialog.first().waitFor({ state: "detached" });
    };
    for (const path of ["/pools", "/variables", "/connections"]) {
      await follow(page, path);
      await settled();
      for (const act of ["Edit", "Delete"]) {
        await page.getByRole("button", { name: act }).and(page.locator(":not([aria-disabled=true])")).first().click();
        await look(`${act} ${path}`);
      }
    }
    await follow(page, TASK);
    for (const key of ["t", "c", "m"]) {
      await page.getByRole("button", { name: "Clear from here" }).first().waitFor();
      await page.getByRole("button", { name: "Trigger..." }).first().waitFor();
      await page.getByRole("main").focus();
      await page.keyboard.press(key);
      await look(key);
    }
    await follow(page, "/dags");
    await page.getByRole("button", { name: "Views" }).click();
    await look("views");
    await page.getByRole("searchbox").fill(LINE);
    found.push(...(await wrongs(page, settled)));
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Search or jump" }).fill(ALL);
    await look("palette");
    expect(found).toEqual([]);
  });
});
