/** A task that failed, one that waits, its log: what people look at when something is wrong, in a browser. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, hasBrowser, serve, visit } from "./browser.testing.ts";

const NIGHTLY = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "nightly", isPausedUponCreation: false, schedule: null }, ({ task }) => {
  const extract = bash("extract", { command: "echo extracted" });
  const load = bash("load", { command: "echo starting; echo 'relation \\"orders_2026\\" does not exist' >&2; exit 3" });
  const mart = bash("mart", { command: "echo mart" });
  extract.before(load);
  load.before(mart);
  mart.before(bash("report", { command: "echo report" }));
});
`;

/** Waits for a pool that has no slot. */
const POOLED = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "pooled", isPausedUponCreation: false, schedule: null }, () => {
  bash("heavy", { command: "echo heavy", pool: "tiny" });
});
`;

/** ANSI, CJK, a line of 100 KB, a NUL byte, HTML, text from right to left, JSON, a group. */
const HOSTILE = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "hostile", isPausedUponCreation: false, schedule: null }, () => {
  bash("print", { command: [
    "printf '\\\\033[31mred words\\\\033[0m plain\\\\n'",
    "echo '紅葉の注文を読み込みました'",
    "head -c 100000 /dev/zero | tr '\\\\0' x; echo",
    "printf 'a\\\\000b\\\\n'",
    "echo '<script>window.hacked = true</script><img src=x onerror=alert(1)>'",
    "printf 'abc \\\\342\\\\200\\\\256 dlrow\\\\n'",
    "echo '{\\"msg\\":\\"rows read\\",\\"rows\\":12,\\"table\\":\\"orders\\"}'",
    "echo '::group::Install'", "echo inside", "echo '::endgroup::'", "echo last",
  ].join("; ") });
});
`;

const MAPPED = `import { dag } from "momiji";
export default dag({ id: "mapped", isPausedUponCreation: false, schedule: null, maxActiveTasks: 64 }, ({ task }) => {
  task.map("file", { n: Array.from({ length: 40 }, (_, n) => n) }, ({ n }) => {
    if (n % 14 === 5) throw new Error("file " + n + " is broken");
    return n;
  });
});
`;

/** Prints until a file is there. */
const TALKING = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "talking", isPausedUponCreation: false, schedule: null }, () => {
  bash("talk", { command: "i=0; while [ ! -e {{ dag_run.conf.stop }} ]; do i=$((i+1)); seq -f \\"line $i.%g\\" 1 20; sleep 0.02; done; echo the end" });
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
  "pooled.ts": POOLED,
  "hostile.ts": HOSTILE,
  "mapped.ts": MAPPED,
  "talking.ts": TALKING,
};

let server: TestServer;
let failedRun: string;

function taskPath(dagId: string, runId: string, taskId: string): string {
  return `/dags/${dagId}/runs/${encodeURIComponent(runId)}/tasks/${taskId}`;
}

const LINES = 1_000_000;

/** Asked from here, for the page's policy forbids what `waitForFunction` does in it. */
const SOON = { timeout: 20_000 };

