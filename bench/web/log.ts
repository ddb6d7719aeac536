/** A log of a million lines, some 150 MB. */
import { median } from "../measure.ts";
import type { Tell } from "./tell.ts";
import { LOG_LINES, runIdOf, TALKER, taskIdOf } from "./stage.ts";
import type { Stage } from "./visitor.ts";

const TIMES = 5;
const MEGABYTE = 1_000_000;

export async function measureLog({ address, visitor }: Stage, tell: Tell): Promise<void> {
  const { page, measure, context, heap } = await visitor();
  const task = `${address}/dags/${TALKER.dagId}/runs/${runIdOf(0)}/tasks/${taskIdOf(0)}`;
  const first: number[] = [];
  const jump: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    await page.goto(task);
    first.push(await measure<number>('mark("momiji:log:first-lines")'));
    const start = await measure<number>("now()");
    await page.locator('[role="log"]').focus();
    await page.keyboard.press("End");
    await page.locator(`[data-line="${LOG_LINES}"]`).waitFor();
    await measure("frame()");
    jump.push((await measure<number>("now()")) - start);
  }
  tell("1,000,000 lines, first lines", median(first), { unit: "ms", atMost: 500 });
  tell("1,000,000 lines, jump to the end", median(jump), { unit: "ms", atMost: 500 });
  const start = await measure<number>("now()");
  await page.getByRole("region", { name: "Log" }).getByRole("searchbox").fill("needle");
  const hits = await measure<number>(`mark("momiji:log:search-hits", ${start})`);
  tell("1,000,000 lines, first hits", hits - start, { unit: "ms", atMost: 1_000 });
  tell("1,000,000 lines, heap", (await heap()) / MEGABYTE, { unit: "MB", atMost: 150 });
  await context.close();
}
