/** Runs along their time: the gantt of one, and the timeline of all. */
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, hasBrowser, serve, visit } from "./browser.testing.ts";

const MANY = `import { dag } from "momiji";
export default dag({ id: "many", schedule: null, isPausedUponCreation: false, maxActiveTasks: 60 }, ({ task }) => {
  task.map("file", { over: { n: Array.from({ length: 50 }, (_, n) => n) } }, ({ n }) => n);
});
`;

interface Mark {
  getBoundingClientRect(): { readonly left: number; readonly right: number };
}

/** Pixels between the words of each mark of an axis and those of the next, and from the last to the edge of the page. */
async function gapsOf(marks: Locator): Promise<readonly number[]> {
  const boxes = await marks.evaluateAll((all) =>
    (all as unknown as Mark[]).map((mark) => mark.getBoundingClientRect()).map(({ left, right }) => ({ left, right })),
  );
  const edge = marks.page().viewportSize()?.width ?? 0;
  return boxes.map(({ right }, at) => (boxes[at + 1]?.left ?? edge) - right);
}

const areApart = (gaps: readonly number[]): boolean => gaps.length > 0 && gaps.every((gap) => gap >= 0);

describe.runIf(hasBrowser)(`what ran when${browserNote}`, { timeout: 60_000 }, () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await serve({ "many.ts": MANY }, afterAll);
  }, 60_000);

  it("unfolds the instances of a mapped task along the time, leads to each and to that of another run, and folds them again", async () => {
    const before = await server.run("many");
    const newest = await server.run("many");
    const { page, troubles } = await visit(server, "/dags/many?view=gantt");
    // From run to run, in the view of the DAG and in the tab of the run.
    const isAt = (path: string) =>
      page.waitForURL(({ pathname }) => decodeURIComponent(pathname) === `/dags/many/runs/${path}`);
    await page.getByRole("button", { name: "Previous run" }).click();
    await isAt(before.runId);
    await page.getByRole("link", { name: "Gantt", exact: true }).click();
    await isAt(`${before.runId}/gantt`);
    await page.getByRole("button", { name: "Next run" }).last().click();
    await isAt(`${newest.runId}/gantt`);
    await page.goto(`${server.address}/dags/many?view=gantt`);
    const all = page.getByRole("button", { name: "file [50]", expanded: false });
    const third = page.getByRole("link", { name: "file [3]", exact: true });
    await all.click();
    await third.waitFor();
    await page.getByRole("button", { name: "file [50]", expanded: true }).click();
    await third.waitFor({ state: "detached" });
    await all.click();
    await third.click();
    await page.waitForURL("**/tasks/file/mapped/3*");
    await page.getByRole("link", { name: "Attempts", exact: true }).click();
    await page.waitForURL("**/tasks/file/mapped/3/attempts*");
    await page.keyboard.press("[");
    await isAt(`${before.runId}/tasks/file/mapped/3/attempts`);
    expect(troubles).toEqual([]);
  });

  it("shows what ran between two moments by the reader's clock, which the address has in UTC, and comes back to now", async () => {
    await server.run("many");
    const { page, troubles } = await visit(server, "/timeline");
    const bar = page.getByRole("img", { name: /^many, .*success/ }).first();
    await bar.waitFor();
    for (const width of [1440, 820, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(() => gapsOf(page.locator("[data-tick]"))).toSatisfy(areApart);
    }
    const from = page.getByLabel("from (Asia/Tokyo)");
    await from.fill("2026-01-01T00:00");
    await from.press("Enter");
    await page.waitForURL(/from=2025-12-31T15(?::|%3A)00(?::|%3A)00Z/);
    await from.and(page.locator(":focus")).waitFor();
    await bar.waitFor({ state: "detached" });
    const to = page.getByLabel("to (Asia/Tokyo)");
    await to.fill("2026-01-03T00:00");
    await to.press("Enter");
    await page.waitForURL(/to=2026-01-02T15/);
    await page.getByLabel("Window", { exact: true }).selectOption("24");
    await page.waitForURL(({ search }) => !/from=|to=/.test(search));
    await bar.waitFor();
    expect(await from.inputValue()).toBe("");
    expect(troubles).toEqual([]);
  });
});
