/** A task that failed, one that waits, and their pages: what people look at when something is wrong, in a browser. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, hasBrowser, serve, visit } from "./browser.testing.ts";

const NIGHTLY = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "nightly", isPausedUponCreation: false, schedule: null }, ({ task }) => {
  const extract = bash("extract", { command: "echo extracted" });
  const load = bash("load", { command: "echo starting; head -c 3000 /dev/zero | tr '\\\\0' w; echo; echo 'relation \\"orders_2026\\" does not exist' >&2; exit 3" });
  const mart = bash("mart", { command: "echo mart" });
  extract.before(load);
  load.before(mart);
  mart.before(bash("report", { command: "echo report" }));
});
`;

/** Three of so many fail. */
const MANY = 10_000;

const MAPPED = `import { dag } from "momiji";
export default dag({ id: "mapped", isPausedUponCreation: false, schedule: null, maxActiveTasks: 128 }, ({ task }) => {
  task.map(
    "file",
    { over: { n: Array.from({ length: ${MANY} }, (_, n) => n) }, mapIndexTemplate: "file_{{ inputs.n }}.csv" },
    ({ n }) => {
      if (n === 5 || n === 4321 || n === 9999) throw new Error("file " + n + " is broken");
      return n;
    },
  );
});
`;

/** Off: what is triggered waits. */
const OFF = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "off", isPausedUponCreation: true, schedule: null }, () => {
  bash("work", { command: "echo worked" });
});
`;

const FILES = {
  "off.ts": OFF,
  "nightly.ts": NIGHTLY,
  "mapped.ts": MAPPED,
};

let server: TestServer;
let failedRun: string;

function taskPath(dagId: string, runId: string, taskId: string): string {
  return `/dags/${dagId}/runs/${encodeURIComponent(runId)}/tasks/${taskId}`;
}

describe.runIf(hasBrowser)(`a task in the web interface${browserNote}`, { timeout: 60_000 }, () => {
  beforeAll(async () => {
    server = await serve(FILES, afterAll);
    failedRun = (await server.run("nightly")).runId;
  }, 60_000);

  it("says of a task that ended with an exit code which, and marks the line that says why", async () => {
    const { page, troubles } = await visit(server, taskPath("nightly", failedRun, "load"));
    const card = page.getByRole("region", { name: "Failure" });
    await card.getByRole("heading", { name: "Ended with exit code 3" }).waitFor();
    await card.locator('li[data-error="true"]').getByText('relation "orders_2026" does not exist').waitFor();
    await card.getByRole("link", { name: "mart", exact: true }).waitFor();
    await card.getByText("It has not succeeded before.").waitFor();
    await page.getByRole("log").getByText("starting", { exact: true }).waitFor();
    expect(troubles).toEqual([]);
  });

  it("leads from a failure to the page of the documentation about it, and from there to the others", async () => {
    const { page, troubles } = await visit(server, taskPath("nightly", failedRun, "load"));
    await page.getByRole("region", { name: "Failure" }).getByRole("link", { name: "More about this" }).click();
    await page.getByRole("heading", { level: 1, name: "Bash, safely" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/help/guides/bash");
    await page.getByRole("link", { name: "All pages of the documentation" }).click();
    await page.getByRole("heading", { level: 1, name: "Documentation" }).waitFor();
    await page.getByRole("main").getByRole("link", { name: "Docker", exact: true }).click();
    await page.getByRole("table").first().waitFor();
    // A link to a heading shows that heading, also in a page that is opened by it.
    await page.goto(`${server.address}/help/guides/docker#failures`);
    const failures = page.getByRole("heading", { name: "Failures", exact: true });
    await failures.waitFor();
    const top = async (): Promise<number> => (await failures.boundingBox())?.y ?? Infinity;
    await expect.poll(top).toBeLessThan(200);
    expect(await top()).toBeGreaterThanOrEqual(0);
    await page.goto(`${server.address}/help/nothing`);
    await page.getByRole("heading", { name: "The documentation has no such page" }).waitFor();
    expect(troubles).toEqual([]);
  });

  it("copies the cause with a link for a chat", async () => {
    const { page, context } = await visit(server, taskPath("nightly", failedRun, "load"));
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy for chat" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    const copied = await page.evaluate("navigator.clipboard.readText()");
    expect(copied).toContain('relation "orders_2026" does not exist');
    expect(copied).toContain(`${server.address}${taskPath("nightly", failedRun, "load")}`);
  });

  it("speaks of a failure and of what waits for it in Japanese, with what can be done", async () => {
    const { page, troubles } = await visit(server, taskPath("nightly", failedRun, "load"), { locale: "ja-JP" });
    const card = page.getByRole("region", { name: "失敗の原因" });
    await card.getByRole("heading", { name: "終了コード 3 で終了しました" }).waitFor();
    expect(await card.innerText()).not.toContain("`");
    await card.getByRole("button", { name: "もう一度実行（3タスク）" }).click();
    await page.getByRole("dialog").getByText("report", { exact: true }).first().waitFor();
    await page.keyboard.press("Escape");
    await page.goto(`${server.address}${taskPath("nightly", failedRun, "report")}`);
    const why = page.getByRole("region", { name: "実行されない理由" });
    await why.getByRole("heading", { name: /トリガールールの条件/ }).waitFor();
    await why.getByText("load: 失敗（試行 1 / 1）。").waitFor();
    await why.getByRole("button", { name: "失敗したものをクリアする" }).waitFor();
    expect(await why.innerText()).not.toMatch(/needs every|clear what|`/);
    expect(troubles).toEqual([]);
  });

  it("says of a run of a paused DAG that it is paused and nothing else, and switches it on", async () => {
    const runId = await server.trigger("off");
    const { page, troubles } = await visit(server, `/dags/off/runs/${encodeURIComponent(runId)}`);
    const why = page.getByRole("region", { name: "Why it does not run" });
    await why.getByRole("heading", { name: "The DAG is paused." }).waitFor();
    expect(await why.innerText()).not.toContain("next turn");
    await why.getByText("momiji dags unpause off", { exact: true }).waitFor();
    await why.getByRole("button", { name: "Switch on off" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Switch on", exact: true }).click();
    await why.waitFor({ state: "detached" });
    expect(troubles).toEqual([]);
  });

  it("lists of 10,000 mapped instances the failed ones first by their labels, and clears exactly those", async () => {
    const { runId } = await server.run("mapped");
    const { page, troubles } = await visit(server, `${taskPath("mapped", runId, "file")}/mapped/0`);
    await page.getByRole("button", { name: "Other mapped instances" }).click();
    await page.getByRole("menuitem").first().waitFor();
    const others = await page.getByRole("menuitem").allTextContents();
    expect(others.slice(0, 3).toSorted()).toEqual([
      "file_4321.csv failed",
      "file_5.csv failed",
      "file_9999.csv failed",
    ]);
    await page.goto(`${server.address}${taskPath("mapped", runId, "file")}/mapped`);
    await page.getByRole("row").filter({ hasText: "file_4321.csv" }).waitFor();
    const table = page.getByRole("table", { name: "Tasks" });
    const names = await table.getByRole("link", { name: /^file/ }).allTextContents();
    expect(names.slice(0, 3).toSorted()).toEqual(["file [file_4321.csv]", "file [file_5.csv]", "file [file_9999.csv]"]);
    await page.getByText("10,000 task instances", { exact: true }).waitFor();
    expect(await table.getByRole("row").count()).toBeLessThan(100);
    await page.getByRole("button", { name: "Clear all 3 failed" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: /^Clear 3/ }).click();
    await dialog.waitFor({ state: "detached" });
    expect(troubles).toEqual([]);
    const path = `/dags/mapped/dagRuns/${encodeURIComponent(runId)}/taskInstances/file/listMapped`;
    const tries = async (query: string) =>
      (await server.request("GET", `${path}?limit=100&${query}`)) as {
        readonly total_entries: number;
        readonly task_instances: readonly { readonly map_index: number; readonly try_number: number }[];
      };
    await server.onceStored(async () => ((await tries("state=failed")).total_entries === 3 ? true : undefined));
    const again = (await tries("state=failed")).task_instances;
    expect(new Set(again.map(({ map_index: index, try_number: number }) => `${index}, try ${number}`))).toEqual(
      new Set(["5, try 2", "4321, try 2", "9999, try 2"]),
    );
    expect((await tries("state=success")).total_entries).toBe(MANY - 3);
    await page.getByRole("button", { name: "Mark all 3 failed as success" }).click();
    await dialog.getByRole("button", { name: /^Mark 3/ }).click();
    await server.onceStored(async () => ((await tries("state=success")).total_entries === MANY ? true : undefined));
  });

  it("draws a run as graph and gantt beside the grid", async () => {
    const { page, troubles } = await visit(server, `/dags/nightly/runs/${encodeURIComponent(failedRun)}/graph`);
    const panel = page.getByRole("complementary");
    await panel.locator(".react-flow__node").first().waitFor();
    await panel.getByRole("link", { name: "Gantt" }).click();
    await panel.getByRole("checkbox", { name: "As a table" }).check();
    await panel.getByRole("table").waitFor();
    expect(await page.locator("#dag-grid").isVisible()).toBe(true);
    expect(troubles).toEqual([]);
  });

  it("clears from a failed task on with a thumb on a phone, and wraps the log", async () => {
    const { runId } = await server.run("nightly");
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
    const { page, troubles } = await visit(server, taskPath("nightly", runId, "load"), phone);
    const log = page.getByRole("log");
    await log.getByText("starting", { exact: true }).waitFor();
    expect(await log.evaluate((box) => box.scrollWidth <= box.clientWidth)).toBe(true);
    expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
    const clear = page.getByRole("button", { name: "Clear from here" });
    await page.getByRole("button", { name: "Copy for chat" }).scrollIntoViewIfNeeded();
    // Wherever the page is scrolled to, nothing lies over what can be done.
    await clear.tap();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("will run now").waitFor();
    await dialog.getByRole("button", { name: "Clear 3 task instances" }).tap();
    await dialog.waitFor({ state: "detached" });
    await server.onceStored(async () => {
      const path = `/dags/nightly/dagRuns/${encodeURIComponent(runId)}/taskInstances/load`;
      const { try_number: tries } = (await server.request("GET", path)) as { readonly try_number: number };
      return tries === 2 ? true : undefined;
    });
    expect(troubles).toEqual([]);
  });

  it("tells of a run what failed first and what waits for it, and prints its logs together", async () => {
    const { page, troubles } = await visit(server, `/dags/nightly/runs/${encodeURIComponent(failedRun)}`);
    const failed = page.getByRole("region", { name: "Failed" });
    await failed.getByRole("link", { name: "load", exact: true }).waitFor();
    await failed.getByRole("link", { name: "report", exact: true }).waitFor();
    await page.getByRole("navigation", { name: "Views of the run" }).getByRole("link", { name: "Logs" }).click();
    const logs = page.getByRole("log", { name: "Logs of the run" });
    await logs.getByText("extracted", { exact: true }).waitFor();
    await logs.getByText('relation "orders_2026" does not exist', { exact: true }).waitFor();
    expect(troubles).toEqual([]);
  });

  it("has every view of a task, also by the names that Airflow gives them", async () => {
    const { page, troubles } = await visit(server, `${taskPath("nightly", failedRun, "load")}/rendered_templates`);
    await page.getByRole("region").first().waitFor({ state: "attached" });
    await page.waitForURL(/\/rendered$/);
    await page.getByText("As it was written: it is no template").first().waitFor();
    const tabs = page.getByRole("navigation", { name: "Views of the task" });
    for (const [name, text] of [
      ["Attempts", "exit code 3"],
      ["XCom", "The task returned and pushed nothing."],
      ["Dependencies", "all upstream succeeded"],
      ["Events", "ended try 1:"],
      ["Details", "try_number"],
      ["Assets", "The task has changed no asset."],
    ] as const) {
      await tabs.getByRole("link", { name, exact: true }).click();
      await page.getByText(text).first().waitFor();
    }
    await tabs.getByRole("link", { name: "Details", exact: true }).click();
    const duration = page.locator("dl > div").filter({ has: page.getByText("duration", { exact: true }) });
    await duration.getByText(/^[\d.]+ (?:ms|s)$/).waitFor();
    expect(troubles).toEqual([]);
  });
});
