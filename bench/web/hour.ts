/** An hour in front of a grid that is never at rest: whether the page keeps anything that it needs no more. */
import { STORM } from "./live.ts";
import { RESTLESS } from "./stage.ts";
import type { Tell } from "./tell.ts";
import type { Stage } from "./visitor.ts";

const MEGABYTE = 1_000_000;
const QUARTERS = 4;
const MINUTES = 15;
const RATE = 20;

export async function measureHour(stage: Stage, tell: Tell): Promise<void> {
  const { page, measure, settled, heap, traffic, context } = await stage.visitor();
  await page.goto(`${stage.address}/dags/${RESTLESS.dagId}?runs=${RESTLESS.runs}`);
  await measure('mark("momiji:grid:first-cells")');
  await settled();
  const { dagId } = RESTLESS;
  // What the first changes load and compile is there afterwards.
  await stage.order({ kind: "changes", dagId, count: 200, rate: RATE });
  const heaps = [await heap()];
  report(0, heaps, tell);
  traffic();
  await stage.order({ kind: "changes", dagId, ...STORM });
  for (let quarter = 1; quarter <= QUARTERS; quarter++) {
    await stage.order({ kind: "changes", dagId, count: MINUTES * 60 * RATE, rate: RATE });
    heaps.push(await heap());
    report(quarter * MINUTES, heaps, tell);
  }
  const [first = 0] = heaps;
  const most = Math.max(...heaps.map((bytes) => Math.abs(bytes - first)));
  tell("an hour of 20 changes a second, heap changed by", most / MEGABYTE, { unit: "MB", atMost: 10 });
  tell("an hour of 20 changes a second, requests", traffic().api.length, { unit: "requests", atMost: 0 });
  await context.close();
}

/** Said at once too: who waits for an hour wants to see how it goes. */
function report(minute: number, heaps: readonly number[], tell: Tell): void {
  const megabytes = (heaps.at(-1) ?? 0) / MEGABYTE;
  process.stderr.write(`  minute ${minute}: ${megabytes.toFixed(1)} MB\n`);
  tell(`heap after ${minute} minutes`, megabytes, { unit: "MB" });
}
