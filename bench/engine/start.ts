/** `start`: from the start of the process to the first answer and the first success, with and without a past. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { scratchFolder } from "../engine-under-test.ts";
import { openInNewProcess } from "../floors/bare-node.ts";
import { fillHistory } from "../history.ts";
import { median } from "../measure.ts";
import type { Bench, Report } from "../result.ts";
import { root, startServer } from "../server-process.ts";

const DAGS = join(root, "examples");
const OLD_INSTANCES = 1_000_000;
const REPEATS = 7;

/** Milliseconds from the start of the process. */
interface Start {
  readonly served: number;
  readonly succeeded: number;
}

interface Runs {
  readonly dag_runs: readonly { readonly state: string; readonly dag_run_id: string }[];
}

/** In a new home `hello` runs by itself; in one where it has run it is triggered as soon as the server answers. */
async function measureStart(home: string, isNew: boolean): Promise<Start> {
  const server = await startServer({ home, dags: DAGS });
  try {
    await server.api.served();
    const served = server.elapsed();
    if (isNew) {
      await server.api.until<Runs>("/api/v2/dags/hello/dagRuns", ({ dag_runs: [run] }) => run?.state === "success");
    } else {
      const { dag_run_id: id } = await server.api.post<{ dag_run_id: string }>("/api/v2/dags/hello/dagRuns", {});
      const path = `/api/v2/dags/hello/dagRuns/${encodeURIComponent(id)}`;
      await server.api.until<{ state: string }>(path, ({ state }) => state === "success");
    }
    const succeeded = server.elapsed();
    await server.stop();
    return { served, succeeded };
  } finally {
    await server.killAll();
  }
}

async function start(report: Report): Promise<void> {
  const scratch = scratchFolder();
  const homes = { existing: join(scratch.path, "existing"), old: join(scratch.path, "old") };
  try {
    await measureStart(homes.existing, true);
    cpSync(homes.existing, homes.old, { recursive: true });
    await fillHistory(homes.old, OLD_INSTANCES);
    const floors: number[] = [];
    const starts: { readonly [kind: string]: Start[] } = { "new home": [], "existing home": [], "old home": [] };
    // In turn, so that what else the machine does is the same for all.
    for (let count = 0; count <= REPEATS; count++) {
      const floor = await openInNewProcess(join(homes.existing, "momiji.db"));
      const measured = {
        "new home": await measureStart(join(scratch.path, `new-${count}`), true),
        "existing home": await measureStart(homes.existing, false),
        "old home": await measureStart(homes.old, false),
      };
      // The first is the warm-up.
      if (count === 0) continue;
      floors.push(floor);
      for (const [kind, each] of Object.entries(measured)) starts[kind]?.push(each);
    }
    tell(report, median(floors), starts);
  } finally {
    scratch.remove();
  }
}

function tell(report: Report, floor: number, starts: { readonly [kind: string]: readonly Start[] }): void {
  const served = (kind: string): number => median((starts[kind] ?? []).map((each) => each.served));
  const succeeded = (kind: string): number => median((starts[kind] ?? []).map((each) => each.succeeded));
  const common = { name: "start", unit: "ms" };
  for (const kind of ["new home", "existing home"]) {
    report({ ...common, metric: `served, ${kind}`, value: served(kind), floor, target: { of: "value", atMost: 800 } });
    report({
      ...common,
      metric: `hello succeeded, ${kind}`,
      value: succeeded(kind),
      floor,
      target: { of: "value", atMost: 1500 },
    });
  }
  const target = { of: "ratio", atMost: 1.3 } as const;
  report({
    ...common,
    metric: "served, 1,000,000 old task instances",
    value: served("old home"),
    floor: served("existing home"),
    target,
  });
  report({
    ...common,
    metric: "hello succeeded, 1,000,000 old task instances",
    value: succeeded("old home"),
    floor: succeeded("existing home"),
    target,
  });
}

export const starts: readonly Bench[] = [{ name: "start", group: "engine", run: start }];
