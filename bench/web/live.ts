/** Live changes: how soon they are on the screen, what a storm of them costs, and that nothing is asked for while nothing happens. */
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { percentile } from "../measure.ts";
import { asked } from "./asked.ts";
import type { Tell } from "./tell.ts";
import { runIdOf, taskIdOf, WIDE } from "./stage.ts";
import type { Stage, Visitor } from "./visitor.ts";

const MEGABYTE = 1_000_000;
export const STORM = { count: 6_000, rate: 200 } as const;
const KEYS_A_SECOND = 8;
const IDLE_SECONDS = 60;
const TICK_MILLIS = 10;

interface Seen {
  readonly delays: readonly (readonly [at: number, millis: number])[];
}

export async function measureLive(stage: Stage, tell: Tell): Promise<void> {
  const guest = await stage.visitor();
  const { page, measure, settled } = guest;
  await page.goto(`${stage.address}/dags/${WIDE.dagId}?runs=100`);
  await measure('mark("momiji:grid:first-cells")');
  await settled();
  await pushDelay(stage, guest, tell);
  await storm(stage, guest, tell);
  await guest.context.close();
}

/** From the commit of a change to the frame that shows it. */
async function pushDelay(stage: Stage, { page }: Visitor, tell: Tell): Promise<void> {
  await page.evaluate(`window.seen = bench.changes('[role="treegrid"]')`);
  const committed = await stage.order({ kind: "changes", dagId: WIDE.dagId, count: 100, rate: 10 });
  await pause(1_000);
  const shown = await page.evaluate<readonly number[]>("(seen.stop(), seen.seen)");
  const late = committed.map((at) => (shown.find((frame) => frame >= at) ?? Infinity) - at);
  tell("commit to pixel, p50", percentile(late, 50), { unit: "ms" });
  tell("commit to pixel, p95", percentile(late, 95), { unit: "ms", atMost: 200 });
}

/** While they come, somebody walks through the grid by keys: who rests on a cell asks what is known of it. */
async function storm(stage: Stage, { page, measure, heap, traffic }: Visitor, tell: Tell): Promise<void> {
  const before = await heap();
  await page.getByRole("treegrid").focus();
  const from = (await measure<Seen>("seen()")).delays.length;
  traffic();
  const walk = { isOver: false };
  const over = stage.order({ kind: "changes", dagId: WIDE.dagId, ...STORM }).finally(() => (walk.isOver = true));
  for (let key = 0; !walk.isOver; key++) {
    await page.keyboard.press(key % 40 < 20 ? "ArrowDown" : "ArrowUp");
    await pause(1_000 / KEYS_A_SECOND);
  }
  await over;
  tell("200 changes a second, requests", asked(traffic()), { unit: "requests", atMost: 0 });
  await pause(1_000);
  const delays = (await measure<Seen>("seen()")).delays.slice(from).map(([, millis]) => millis);
  tell("200 changes a second, a key, p95", delays.length === 0 ? 16 : percentile(delays, 95), {
    unit: "ms",
    atMost: 100,
  });
  tell("200 changes a second, heap grown", ((await heap()) - before) / MEGABYTE, { unit: "MB", atMost: 10 });
  tell("200 changes a second, cells that are wrong", await wrongCells(stage, page), { unit: "cells", atMost: 0 });
}

/** Compares what the page shows of the newest run with what the server answers now. */
async function wrongCells({ address }: Stage, page: Visitor["page"]): Promise<number> {
  await page.getByRole("treegrid").focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("End");
  const url = `${address}/api/v2/dags/${WIDE.dagId}/dagRuns/${runIdOf(WIDE.runs - 1)}/taskInstances?limit=50`;
  const answer = await page.context().request.get(url);
  const { task_instances: all } = (await answer.json()) as { task_instances: { task_id: string; state: string }[] };
  const run = await page.getByRole("treegrid").getByRole("row").all();
  const shown = new Map<string, string>();
  for (const row of run.slice(1, 21)) {
    const name = await row.getByRole("gridcell").last().getAttribute("aria-label");
    const [task = "", state = ""] = (name ?? "").split(", ");
    shown.set(task, state);
  }
  const first = Array.from({ length: 20 }, (_, index) => taskIdOf(index));
  return first.filter((task) => shown.get(task) !== all.find(({ task_id: id }) => id === task)?.state).length;
}

/** Nothing runs: nobody asks, and nobody computes. */
export async function measureIdle({ address, visitor }: Stage, tell: Tell): Promise<void> {
  const { page, traffic, context, settled } = await visitor();
  await page.goto(`${address}/`);
  await settled();
  const pids = await renderers(context);
  traffic();
  const before = new Map(pids.map((pid) => [pid, cpuOf(pid) ?? 0]));
  await pause(IDLE_SECONDS * 1_000);
  tell("60 s of nothing, API", asked(traffic()), { unit: "requests", atMost: 0 });
  // What the page before had may have ended meanwhile.
  const spent = [...before].reduce((sum, [pid, millis]) => sum + ((cpuOf(pid) ?? millis) - millis), 0);
  tell("60 s of nothing, processor", (spent / (IDLE_SECONDS * 1_000)) * 100, { unit: "%", atMost: 1 });
  await context.close();
}

/** Processes of pages and their workers. */
async function renderers(context: Visitor["context"]): Promise<readonly number[]> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo } = (await session?.send("SystemInfo.getProcessInfo")) ?? { processInfo: [] };
  await session?.detach();
  return processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
}

/** Milliseconds of processor time of a process; null: it has ended. */
function cpuOf(pid: number): number | null {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return null;
  const text = readFileSync(path, "utf8");
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * TICK_MILLIS;
}
