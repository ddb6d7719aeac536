/**
 * `waiting-100k`: 100,000 sensors wait in one server, each for a moment of its own; what they cost, and how late each is
 * asked when its moment has come. Linux only. It runs once: it takes minutes.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { scratchFolder } from "../engine-under-test.ts";
import { percentile } from "../measure.ts";
import { processTree, pssMegabytes } from "../process-tree.ts";
import type { Bench, Report } from "../result.ts";
import { type ServerProcess, startServer } from "../server-process.ts";
import { ownNode, seconds } from "../settle.ts";

const RUNS = 100;
const SENSORS = 1_000;

/** What all of them may take to begin to wait. */
const TO_WAIT_SECONDS = 75;
/** Their moments lie spread over this. */
const SPREAD_SECONDS = 60;
const STEP_MILLIS = (SPREAD_SECONDS * 1000) / (RUNS * SENSORS);

const DAG = `import { dag } from "momiji";
import { timeDeltaSensor } from "momiji/operators";
const limits = { maxActiveTasks: ${SENSORS}, maxActiveRuns: ${RUNS} };
export default dag({ id: "waiting", schedule: null, isPausedUponCreation: false, ...limits }, () => {
  for (let index = 0; index < ${SENSORS}; index++) {
    timeDeltaSensor(\`s\${index}\`, { delta: { seconds: ${TO_WAIT_SECONDS} + (index * ${RUNS} * ${STEP_MILLIS}) / 1000 } });
  }
});\n`;

interface Lateness {
  readonly ended: number;
  readonly millis: readonly number[];
}

/** Reads the store beside the server: nobody must ask the server while it is measured. */
class Onlooker {
  readonly #database: DatabaseSync;

  constructor(home: string) {
    this.#database = new DatabaseSync(join(home, "momiji.db"), { readOnly: true });
  }

  count(state: string): number {
    const row = this.#database.prepare("SELECT count(*) AS count FROM task_instance WHERE state = ?").get(state);
    return Number(row?.["count"] ?? 0);
  }

  /** Of each sensor that has ended: by how much its end came after its moment. */
  lateness(): Lateness {
    const text = `SELECT substr(task_id, 2) AS sensor, t.end_date AS ended, r.logical_date AS date
      FROM task_instance t JOIN dag_run r USING (run_key) WHERE t.state = 'success'`;
    const millis = this.#database
      .prepare(text)
      .all()
      .map((row) => {
        const delta = TO_WAIT_SECONDS * 1000 + Number(row["sensor"]) * RUNS * STEP_MILLIS;
        return (Number(row["ended"]) - Number(row["date"])) / 1000 - delta;
      });
    return { ended: millis.length, millis };
  }

  close(): void {
    this.#database.close();
  }
}

async function untilWaiting(onlooker: Onlooker, deadlineMillis: number): Promise<number> {
  const started = performance.now();
  while (onlooker.count("deferred") < RUNS * SENSORS) {
    if (Date.now() > deadlineMillis) throw new Error(`only ${onlooker.count("deferred")} sensors wait in time`);
    await seconds(1);
  }
  return (performance.now() - started) / 1000;
}

async function untilEnded(onlooker: Onlooker): Promise<void> {
  for (let waited = 0; onlooker.count("success") < RUNS * SENSORS; waited++) {
    if (waited > SPREAD_SECONDS) throw new Error(`only ${onlooker.count("success")} sensors have ended`);
    await seconds(1);
  }
}

async function waiting100k(report: Report): Promise<void> {
  const scratch = scratchFolder();
  let server: ServerProcess | undefined;
  try {
    const dags = join(scratch.path, "dags");
    const home = join(scratch.path, "home");
    mkdirSync(dags);
    writeFileSync(join(dags, "waiting.ts"), DAG);
    server = await startServer({ home, dags, node: ownNode(scratch.path) });
    await server.api.served();
    await server.api.until("/api/v2/dags/waiting", () => true);
    const startMillis = Date.now();
    for (let run = 0; run < RUNS; run++) {
      const date = new Date(startMillis).toISOString().replace("Z", `${String(run % 1000).padStart(3, "0")}Z`);
      await server.api.post("/api/v2/dags/waiting/dagRuns", { logical_date: date });
    }
    const firstMillis = startMillis + TO_WAIT_SECONDS * 1000;
    const onlooker = new Onlooker(home);
    const took = await untilWaiting(onlooker, firstMillis);
    await seconds(Math.max(0, (firstMillis - Date.now()) / 1000 - 5));
    const name = "waiting-100k";
    const megabytes = pssMegabytes(processTree(server.pid));
    await seconds(Math.max(0, (firstMillis - Date.now()) / 1000 + SPREAD_SECONDS));
    await untilEnded(onlooker);
    const { millis } = onlooker.lateness();
    onlooker.close();
    report({
      name,
      metric: "PSS of the process tree",
      value: megabytes,
      unit: "MB",
      target: { of: "value", atMost: 500 },
    });
    const late = (percent: number) => ({ name, unit: "ms", value: percentile(millis, percent) });
    report({ ...late(50), metric: "wake jitter p50" });
    report({ ...late(99), metric: "wake jitter p99", target: { of: "value", atMost: 100 } });
    report({ ...late(100), metric: "wake jitter, the worst" });
    report({ name, metric: "begun to wait", value: (RUNS * SENSORS) / took, unit: "1/s" });
  } finally {
    await server?.killAll();
    scratch.remove();
  }
}

export const waiting: readonly Bench[] = [{ name: "waiting-100k", group: "scale", run: waiting100k }];
