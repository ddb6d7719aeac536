/** The process of `active-10k`: ten thousand runs, and then the ends of some of their tasks. Answers what these cost. */
import { SchedulerAlone, specOf } from "./scheduler-alone.ts";

const RUNS = 10_000;
const TASKS_OF_RUN = 10;
const EVENTS = 5000;

const [path = ""] = process.argv.slice(2);
const chain = Array.from({ length: TASKS_OF_RUN }, (_, index): [string, string[]] => [
  `t${index}`,
  index === 0 ? [] : [`t${index - 1}`],
]);
const alone = await SchedulerAlone.start(path, [specOf("active", new Map(chain))]);
await alone.trigger("active", RUNS);
// Everything has run at least once before it is measured.
for (let event = 0; event < EVENTS; event++) await alone.endOne();
const millis: number[] = [];
for (let event = 0; event < EVENTS; event++) millis.push(await alone.endOne());
process.send?.(millis);
process.on("message", () => void alone.stop().then(() => process.exit()));
