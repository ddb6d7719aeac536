/** The log of a task in a browser: whatever was printed, of any length, while it grows. */
import { randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, hasBrowser, serve, visit } from "./browser.testing.ts";

/** One task that succeeded and one that failed, whose logs become long. */
const NIGHTLY = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "nightly", isPausedUponCreation: false, schedule: null }, () => {
  bash("extract", { command: "echo extracted" });
  bash("load", { command: "echo starting; exit 3" });
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

/** Prints until a file is there. */
const TALKING = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "talking", isPausedUponCreation: false, schedule: null }, () => {
  bash("talk", { command: "i=0; while [ ! -e {{ dag_run.conf.stop }} ]; do i=$((i+1)); seq -f \\"line $i.%g\\" 1 20; sleep 0.02; done; echo the end" });
});
`;

let server: TestServer;
let longRun: string;

function taskPath(dagId: string, runId: string, taskId: string): string {
  return `/dags/${dagId}/runs/${encodeURIComponent(runId)}/tasks/${taskId}`;
}

const LINES = 1_000_000;

/** Asked from here, for the page's policy forbids what `waitForFunction` does in it. */
const SOON = { timeout: 20_000 };

/** Opens what prints until `stop` is called, and follows it. */
async function visitTalking() {
  const file = join(server.place.folder, `stop-${randomUUID()}`);
  const { dag_run_id: runId } = (await server.request("POST", "/dags/talking/dagRuns", { conf: { stop: file } })) as {
    dag_run_id: string;
  };
  const { page, troubles } = await visit(server, taskPath("talking", runId, "talk"));
  await page.getByText("Following").waitFor();
  return { page, log: page.getByRole("log"), stop: () => writeFileSync(file, ""), runId, troubles };
}

/** From its next load on live events tell the page of everything but the lines of logs. */
async function hearNoLines(page: Page): Promise<void> {
  // The stream that all pages share cannot be changed from here; without it a page has its own.
  await page.addInitScript("delete window.SharedWorker");
  const isNoLog = (topic: string) => !topic.startsWith("log:");
  await page.route(/\/api\/momiji\/v1\/events/, async (route) => {
    const url = new URL(route.request().url());
    const topics = url.searchParams.getAll("topics").filter(isNoLog);
    url.searchParams.delete("topics");
    for (const topic of topics) url.searchParams.append("topics", topic);
    const body = route.request().postDataJSON() as { readonly topics: readonly string[] } | null;
    const postData = body === null ? {} : { postData: { topics: body.topics.filter(isNoLog) } };
    await route.continue({ url: url.href, ...postData });
  });
}

/** Pixels of a log below what is shown. */
async function rest(log: Locator): Promise<number> {
  return log.evaluate((box) => box.scrollHeight - box.clientHeight - box.scrollTop);
}

/** Writes a log of a million lines in the places of those of tries, as workers write them. */
function writeLongLogs(home: string, runId: string, taskIds: readonly string[]): void {
  const folder = `dag_id=nightly/run_id=${encodeURIComponent(runId).replaceAll("%3A", ":").replaceAll("%2B", "+")}`;
  const line = (seq: number): string => {
    const message =
      seq === LINES - 3 ? "the needle in the hay" : `order ${seq} of the nightly batch has been processed`;
    return `{"seq":${seq},"at":${1_773_000_000_000_000 + seq},"level":"info","source":"stdout","message":"${message}"}\n`;
  };
  const text = Array.from({ length: LINES }, (_, at) => line(at + 1)).join("");
  for (const taskId of taskIds) {
    const path = join(home, "logs", folder, `task_id=${taskId}`, "attempt=1.log");
    readFileSync(path);
    writeFileSync(path, text);
  }
}

describe.runIf(hasBrowser)(`a log in the web interface${browserNote}`, { timeout: 60_000 }, () => {
  beforeAll(async () => {
    server = await serve({ "nightly.ts": NIGHTLY, "hostile.ts": HOSTILE, "talking.ts": TALKING }, afterAll);
    longRun = (await server.run("nightly")).runId;
    writeLongLogs(server.place.home, longRun, ["extract", "load"]);
  }, 60_000);

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
    const { page, troubles } = await visit(server, taskPath("nightly", longRun, "load"));
    const log = page.getByRole("log");
    await log.getByText(`order ${LINES} of`).waitFor();
    await page.goto(`${server.address}${taskPath("nightly", longRun, "extract")}`);
    await log.getByText("order 1 of").waitFor();
    await page.getByRole("textbox", { name: "Go to line" }).fill("500000-500003");
    await page.getByRole("textbox", { name: "Go to line" }).press("Enter");
    await log.getByText("order 500002 of").waitFor();
    expect(new URL(page.url()).searchParams.get("line")).toBe("500000-500003");
    await page.getByRole("searchbox", { name: "Find in log" }).fill("needle in");
    await page.getByRole("searchbox", { name: "Find in log" }).press("Enter");
    await log.getByText("needle in", { exact: true }).waitFor();
    await page.getByText("1 of 1", { exact: true }).waitFor();
    await page.goto(`${server.address}${taskPath("nightly", longRun, "extract")}?line=500000-500003`);
    await log.locator('[data-sought="true"]').nth(3).waitFor();
    expect(await log.locator('[data-sought="true"]').count()).toBe(4);
    expect(await log.locator("[data-line]").count()).toBeLessThan(120);
    const { JSHeapUsedSize: heap } = (await metrics(page)) as { JSHeapUsedSize: number };
    expect(heap).toBeLessThan(150_000_000);
    expect(troubles).toEqual([]);
  });

  it("searches all logs of a run", async () => {
    const { page, troubles } = await visit(server, `/dags/nightly/runs/${encodeURIComponent(longRun)}/logs`);
    await page.getByRole("searchbox", { name: "Search all logs of the run" }).fill("needle");
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await page.getByText("2 lines", { exact: true }).waitFor();
    expect(troubles).toEqual([]);
  });

  it("follows what a task prints, stops when one scrolls up, and goes on", async () => {
    const { page, log, stop, troubles } = await visitTalking();
    const last = async () => Number(await log.locator("[data-line]").last().getAttribute("data-line"));
    const before = await last();
    await expect.poll(last, SOON).toBeGreaterThan(before + 100);
    await expect.poll(() => rest(log), SOON).toBeLessThan(2);
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
    stop();
    await log.getByText("the end", { exact: true }).waitFor();
    await expect.poll(() => rest(log), SOON).toBeLessThan(2);
    expect(troubles).toEqual([]);
  });

  it("shows the end of what it follows, also if the last lines come after the task has ended", async () => {
    const { page, log, stop, troubles } = await visitTalking();
    await hearNoLines(page);
    await page.reload();
    await page.getByText("Following").waitFor();
    stop();
    await log.getByText("the end", { exact: true }).waitFor();
    await expect.poll(() => rest(log), SOON).toBeLessThan(2);
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
