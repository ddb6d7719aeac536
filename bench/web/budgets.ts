/**
 * The budgets of the interface (docs/benchmarks.md), measured in Chromium against a real server, each in a new profile whose files
 * are cached unless it says cold. Absolute times stand beside those of a fixed page in the same browser.
 */
import { median } from "../measure.ts";
import type { Bench, Report, Target } from "../result.ts";
import { measureArrival } from "./arrival.ts";
import { measureBundle } from "./bundle.ts";
import { calibrate } from "./calibration.ts";
import { measureGraph } from "./graph.ts";
import { measureGrid } from "./grid.ts";
import { measureHour } from "./hour.ts";
import { measureIdle, measureLive } from "./live.ts";
import { measureLog } from "./log.ts";
import { measureScrolling } from "./scrolling.ts";
import type { Tell } from "./tell.ts";
import { openStage, type Stage } from "./visitor.ts";

type Part = (stage: Stage, tell: Tell) => Promise<void>;

const PARTS: { readonly [name: string]: Part } = {
  "web-bundle": measureBundle,
  "web-arrival": measureArrival,
  "web-grid": measureGrid,
  "web-graph": measureGraph,
  "web-log": measureLog,
  "web-scroll": measureScrolling,
  "web-live": measureLive,
  "web-idle": measureIdle,
};

/** Takes an hour: only for who asks for it by its name. */
const HOUR: { readonly [name: string]: Part } = { "web-hour": measureHour };

let stage: Promise<Stage> | undefined;
let fixed: Promise<readonly number[]> | undefined;

async function run(name: string, part: Part, report: Report): Promise<void> {
  stage ??= openStage();
  const opened = await stage;
  fixed ??= calibrate(opened);
  const floor = median(await fixed);
  await part(opened, (metric, value, { unit, ...limits }) => {
    const target: Target | undefined = Object.keys(limits).length === 0 ? undefined : { of: "value", ...limits };
    report({
      name,
      metric,
      value,
      unit,
      ...(unit === "ms" ? { floor } : {}),
      ...(target === undefined ? {} : { target }),
    });
  });
}

function benchesOf(parts: { readonly [name: string]: Part }, group: Bench["group"]): readonly Bench[] {
  return Object.entries(parts).map(([name, part]) => ({ name, group, run: (report) => run(name, part, report) }));
}

export const webs: readonly Bench[] = [...benchesOf(PARTS, "web"), ...benchesOf(HOUR, "long")];
