/** What people come to the web interface for, done in a browser as they do it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestServer } from "../bad-input/server.testing.ts";
import { browserNote, hasBrowser, send, serve, settledOf, visit } from "./browser.testing.ts";

const NIGHTLY = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "nightly", isPausedUponCreation: false, schedule: null }, () => {
  const extract = bash("extract", { command: "echo extracted" });
  const load = bash("load", { command: "echo starting; echo 'relation \\"orders_2026\\" does not exist' >&2; exit 3" });
  extract.before(load);
  load.before(bash("mart", { command: "echo mart" }));
});
`;

const BILLING = `import { dag } from "momiji";
const invoices = [7];
function charge(): void {
  invoices.forEach((id) => {
    throw new Error("invoice " + id + " has no customer");
  });
}
export default dag({ id: "billing", isPausedUponCreation: false, schedule: null }, ({ task }) => void task("charge", charge));
`;

const LATE = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag(
  { id: "late", schedule: "@daily", startDate: "2026-01-01", endDate: "2026-03-07", catchup: true, isPausedUponCreation: true },
  () => void bash("work", { command: "true" }),
);
`;

const SEED = `import { dag, every } from "momiji";
import { bash } from "momiji/operators";
export default dag(
  {
    id: "three_minutes", schedule: every({ minutes: 3 }), timezone: "Asia/Tokyo", catchup: true, isPausedUponCreation: true,
    startDate: "2024-08-12T14:04:00", endDate: "2024-08-12T14:04:00",
  },
  () => void bash("work", { command: "true" }),
);
`;

/** `slow` ends when the file is there. */
const PAIR = (gate: string): string => `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "pair", isPausedUponCreation: false, schedule: null }, () => {
  bash("broken", { command: "exit 3" });
  bash("slow", { command: "until [ -e ${gate} ]; do sleep 0.05; done" });
});
`;

const CAUSE = 'relation "orders_2026" does not exist';
const gate = join(mkdtempSync(join(tmpdir(), "momiji-gate-")), "open");
const FILES = { "pair.ts": PAIR(gate), "nightly.ts": NIGHTLY, "billing.ts": BILLING, "late.ts": LATE, "seed.ts": SEED };

/** Asked from here, for the page's policy forbids what `waitForFunction` does in it. */
const SOON = { timeout: 20_000 };

let server: TestServer;
let failedRun: string;
let billingRun: string;