/** Writes a log of a million lines in the place of that of a try, as workers write them. */
function writeLongLog(home: string, runId: string, taskId: string): void {
  const folder = `dag_id=nightly/run_id=${encodeURIComponent(runId).replaceAll("%3A", ":").replaceAll("%2B", "+")}`;
  const path = join(home, "logs", folder, `task_id=${taskId}`, "attempt=1.log");
  readFileSync(path);
  const line = (seq: number): string => {
    const message =
      seq === LINES - 3 ? "the needle in the hay" : `order ${seq} of the nightly batch has been processed`;
    return `{"seq":${seq},"at":${1_773_000_000_000_000 + seq},"level":"info","source":"stdout","message":"${message}"}\n`;
  };
  writeFileSync(path, Array.from({ length: LINES }, (_, at) => line(at + 1)).join(""));
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
    await card.getByRole("button", { name: "もう一度実行(3タスク)" }).click();
    await page.getByRole("dialog").getByText("report", { exact: true }).first().waitFor();
    await page.keyboard.press("Escape");
    await page.goto(`${server.address}${taskPath("nightly", failedRun, "report")}`);
    const why = page.getByRole("region", { name: "実行されない理由" });
    await why.getByRole("heading", { name: /トリガールール all_success の条件/ }).waitFor();
    await why.getByText("load: 失敗(試行 1 / 1)。").waitFor();
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

  it("names the cause of a task two levels below it, and leads there", async () => {
    const { page } = await visit(server, taskPath("nightly", failedRun, "report"));
    const why = page.getByRole("region", { name: "Why it does not run" });
    await why.getByRole("link", { name: "load", exact: true }).first().click();
    await page.getByRole("heading", { name: "Ended with exit code 3" }).waitFor();
  });

  it("says which pool has no slot, and changes by itself when it has one", async () => {
    await server.request("POST", "/pools", { name: "tiny", slots: 0 });
    const runId = await server.trigger("pooled");
    const { page, context, troubles } = await visit(server, taskPath("pooled", runId, "heavy"));
    const why = page.getByRole("region", { name: "Why it does not run" });
    await why.getByRole("heading", { name: "Pool tiny has 0 of 0 slots free; it needs 1." }).waitFor();
    expect(await why.getByRole("link", { name: "Raise the slots of pool tiny" }).getAttribute("href")).toContain(
      "/pools",
    );
    await page.getByText("live", { exact: true }).waitFor();
    const csrf = (await context.cookies()).find(({ name }) => name === "momiji_csrf")?.value ?? "";
    const raised = await context.request.patch(`${server.address}/api/v2/pools/tiny`, {
      data: { slots: 1 },
      headers: { "x-csrf-token": csrf },
    });
    expect(raised.status()).toBe(200);
    await page.getByRole("log").getByText("heavy", { exact: true }).waitFor();
    expect(troubles).toEqual([]);
  });

  it("shows what a program printed as text, whatever it is", async () => {
    const { runId } = await server.run("hostile");
    const { page, context, troubles } = await visit(server, taskPath("hostile", runId, "print"));
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const log = page.getByRole("log");
    await log.getByText("<script>window.hacked = true</script><img src=x onerror=alert(1)>", { exact: true }).waitFor();
    await log.getByText("紅葉の注文を読み込みました", { exact: true }).waitFor();
    await log.getByText("a\u{fffd}b", { exact: true }).waitFor();
    await log.locator('[data-fg$="red"]').getByText("red words").waitFor();
    await log
      .getByRole("button", { name: /^Show all [\d,]+ characters$/ })
      .first()
      .waitFor();
    await log.getByText(/^rows read rows=12 table=orders$/).waitFor();
    expect(await log.getByText("inside", { exact: true }).count()).toBe(0);
    await log.getByRole("button", { name: /Install/ }).click();
    await log.getByText("inside", { exact: true }).waitFor();
    expect(await page.evaluate("window.hacked")).toBeUndefined();
    expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
    await page.evaluate(`{
      const lines = [...document.querySelectorAll('[role="log"] [data-line]')];
      const of = (text) => lines.findLast((line) => line.textContent.includes(text));
      getSelection().setBaseAndExtent(of("a\\ufffdb"), 0, of("<script>"), 2);
    }`);
    await page.keyboard.press("Control+c");
    expect(await page.evaluate("navigator.clipboard.readText()")).toMatch(
      /^a\0?b\n<script>window.hacked = true<\/script>/,
    );
    expect(troubles).toEqual([]);
  });

  it("opens a log of a million lines where people look, goes anywhere in it and finds what is near its end", async () => {
    writeLongLog(server.place.home, failedRun, "extract");
    writeLongLog(server.place.home, failedRun, "load");
    const { page, troubles } = await visit(server, taskPath("nightly", failedRun, "load"));
    const log = page.getByRole("log");
    await log.getByText(`order ${LINES} of`).waitFor();
    await page.goto(`${server.address}${taskPath("nightly", failedRun, "extract")}`);
    await log.getByText("order 1 of").waitFor();
    await page.getByRole("textbox", { name: "Go to line" }).fill("500000-500003");
    await page.getByRole("textbox", { name: "Go to line" }).press("Enter");
    await log.getByText("order 500002 of").waitFor();
    expect(new URL(page.url()).searchParams.get("line")).toBe("500000-500003");
    await page.getByRole("searchbox", { name: "Find in log" }).fill("needle in");
    await page.getByRole("searchbox", { name: "Find in log" }).press("Enter");
    await log.getByText("needle in", { exact: true }).waitFor();
    await page.getByText("1 of 1", { exact: true }).waitFor();
    await page.goto(`${server.address}${taskPath("nightly", failedRun, "extract")}?line=500000-500003`);
    await log.locator('[data-sought="true"]').nth(3).waitFor();
    expect(await log.locator('[data-sought="true"]').count()).toBe(4);
    expect(await log.locator("[data-line]").count()).toBeLessThan(120);
    const { JSHeapUsedSize: heap } = (await metrics(page)) as { JSHeapUsedSize: number };
    expect(heap).toBeLessThan(150_000_000);
    expect(troubles).toEqual([]);
  });

  it("follows what a task prints, stops when one scrolls up, and goes on", async () => {
    const stop = join(server.place.folder, "stop");
    const { dag_run_id: runId } = (await server.request("POST", "/dags/talking/dagRuns", { conf: { stop } })) as {
      dag_run_id: string;
    };
    const { page, troubles } = await visit(server, taskPath("talking", runId, "talk"));
    const log = page.getByRole("log");
    await page.getByText("Following").waitFor();
    const last = async () => Number(await log.locator("[data-line]").last().getAttribute("data-line"));
    const before = await last();
    await expect.poll(last, SOON).toBeGreaterThan(before + 100);
    await log.hover();
    await page.mouse.wheel(0, -300);
    await page.getByRole("button", { name: /new lines/ }).waitFor();
    const stopped = await log.evaluate((box) => box.scrollTop);
    const shown = await last();
    const counted = async () => Number(await page.locator("[data-log-count]").getAttribute("data-log-count"));
    await expect.poll(counted, SOON).toBeGreaterThan(shown + 100);
    expect(await log.evaluate((box) => box.scrollTop)).toBe(stopped);
    await log.press("f");
    await page.getByText("Following").waitFor();
    writeFileSync(stop, "");
    await log.getByText("the end", { exact: true }).waitFor();
    expect(troubles).toEqual([]);
  });

  it("lists the instances of a mapped task with the failed ones first, and clears exactly those", async () => {
    const { runId } = await server.run("mapped");
    const { page, troubles } = await visit(server, `${taskPath("mapped", runId, "file")}/mapped`);
    await page.getByRole("link", { name: "file [5]" }).waitFor();
    const names = await page.getByRole("table", { name: "Tasks" }).getByRole("link").allTextContents();
    expect(names.slice(0, 3).toSorted()).toEqual(["file [19]", "file [33]", "file [5]"]);
    await page.getByText("40 task instances", { exact: true }).waitFor();
    expect(troubles).toEqual([]);
    await page.getByRole("button", { name: "Clear all 3 failed" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: /^Clear 3/ }).click();
    await dialog.waitFor({ state: "detached" });
    const path = `/dags/mapped/dagRuns/${encodeURIComponent(runId)}/taskInstances/file/listMapped?limit=100`;
    const { task_instances: all } = (await server.request("GET", path)) as {
      task_instances: readonly { map_index: number; try_number: number; state: string | null }[];
    };
    const untouched = all.filter(({ try_number: number, state }) => number === 1 && state === "success");
    expect(untouched).toHaveLength(37);
  });

  it("tells of a run what failed first and what waits for it, and searches all its logs", async () => {
    const { page, troubles } = await visit(server, `/dags/nightly/runs/${encodeURIComponent(failedRun)}`);
    const failed = page.getByRole("region", { name: "Failed" });
    await failed.getByRole("link", { name: "load", exact: true }).waitFor();
    await failed.getByRole("link", { name: "report", exact: true }).waitFor();
    await page.getByRole("navigation", { name: "Views of the run" }).getByRole("link", { name: "Logs" }).click();
    await page.getByRole("log", { name: "Logs of the run" }).waitFor();
    await page.getByRole("searchbox", { name: "Search all logs of the run" }).fill("needle");
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await page.getByText("2 lines", { exact: true }).waitFor();
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
      ["Dependencies", "all_success"],
      ["Events", "ended try 1:"],
      ["Details", "try_number"],
      ["Assets", "The task has changed no asset."],
    ] as const) {
      await tabs.getByRole("link", { name, exact: true }).click();
      await page.getByText(text).first().waitFor();
    }
    expect(troubles).toEqual([]);
  });
});

async function metrics(page: Awaited<ReturnType<typeof visit>>["page"]): Promise<{ readonly [name: string]: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  await session.send("HeapProfiler.collectGarbage");
  const { metrics: all } = await session.send("Performance.getMetrics");
  return Object.fromEntries(all.map(({ name, value }) => [name, value]));
}
