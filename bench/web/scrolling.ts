/** Long lists while somebody scrolls through them: 5,000 DAGs, and timelines of 5,000 runs, in many lanes and in few. */
import { isoZ } from "@momiji/core";
import { NOW } from "../api/many-dags.ts";
import { median } from "../measure.ts";
import { BUSY } from "./stage.ts";
import type { Tell } from "./tell.ts";
import type { Stage, Visitor } from "./visitor.ts";

const HOUR = 3_600_000;
const MICROS = 1_000;

interface Seen {
  readonly longTasks: readonly (readonly [at: number, millis: number])[];
}

interface Long {
  readonly name: string;
  readonly path: string;
  /** Of what scrolls. */
  readonly selector: string;
  /** That it is there. */
  readonly first: string;
}

export async function measureScrolling({ address, visitor }: Stage, tell: Tell): Promise<void> {
  const guest = await visitor();
  const lanes = '[role="group"]:has(> ol)';
  const window = (from: number, hours: number): string => `from=${isoZ(from)}&to=${isoZ(from + hours * HOUR * MICROS)}`;
  const lists: readonly Long[] = [
    { name: "list of 5,000 DAGs", path: "/dags", selector: "html", first: '[role="row"][data-index="5"]' },
    {
      name: "timeline, 5,000 runs in 5,000 lanes",
      path: `/timeline?${window(NOW, 168)}`,
      selector: lanes,
      first: `${lanes} li:nth-child(5)`,
    },
    {
      name: "timeline, 5,000 runs in 50 lanes",
      path: `/timeline?${window(BUSY.begin, 26)}`,
      selector: lanes,
      first: `${lanes} li:nth-child(5)`,
    },
  ];
  for (const list of lists) await scroll(guest, { ...list, path: `${address}${list.path}` }, tell);
  await guest.context.close();
}

async function scroll({ page, measure, settled }: Visitor, list: Long, tell: Tell): Promise<void> {
  const { name, path, selector, first } = list;
  await page.goto(path);
  await page.locator(first).waitFor();
  await settled();
  const before = (await measure<Seen>("seen()")).longTasks.length;
  // As by a wheel that is turned quickly, and by a bar that is drawn back.
  const wheel = await measure<readonly number[]>(`scroll('${selector}', { y: 90 })`);
  const bar = await measure<readonly number[]>(`scroll('${selector}', { y: -700, frames: 15 })`);
  const tasks = (await measure<Seen>("seen()")).longTasks.slice(before).map(([, millis]) => millis);
  tell(`${name}, scrolled, frames a second`, 1_000 / median([...wheel, ...bar]), { unit: "fps", atLeast: 50 });
  tell(`${name}, scrolled, longest task`, Math.max(0, ...tasks), { unit: "ms", atMost: 100 });
}