describe.runIf(hasBrowser)(`the web interface${browserNote}`, { timeout: 60_000 }, () => {
  afterAll(() => rmSync(dirname(gate), { recursive: true, force: true }));

  beforeAll(async () => {
    server = await serve(FILES, afterAll);
    failedRun = (await server.run("nightly")).runId;
    billingRun = (await server.run("billing")).runId;
    await server.run("good");
  }, 60_000);

  it("lists at home what failed in the night with its cause, and each number leads to exactly so many runs", async () => {
    const { page, troubles } = await visit(server, "/");
    for (const [name, cause] of [
      ["nightly · load", CAUSE],
      ["billing · charge", "invoice 7 has no customer"],
    ] as const) {
      const card = page.getByRole("listitem").filter({ has: page.getByRole("link", { name, exact: true }) });
      await card.getByText(cause).waitFor();
    }
    const rows = page.getByRole("table", { name: "Runs" }).getByRole("row");
    for (const [number, count, words] of [
      [/2 failed$/, 2, "2 runs"],
      [/1 succeeded$/, 1, "one run"],
      [/0 active$/, 0, "0 runs"],
    ] as const) {
      await page.getByRole("heading", { level: 1 }).getByRole("link", { name: number }).click();
      await page.getByText(words, { exact: true }).first().waitFor();
      if (count > 0) await rows.nth(count).waitFor();
      expect(await rows.count()).toBeLessThanOrEqual(count + 1);
      await page.goBack();
    }
    expect(troubles).toEqual([]);
  });

  it("leads from home to the cause by one click, at a desk and on a phone without scrolling", async () => {
    const { page, troubles } = await visit(server, "/");
    await page.getByRole("link", { name: "nightly · load" }).click();
    const card = page.getByRole("region", { name: "Failure" });
    await card.getByText("exit code 3").first().waitFor();
    const cause = card.getByText(CAUSE).first();
    await expect.poll(() => bottomOf(cause), SOON).toBeLessThan(900);
    await card.getByRole("button", { name: /^Full log/ }).click();
    await page.locator('[role="log"] [data-sought="true"]').getByText(CAUSE).waitFor();
    expect(new URL(page.url()).search).toMatch(/^\?line=\d+$/);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${server.address}/dags/nightly/runs/${encodeURIComponent(failedRun)}/tasks/load`);
    await expect.poll(() => bottomOf(cause), SOON).toBeLessThan(844);
    expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
    await page.goto(`${server.address}/dags/nightly/runs/${encodeURIComponent(failedRun)}`);
    await page.getByRole("region", { name: "Failed" }).getByText(CAUSE).waitFor();
    expect(troubles).toEqual([]);
  });

  it("shows of what a function threw the author's line, and folds those of others", async () => {
    const { page, troubles } = await visit(server, `/dags/billing/runs/${encodeURIComponent(billingRun)}/tasks/charge`);
    const card = page.getByRole("region", { name: "Failure" });
    await card
      .getByText(/billing\.ts:5\b/)
      .first()
      .waitFor();
    const others = card.locator("details", { hasText: /frames? of (?:a library|libraries)/ });
    await others.waitFor();
    expect(await others.getAttribute("open")).toBeNull();
    expect(troubles).toEqual([]);
  });

  it("opens a DAG with three requests and a task of it with two more at most", async () => {
    const { page, requests } = await visit(server, "/dags/nightly");
    const settled = settledOf(page);
    await page.getByRole("gridcell", { name: /^load, failed/ }).waitFor();
    await page.getByText("live", { exact: true }).waitFor();
    await settled();
    expect(requests().length).toBeLessThanOrEqual(3);
    await page.getByRole("gridcell", { name: /^load, failed/ }).click();
    await page.getByRole("log").getByText("starting", { exact: true }).waitFor();
    await settled();
    // The task with why it failed, and its log.
    expect(requests().length).toBeLessThanOrEqual(2);
  });

  it("shows a run that somebody else triggers within a second, without being asked and without asking", async () => {
    const { page, requests } = await visit(server, "/dags/billing");
    await page.getByText("live", { exact: true }).waitFor();
    await page.getByRole("gridcell", { name: /^charge, failed/ }).waitFor();
    requests();
    const late: number[] = [];
    // Whatever else the machine does cannot make all of them late.
    for (let time = 0; time < 3; time++) {
      await page.evaluate(COLUMN_SEEN);
      const runId = await server.trigger("billing");
      const answered = Date.now();
      late.push((await page.evaluate<number>("window.columnSeen")) - answered);
      await server.endOf("billing", runId);
    }
    await page
      .getByRole("gridcell", { name: /^charge, failed/ })
      .nth(3)
      .waitFor();
    expect(Math.min(...late)).toBeLessThan(1_000);
    expect(requests()).toEqual([]);
  });

  it("says what switching on would do, and cancel leaves it off", async () => {
    const { page } = await visit(server, "/dags/late");
    const onOff = page.getByRole("switch", { name: "Scheduled: late" });
    await onOff.focus();
    await page.keyboard.press("Space");
    const dialog = page.getByRole("dialog");
    for (const text of [/66 runs begin at once/, /2026-01-01 00:00:00 UTC/, /2026-03-07 00:00:00 UTC/])
      await dialog.getByText(text).first().waitFor();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await dialog.waitFor({ state: "detached" });
    expect(await onOff.isChecked()).toBe(false);
    expect(await server.request("GET", "/dags/late")).toMatchObject({ is_paused: true });
  });

  it("shows the one run of a schedule of three minutes, in its zone and in UTC", async () => {
    const { page } = await visit(server, "/dags/three_minutes/schedule");
    const row = page.getByRole("row", { name: /14:04:00 JST → 2024-08-12 14:07:00 JST/ });
    await row.getByRole("cell", { name: "2024-08-12 14:07:00 JST", exact: true }).waitFor();
    await row.getByRole("cell", { name: "2024-08-12 05:07:00 UTC", exact: true }).waitFor();
    await page.getByText("live", { exact: true }).waitFor();
    expect(await page.getByRole("row").count()).toBe(2);
  });

  it("clears what its list says, and nothing when the world has moved since", async () => {
    const visited = await visit(server, `/dags/nightly/runs/${encodeURIComponent(failedRun)}`);
    const { page } = visited;
    await page.getByRole("button", { name: "Clear failed" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("will run now").waitFor();
    const load = `/dags/nightly/dagRuns/${encodeURIComponent(failedRun)}/taskInstances/load`;
    const marked = await send(visited, ["PATCH", `${server.address}/api/v2${load}`], { new_state: "success" });
    expect(marked.status()).toBe(200);
    const refused = page.waitForResponse((answer) => answer.request().method() === "POST" && answer.status() === 409);
    await dialog.getByRole("button", { name: /^Clear \d/ }).click();
    expect((await refused).url()).toContain("/clear");
    await dialog.getByText(/Something has changed/).waitFor();
    await dialog.getByText("gone").first().waitFor();
    expect(await server.request("GET", load)).toMatchObject({ state: "success", try_number: 1 });
    await dialog.getByText("Nothing would be cleared").waitFor();
    expect(await dialog.getByRole("button", { name: /^Clear \d/ }).isDisabled()).toBe(true);
  });

  it("clears nothing when a task has ended between the list and the confirmation, and marks it", async () => {
    await server.request("POST", "/dags/pair/dagRuns", { dag_run_id: "one", logical_date: null });
    const states = async (): Promise<object> => {
      const { task_instances: all } = (await server.request("GET", "/dags/pair/dagRuns/one/taskInstances")) as {
        readonly task_instances: readonly {
          readonly task_id: string;
          readonly state: string;
          readonly try_number: number;
        }[];
      };
      return Object.fromEntries(all.map(({ task_id, state, try_number }) => [task_id, `${state} ${try_number}`]));
    };
    await expect.poll(states, SOON).toEqual({ broken: "failed 1", slow: "running 1" });
    const { page } = await visit(server, "/dags/pair/runs/one");
    await page.getByRole("button", { name: "Clear failed" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: "all", exact: true }).check();
    const slow = dialog.getByRole("listitem").filter({ hasText: "slow" });
    await slow.getByText("goes on: it is left alone").waitFor();
    writeFileSync(gate, "");
    await expect.poll(states, SOON).toEqual({ broken: "failed 1", slow: "success 1" });
    const refused = page.waitForResponse((answer) => answer.request().method() === "POST" && answer.status() === 409);
    await dialog.getByRole("button", { name: /^Clear (one|\d)/ }).click();
    expect((await refused).url()).toContain("/clear");
    await dialog.getByText(/Something has changed/).waitFor();
    await slow.getByText(/^(new|changed)$/).waitFor();
    expect(await states()).toEqual({ broken: "failed 1", slow: "success 1" });
  });
});

/** Resolves with the time at which the grid gets another column. */
const COLUMN_SEEN = `{
  const grid = document.querySelector("[role=treegrid]");
  window.columnSeen = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      resolve(Date.now());
    });
    observer.observe(grid, { attributes: true, attributeFilter: ["aria-colcount"] });
  });
  null;
}`;

/** Pixels from the top of the window; out of reach while it is not shown. */
async function bottomOf(shown: Locator): Promise<number> {
  const box = await shown.boundingBox();
  return (box?.y ?? 1e9) + (box?.height ?? 0);
}
