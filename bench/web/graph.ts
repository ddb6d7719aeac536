/** The graph of 1,000 tasks with some 2,000 edges. */
import { median } from "../measure.ts";
import type { Tell } from "./tell.ts";
import { WIDE } from "./stage.ts";
import type { Stage } from "./visitor.ts";

const TIMES = 5;

interface Seen {
  readonly longTasks: readonly (readonly [at: number, millis: number])[];
}

export async function measureGraph({ address, visitor }: Stage, tell: Tell): Promise<void> {
  const { page, measure, context } = await visitor();
  const millis: number[] = [];
  const longest: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    await page.goto(`${address}/dags/${WIDE.dagId}?view=graph`);
    millis.push(await measure<number>('mark("momiji:graph:first-nodes")'));
    const { longTasks } = await measure<Seen>("seen()");
    longest.push(Math.max(0, ...longTasks.map(([, duration]) => duration)));
  }
  tell("1,000 nodes, first nodes", median(millis), { unit: "ms", atMost: 1_000 });
  tell("1,000 nodes, longest task", median(longest), { unit: "ms", atMost: 100 });
  tell("1,000 nodes, mounted", await page.locator(".react-flow__node").count(), { unit: "nodes", atMost: 300 });
  await context.close();
}
