/** The grid and the graph of a DAG, as people use them. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, hasBrowser, serve, tabTo, visit } from "./browser.testing.ts";

/** Nothing in it takes any time, but one task fails in every run. */
const WIDE = `import { dag } from "momiji";
import { bash, empty } from "momiji/operators";
export default dag({ id: "wide", schedule: null, isPausedUponCreation: false, maxActiveRuns: 30 }, () => {
  const first = empty("first");
  for (let at = 0; at < 98; at++) first.before(empty("task_" + String(at).padStart(2, "0")));
  bash("load", { command: "echo 'relation \\"orders_2026\\" does not exist' >&2; exit 3" });
});
`;

const TALL = `import { dag } from "momiji";
import { empty } from "momiji/operators";
export default dag({ id: "tall", schedule: null, isPausedUponCreation: false, maxActiveRuns: 100 }, ({ group }) => {
  let before: ReturnType<typeof empty> | undefined;
  for (let stage = 0; stage < 100; stage++) {
    group("stage_" + stage, () => {
      for (let at = 0; at < 9; at++) {
        const task = empty("task_" + at);
        before?.before(task);
        if (at === 8) before = task;
      }
    });
  }
});
`;

const chain = (...ids: readonly string[]): string => `import { dag } from "momiji";
import { empty } from "momiji/operators";
export default dag({ id: "changing", schedule: null, isPausedUponCreation: false }, ({ chain }) => {
  chain(${ids.map((id) => `empty("${id}")`).join(", ")});
});
`;

