/** Wide and deep runs of no-op functions: `fan-1000`, `grid-100x10`, `grid-10x100`, `tree-1000`. */
import { startEngine } from "../engine-under-test.ts";
import { median, repeat } from "../measure.ts";
import type { Bench, Report } from "../result.ts";
import { callFloor } from "./chains.ts";

const HEAD = 'import { dag } from "momiji";\n';
const OPTIONS = "schedule: null, maxActiveTasks: 10000";

const SOURCES: { readonly [name: string]: string } = {
  "fan-1000": `({ task }) => {
  const first = task("first", () => undefined);
  const last = task("last", () => undefined);
  for (let index = 0; index < 1000; index++) {
    const middle = task(\`t\${index}\`, () => undefined);
    first.before(middle);
    last.after(middle);
  }
}`,
  "grid-100x10": `({ task }) => {
  for (let chain = 0; chain < 100; chain++) {
    let before = task(\`t\${chain}_0\`, () => undefined);
    for (let step = 1; step < 10; step++) {
      const next = task(\`t\${chain}_\${step}\`, () => undefined);
      before.before(next);
      before = next;
    }
  }
}`,
  "grid-10x100": `({ task }) => {
  let above = [];
  for (let layer = 0; layer < 10; layer++) {
    const tasks = Array.from({ length: 100 }, (_, index) => task(\`t\${layer}_\${index}\`, () => undefined));
    for (const task of tasks) for (const up of above) up.before(task);
    above = tasks;
  }
}`,
  "tree-1000": `({ task }) => {
  const tasks = Array.from({ length: 1000 }, (_, index) => task(\`t\${index}\`, () => undefined));
  for (let index = 1; index < 1000; index++) tasks[(index - 1) >> 1].before(tasks[index]);
}`,
};

async function graph(name: string, report: Report): Promise<void> {
  const floor = median(await callFloor(name === "fan-1000" ? 1002 : 1000, 0));
  const id = name.replaceAll("-", "_");
  const engine = await startEngine({
    "graph.ts": `${HEAD}export default dag({ id: "${id}", ${OPTIONS} }, ${SOURCES[name]});\n`,
  });
  const values = await repeat(5, () => engine.run(id));
  await engine.stop();
  report({ name, metric: "median", value: median(values), unit: "ms", floor, target: { of: "ratio", atMost: 3 } });
}

export const graphs: readonly Bench[] = Object.keys(SOURCES).map((name) => ({
  name,
  group: "engine",
  run: (report) => graph(name, report),
}));
