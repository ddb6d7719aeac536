/** A log of a million lines, some 150 MB; and one that grows. */
import { setTimeout as pause } from "node:timers/promises";
import { median } from "../measure.ts";
import { CHATTERER, LOG_LINES, runIdOf, TALKER, taskIdOf, type Wide } from "./stage.ts";
import type { Tell } from "./tell.ts";
import type { Stage, Visitor } from "./visitor.ts";

/** Chromium keeps the compiled scripts of a page from the third or fourth visit on: most are as those of somebody who is here daily. */
const TIMES = 9;
const MEGABYTE = 1_000_000;
const GROWTH = { count: 50_000, rate: 5_000 } as const;
const MOST_LATE_MILLIS = 10_000;

interface Seen {
  readonly longTasks: readonly (readonly [at: number, millis: number])[];
}

export async function measureLog(stage: Stage, tell: Tell): Promise<void> {
  const guest = await stage.visitor();
  const { page, measure, context, heap } = guest;
  const first: number[] = [];
  const jump: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    await page.goto(taskOf(stage, TALKER));
    first.push(await measure<number>('mark("momiji:log:first-lines")'));
    const start = await measure<number>("now()");
    await page.locator('[role="log"]').focus();
    await page.keyboard.press("End");
    await page.locator(`[data-line="${LOG_LINES}"]`).waitFor();
    await measure("frame()");
    jump.push((await measure<number>("now()")) - start);
  }
  tell("1,000,000 lines, first lines", median(first), { unit: "ms", atMost: 500 });
  tell("1,000,000 lines, first lines on the first visit", first[0] ?? Number.NaN, { unit: "ms" });
  tell("1,000,000 lines, jump to the end", median(jump), { unit: "ms", atMost: 500 });
  // In one line of the last thousand; in every third.
  await search(guest, { text: "needle", name: "a rare word" }, tell);
  await search(guest, { text: "warehouse", name: "a frequent word" }, tell);
  tell("1,000,000 lines, heap", (await heap()) / MEGABYTE, { unit: "MB", atMost: 150 });
  await context.close();
  await follow(stage, tell);
}

function taskOf({ address }: Stage, { dagId }: Wide): string {
  return `${address}/dags/${dagId}/runs/${runIdOf(0)}/tasks/${taskIdOf(0)}`;
}

/** From Enter until the first hit is known, each time another text: nothing of it is there already. */
async function search(
  { page, measure }: Visitor,
  { text, name }: { readonly text: string; readonly name: string },
  tell: Tell,
): Promise<void> {
  const box = page.getByRole("region", { name: "Log" }).getByRole("searchbox");
  const millis: number[] = [];
  for (let length = text.length; length > text.length - 3; length--) {
    await box.fill(text.slice(0, length));
    const start = await measure<number>("now()");
    await box.press("Enter");
    millis.push((await measure<number>(`mark("momiji:log:search-hits", ${start})`)) - start);
  }
  tell(`1,000,000 lines, first hits of ${name}`, median(millis), { unit: "ms", atMost: 1_000 });
}

/** The end of a log that gets 5,000 lines a second. */
async function follow(stage: Stage, tell: Tell): Promise<void> {
  const { page, measure, context } = await stage.visitor();
  await stage.order({ kind: "lines", count: 100, rate: 1_000 });
  await page.goto(taskOf(stage, CHATTERER));
  await page.locator(`[data-line="100"]`).waitFor();
  await pause(1_000);
  const before = (await measure<Seen>("seen()")).longTasks.length;
  const written = stage.order({ kind: "lines", ...GROWTH });
  const frames = await measure<readonly number[]>(`frames(${(GROWTH.count / GROWTH.rate) * 1_000})`);
  await written;
  const start = performance.now();
  await page.locator(`[data-line="${GROWTH.count + 100}"]`).waitFor({ timeout: MOST_LATE_MILLIS });
  const late = performance.now() - start;
  const tasks = (await measure<Seen>("seen()")).longTasks.slice(before).map(([, millis]) => millis);
  tell("5,000 lines a second, frames a second", 1_000 / median(frames), { unit: "fps", atLeast: 50 });
  tell("5,000 lines a second, longest task", Math.max(0, ...tasks), { unit: "ms", atMost: 100 });
  tell("5,000 lines a second, the last one late by", late, { unit: "ms", atMost: 1_000 });
  await context.close();
}