const RETRYING = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "retrying", schedule: null, isPausedUponCreation: false }, () => {
  const load = bash("load", { command: "test {{ ti.try_number }} = 2", retries: 1, retryDelay: { seconds: 1 } });
  // Its usual start is in the midst of the run.
  bash("first", { command: "true" }).before(load);
});
`;

const STEADY = `import { dag } from "momiji";
import { empty } from "momiji/operators";
export default dag({ id: "steady", schedule: null, isPausedUponCreation: false, maxActiveRuns: 50 }, () => void empty("work"));
`;

/** Switched off: what is triggered waits. */
const RESTING = `import { dag } from "momiji";
import { empty } from "momiji/operators";
export default dag({ id: "resting", schedule: null, maxActiveRuns: 3 }, () => void empty("work"));
`;

const YEARLY = `import { dag } from "momiji";
import { empty } from "momiji/operators";
export default dag(
  { id: "yearly", schedule: "0 0 1 1 *", startDate: "2020-01-01", catchup: false, isPausedUponCreation: false },
  () => void empty("work"),
);
`;

async function runsOf(server: TestServer, dagId: string, count: number): Promise<void> {
  const ids = await Promise.all(Array.from({ length: count }, () => server.trigger(dagId)));
  for (const runId of ids) await server.endOf(dagId, runId);
}

const FILES = {
  "wide.ts": WIDE,
  "tall.ts": TALL,
  "changing.ts": chain("extract", "old_task", "mart"),
  "retrying.ts": RETRYING,
  "steady.ts": STEADY,
  "resting.ts": RESTING,
  "yearly.ts": YEARLY,
};

/** Of the window of these tests. */
function isWithin(box: { readonly x: number; readonly y: number; readonly width: number } | null): boolean {
  return box !== null && box.x >= 0 && box.y >= 0 && box.x + box.width <= 1440 && box.y <= 900;
}

const NAMES = (all: readonly { getAttribute(name: string): string | null }[]) =>
  all.map((one) => one.getAttribute("aria-label") ?? "");

/** Elements in the page. */
const NODES = "document.querySelectorAll('*').length";

/** What fills an element. */
function paintOf(element: unknown): string {
  const { getComputedStyle } = globalThis as unknown as {
    getComputedStyle(of: unknown): { readonly backgroundImage: string };
  };
  return getComputedStyle(element).backgroundImage;
}

describe.runIf(hasBrowser)(`the views of a DAG${browserNote}`, { timeout: 90_000 }, () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await serve(FILES, afterAll);
  }, 60_000);

  it("shows the newest 25 runs of 100 tasks by one request, walks from failure to log and back by keyboard, and keeps its place when a run comes", async () => {
    await runsOf(server, "wide", 26);
    const { page, requests, troubles } = await visit(server, "/dags/wide?runs=25");
    const grid = page.getByRole("treegrid");
    const counts = (rows: number, columns: number) =>
      page.locator(`[role="treegrid"][aria-rowcount="${rows}"][aria-colcount="${columns}"]`).waitFor();
    await grid
      .getByRole("gridcell", { name: /^load, failed/ })
      .first()
      .waitFor();
    await counts(101, 26);
    await page.getByText("live", { exact: true }).waitFor();
    expect(requests().length).toBeLessThanOrEqual(3);
    const names = await grid.getByRole("rowheader").first().boundingBox();
    expect(await grid.getByRole("columnheader").count()).toBe(26);
    for (const run of [1, 25]) {
      const box = await grid.getByRole("columnheader").nth(run).boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual((names?.x ?? 1e9) + (names?.width ?? 0) - 1);
      expect((box?.x ?? 1e9) + (box?.width ?? 0)).toBeLessThanOrEqual(1440);
    }
    await tabTo(grid);
    await page.keyboard.press("n");
    const failed = await grid.getAttribute("aria-activedescendant");
    await page.keyboard.press("Enter");
    await page.getByRole("log", { name: /load/ }).waitFor();
    const panel = page.getByRole("complementary", { name: "Chosen run or task" });
    await panel.and(page.locator(":focus")).waitFor();
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    await grid.and(page.locator(":focus")).waitFor();
    expect(await grid.getAttribute("aria-activedescendant")).toBe(failed);
    await page.keyboard.press("Shift+ArrowLeft");
    await page.getByText("2 task instances").waitFor();
    await page.getByText("live", { exact: true }).waitFor();
    const scrolled = (): Promise<number> =>
      grid.evaluate(
        (element) => (element as unknown as { parentElement: { scrollTop: number } }).parentElement.scrollTop,
      );
    // Not by the wheel: where the pointer is, a card asks what it shows.
    await grid.evaluate((element) => {
      (element as unknown as { parentElement: { scrollTop: number } }).parentElement.scrollTop = 200;
    });
    await grid.getByRole("rowheader", { name: "task_20" }).waitFor();
    const before = await scrolled();
    requests();
    await server.run("wide");
    await counts(101, 27);
    await page.getByText("2 task instances").waitFor();
    expect(await scrolled()).toBe(before);
    expect(requests()).toEqual([]);
    await page.getByRole("combobox", { name: "Filter tasks" }).fill("task_1* state:success");
    await counts(11, 27);
    await page.getByLabel("Runs", { exact: true }).selectOption("50");
    await counts(11, 28);
    expect(new URL(page.url()).search).toContain("runs=50");
    expect(troubles).toEqual([]);
  });

  it("has a thousand tasks with few elements in the page: grid to the last corner, graph with closed groups, found by name, around one task, and as a list", async () => {
    await runsOf(server, "tall", 100);
    const { page, troubles } = await visit(server, "/dags/tall?runs=100");
    const grid = page.getByRole("treegrid");
    await grid.getByRole("rowheader", { name: /stage_0/ }).waitFor();
    // Of a closed group the name and the newest cell say how many of its tasks succeeded.
    await grid.getByRole("rowheader", { name: "stage_0 9/9", exact: true }).waitFor();
    const newest = grid.getByRole("gridcell", { name: /^stage_0, success, .*, 9 of 9 succeeded$/ }).last();
    await page.getByText("live", { exact: true }).waitFor();
    await page.getByRole("heading", { name: "tall" }).hover();
    await newest.hover();
    const card = page.getByRole("tooltip");
    await card.getByText("success").first().waitFor();
    expect(await card.innerText()).toMatch(/success\s+9$/);
    await page.keyboard.press("Escape");
    await card.waitFor({ state: "detached" });
    await grid.focus();
    await page.keyboard.press("e");
    await page.locator('[role="treegrid"][aria-rowcount="1001"][aria-colcount="101"]').waitFor();
    // The last corner, and the first: all that they have is there, the headers too, and of the rest little.
    for (const [key, row, column] of [
      ["Control+End", 1001, 101],
      ["Control+Home", 2, 2],
    ] as const) {
      await page.keyboard.press(key);
      await page.locator(`[role="row"][aria-rowindex="${row}"] [role="gridcell"][aria-colindex="${column}"]`).waitFor();
      const heads = [
        page.locator(`[role="columnheader"][aria-colindex="${column}"]`),
        page.locator(`[role="row"][aria-rowindex="${row}"] [role="rowheader"]`),
      ];
      for (const head of heads) {
        await head.waitFor();
        expect(isWithin(await head.boundingBox())).toBe(true);
      }
      expect(await page.evaluate(NODES)).toBeLessThanOrEqual(4000);
    }
    // Whoever gets the address sees the same groups open.
    await page.reload();
    await page.locator('[role="treegrid"][aria-rowcount="1001"]').waitFor();
    await grid.focus();
    await page.keyboard.press("E");
    await page.locator('[role="treegrid"][aria-rowcount="101"]').waitFor();
    expect(new URL(page.url()).searchParams.has("open")).toBe(false);
    await page.keyboard.press("v");
    const graph = page.locator("#dag-graph");
    await graph.getByRole("button", { name: /^stage_0,/ }).waitFor();
    await page.getByText("100 shown").waitFor();
    await page.keyboard.press("e");
    await page.getByText("1,000 shown").waitFor();
    await page.keyboard.press("E");
    await page.getByText("100 shown").waitFor();
    await page.getByRole("button", { name: "Open all groups" }).click();
    await page.getByText("1,000 shown").waitFor();
    await page.locator(".react-flow__node").nth(5).waitFor();
    expect(await page.locator(".react-flow__node").count()).toBeLessThanOrEqual(300);
    await page.getByRole("combobox", { name: "Find a task" }).fill("stage_50.task_3");
    await page.getByRole("option", { name: "stage_50.task_3" }).click();
    await page.getByRole("button", { name: "Focus on stage_50.task_3" }).click();
    // The task, what is right before it, and the groups around both.
    await page.getByText("4 shown").waitFor();
    // They are counted before they are laid out; until then the others are still drawn.
    await page.locator(".react-flow__node").nth(4).waitFor({ state: "detached" });
    await graph.getByRole("button", { name: /^task_3, success/ }).waitFor();
    const drawn = await graph.locator(".react-flow__node [aria-label]").evaluateAll(NAMES);
    const list = page.getByRole("list", { name: "Tasks in their order" });
    await page.getByLabel("Graph as list").check();
    await list.waitFor();
    const listed = await list.getByRole("listitem").allInnerTexts();
    expect(drawn).toHaveLength(4);
    expect(new Set(listed.map((text) => text.split("\n")[0]))).toEqual(new Set(drawn));
    await page.getByLabel("Graph as list").uncheck();
    await page.getByRole("button", { name: "Take focus off" }).click();
    await page.getByRole("button", { name: "Close all groups" }).click();
    await page.getByText("100 shown").waitFor();
    await page.getByLabel("Graph as list").check();
    await list.waitFor();
    expect(await list.getByRole("listitem").count()).toBe(100);
    expect(troubles).toEqual([]);
  });

  it("says above a DAG how many of its runs go on, and that another waits as soon as it does, and in how long the next begins", async () => {
    const { page, troubles } = await visit(server, "/dags/resting");
    await page.getByRole("link", { name: "0 of 3 active", exact: true }).waitFor();
    await server.trigger("resting");
    await page.getByRole("link", { name: "0 of 3 active, 1 queued" }).click();
    await page.waitForURL(/\/dags\/resting\/runs\?.*queued/);
    await page.goto(`${server.address}/dags/yearly`);
    await page.getByText(/^Next run .* \(in \d+ \w+\)$/).waitFor();
    expect(troubles).toEqual([]);
  });

  it("leaves the cells where they are under the pointer when a run comes, leads to it, and to the column of an older one", async () => {
    const oldest = await server.trigger("steady");
    await server.endOf("steady", oldest);
    await runsOf(server, "steady", 45);
    const { page, troubles } = await visit(server, "/dags/steady?runs=45", { viewport: { width: 900, height: 800 } });
    const grid = page.getByRole("treegrid");
    const columns = (count: number) => page.locator(`[role="treegrid"][aria-colcount="${count + 1}"]`).waitFor();
    const header = (column: number) => grid.locator(`[role="columnheader"][aria-colindex="${column + 1}"]`);
    const right = async (column: number): Promise<number> => {
      const box = await header(column).boundingBox();
      return (box?.x ?? 1e9) + (box?.width ?? 0);
    };
    await columns(45);
    await page.getByText("live", { exact: true }).waitFor();
    expect(await right(45)).toBeLessThanOrEqual(900);
    await grid.locator('[role="gridcell"][aria-colindex="46"]').hover();
    const place = await right(45);
    await server.run("steady");
    await columns(46);
    await header(46).waitFor();
    expect(await right(45)).toBe(place);
    expect(await right(46)).toBeGreaterThan(place);
    await page.getByRole("button", { name: "One new run: show it" }).click();
    await expect.poll(() => right(46)).toBe(place);
    await page.getByRole("button", { name: "One new run: show it" }).waitFor({ state: "detached" });
    // Nobody looks at a cell any more.
    await server.run("steady");
    await columns(47);
    await expect.poll(() => right(47)).toBe(place);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${server.address}/dags/steady/runs/${encodeURIComponent(oldest)}?runs=5`);
    await columns(5);
    await page.getByRole("button", { name: "Other runs" }).click();
    await page.locator('[role="menuitem"][aria-current="page"]').waitFor();
    expect(await page.getByRole("menuitem").count()).toBe(26);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Show the column of the open run" }).click();
    await columns(1);
    await page.reload();
    await columns(1);
    await grid.locator('[role="columnheader"][data-open="true"]').waitFor();
    // How the DAG has fared lately is not told by some of its runs.
    const lately = page.getByRole("region", { name: "How it has fared lately" });
    expect(await lately.innerText()).not.toContain("%");
    await page.getByRole("button", { name: "Newest runs" }).click();
    await columns(5);
    await lately.getByText("100%").waitFor();
    // Whoever folds that line finds it so on every DAG, until they unfold it.
    const fold = lately.getByRole("button", { name: "How it has fared lately" });
    await fold.click();
    await page.goto(`${server.address}/dags/wide`);
    await lately.getByRole("button", { expanded: false }).click();
    await lately.getByText("0%", { exact: false }).first().waitFor();
    // As many as fit, and older ones by scrolling.
    await page.setViewportSize({ width: 900, height: 800 });
    await page.goto(`${server.address}/dags/steady`);
    await columns(34);
    const end = await right(34);
    expect(end).toBeLessThanOrEqual(900);
    await header(34).hover();
    await page.mouse.wheel(-40, 0);
    await columns(48);
    await expect.poll(() => right(48)).toBe(end + 40);
    // Whoever waits at a cell is told how its task went, and how long it usually takes.
    await grid
      .getByRole("gridcell", { name: /^work, success/ })
      .nth(20)
      .hover();
    await page.getByRole("tooltip").getByText("usually").waitFor();
    expect(troubles).toEqual([]);
  });

  it("says of a task that its version had not that it was not there, compares versions, and shows both attempts of a task along the time", async () => {
    const retried = runsOf(server, "retrying", 3);
    const first = await server.run("changing");
    await server.request("PATCH", `/dags/changing/dagRuns/${encodeURIComponent(first.runId)}/taskInstances/mart`, {
      new_state: "failed",
    });
    writeFileSync(join(server.place.dags, "changing.ts"), chain("extract", "mart"));
    await server.onceStored(async () => {
      const { dag_versions: versions } = (await server.request("GET", "/dags/changing/dagVersions")) as {
        dag_versions: readonly unknown[];
      };
      return versions.length === 2 ? true : undefined;
    });
    await server.run("changing");
    const { page, troubles } = await visit(server, "/dags/changing");
    const grid = page.getByRole("treegrid");
    await grid.getByRole("gridcell", { name: /^old_task, not in this version/ }).waitFor();
    await grid.getByRole("gridcell", { name: /^old_task, success/ }).waitFor();
    await grid.getByText("until v1").waitFor();
    await grid.getByRole("columnheader").nth(2).getByText("v2").waitFor();
    await page.getByText("Graph", { exact: true }).click();
    const compare = page.getByLabel("Compare", { exact: true });
    await compare.selectOption("1");
    await page.getByRole("button", { name: /old_task, .*removed/ }).waitFor();
    await compare.selectOption("");
    await page.getByRole("button", { name: /old_task/ }).waitFor({ state: "detached" });
    // A run has its version, and its states.
    await compare.selectOption(`run:${first.runId}`);
    await page.getByRole("button", { name: /old_task, .*removed/ }).waitFor();
    await page.getByRole("button", { name: /^mart, success, .*changed, failed in the other run$/ }).waitFor();
    await retried;
    await page.goto(`${server.address}/dags/retrying?view=gantt`);
    await page.getByRole("img", { name: /^load, try 1, failed/ }).waitFor();
    await page.getByText("critical path", { exact: true }).waitFor();
    const queued = page.getByRole("img", { name: /^load, try 2, queued/ });
    await queued.waitFor();
    expect(await queued.evaluate(paintOf)).toContain("repeating-linear-gradient");
    await page
      .getByTitle(/^usually starts after/)
      .first()
      .waitFor();
    const chart = page.getByRole("group", { name: "The run along its time" });
    await chart.focus();
    const whole = await chart.innerText();
    await page.keyboard.press("+");
    await page.waitForURL(/zoom=\d+-\d+/);
    // The moments along its upper edge.
    const zoomed = await chart.innerText();
    expect(zoomed).not.toBe(whole);
    await page.reload();
    await chart.waitFor();
    expect(page.url()).toMatch(/zoom=\d+-\d+/);
    await expect.poll(() => chart.innerText(), { timeout: 20_000 }).toBe(zoomed);
    await page.getByLabel("As a table").check();
    for (const state of ["failed", "success"]) await page.getByRole("cell", { name: state }).first().waitFor();
    expect(troubles).toEqual([]);
  });
});
