/** The grid: 100 tasks by 25 runs, and 1,000 by 100. */
import { median, percentile } from "../measure.ts";
import type { Tell } from "./tell.ts";
import { NARROW, runIdOf, WIDE, type Wide } from "./stage.ts";
import type { Stage, Visitor } from "./visitor.ts";

const TIMES = 5;
const KILOBYTE = 1_000;
const SCROLLED = ':has(> [role="treegrid"])';

interface Seen {
  readonly longTasks: readonly (readonly [at: number, millis: number])[];
  readonly delays: readonly (readonly [at: number, millis: number])[];
}

export async function measureGrid(stage: Stage, tell: Tell): Promise<void> {
  const guest = await stage.visitor();
  await open(guest, { address: stage.address, wide: NARROW, runs: 25, mostMillis: 500, mostKilobytes: 10 }, tell);
  await open(guest, { address: stage.address, wide: WIDE, runs: 100, mostMillis: 1_000, mostKilobytes: 60 }, tell);
  await scroll(guest, tell);
  await choose(stage, guest, tell);
  await guest.context.close();
}

interface Opened {
  readonly address: string;
  readonly wide: Wide;
  readonly runs: number;
  readonly mostMillis: number;
  readonly mostKilobytes: number;
}

async function open({ page, measure, cdp, settled }: Visitor, how: Opened, tell: Tell): Promise<void> {
  const { address, wide, runs, mostMillis, mostKilobytes } = how;
  const name = `${wide.tasks} x ${runs}`;
  const millis: number[] = [];
  const payload = { id: "", bytes: 0 };
  cdp.on("Network.responseReceived", ({ requestId, response }) => {
    if (response.url.includes("/grid?")) payload.id = requestId;
  });
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    // Later ones are the same as the browser has it, and nearly nothing.
    if (requestId === payload.id) payload.bytes = Math.max(payload.bytes, encodedDataLength);
  });
  for (let time = 0; time < TIMES; time++) {
    await page.goto(`${address}/dags/${wide.dagId}?runs=${runs}`);
    millis.push(await measure<number>('mark("momiji:grid:first-cells")'));
  }
  await settled();
  tell(`${name}, first cells`, median(millis), { unit: "ms", atMost: mostMillis });
  tell(`${name}, payload, compressed`, payload.bytes / KILOBYTE, { unit: "KB", atMost: mostKilobytes });
  tell(`${name}, nodes in the page`, await measure<number>("nodes()"), { unit: "nodes", atMost: 4_000 });
}

async function scroll({ measure }: Visitor, tell: Tell): Promise<void> {
  const before = (await measure<Seen>("seen()")).longTasks.length;
  const down = await measure<readonly number[]>(`scroll('${SCROLLED}', { y: 90 })`);
  const across = await measure<readonly number[]>(`scroll('${SCROLLED}', { x: -20 })`);
  const tasks = (await measure<Seen>("seen()")).longTasks.slice(before).map(([, millis]) => millis);
  tell("1,000 x 100, scrolled, frames a second", 1_000 / median([...down, ...across]), { unit: "fps", atLeast: 50 });
  tell("1,000 x 100, scrolled, longest task", Math.max(0, ...tasks), { unit: "ms", atMost: 100 });
}

/** From the press on a cell to the frame that shows it, and what it asks the server for. */
async function choose({ address }: Stage, { page, measure, traffic, settled }: Visitor, tell: Tell): Promise<void> {
  await page.goto(`${address}/dags/${NARROW.dagId}`);
  await measure('mark("momiji:grid:first-cells")');
  await settled();
  traffic();
  await page.getByRole("treegrid").focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/runs/**");
  await settled();
  traffic();
  const most: number[] = [];
  for (let time = 0; time < 10; time++) {
    await page.getByRole("treegrid").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await settled();
    most.push(traffic().api.length);
  }
  const delays = (await measure<Seen>("seen()")).delays.map(([, millis]) => millis);
  tell("a cell, API", Math.max(...most), { unit: "requests", atMost: 2 });
  tell("a cell, press to paint, p95", delays.length === 0 ? 16 : percentile(delays, 95), { unit: "ms", atMost: 100 });
  await page.goto(`${address}/dags/${NARROW.dagId}/runs/${runIdOf(NARROW.runs - 1)}`);
}
