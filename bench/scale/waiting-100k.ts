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

const DAGS = 100;
const SENSORS = 1_000;

/** What all of them may take to begin to wait. */
const TO_WAIT_SECONDS = 150;
/** Their moments lie spread over this. */
const SPREAD_SECONDS = 60;

/** `firstMillis`: the first moment; the others follow in even steps. */
function dagFile(firstMillis: number): string {
  return `import { dag } from "momiji";
import { dateTimeSensor } from "momiji/operators";
const step = ${(SPREAD_SECONDS * 1000) / (DAGS * SENSORS)};
export const dags = Array.from({ length: ${DAGS} }, (_, group) =>
  dag({ id: \`waiting\${group}\`, schedule: "@once", isPausedUponCreation: false, maxActiveTasks: ${SENSORS} }, () => {
    for (let index = 0; index < ${SENSORS}; index++) {
      const at = ${firstMillis} + (index * ${DAGS} + group) * step;
      dateTimeSensor(\`s\${index}\`, { targetTime: new Date(at).toISOString() });
    }
  }));\n`;
}

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
  lateness(firstMillis: number): Lateness {
    const text = `SELECT substr(dag_id, 8) AS dag, substr(task_id, 2) AS sensor, t.end_date AS ended
      FROM task_instance t JOIN dag_run r USING (run_key) WHERE t.state = 'success'`;
    const step = (SPREAD_SECONDS * 1000) / (DAGS * SENSORS);
    const millis = this.#database
      .prepare(text)
      .all()
      .map((row) => {
        const due = Math.trunc(firstMillis + (Number(row["sensor"]) * DAGS + Number(row["dag"])) * step);
        return Number(row["ended"]) / 1000 - due;
      });
    return { ended: millis.length, millis };
  }

  close(): void {
    this.#database.close();
  }
}

async function untilWaiting(onlooker: Onlooker, deadlineMillis: number): Promise<number> {
  const started = performance.now();
  while (onlooker.count("deferred") < DAGS * SENSORS) {
    if (Date.now() > deadlineMillis) throw new Error(`only ${onlooker.count("deferred")} sensors wait in time`);
    await seconds(1);
  }
  return (performance.now() - started) / 1000;
}

async function untilEnded(onlooker: Onlooker): Promise<void> {
  for (let waited = 0; onlooker.count("success") < DAGS * SENSORS; waited++) {
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
    server = await startServer({ home, dags, node: ownNode(scratch.path) });
    await server.api.served();
    const firstMillis = Math.ceil(Date.now() / 1000 + TO_WAIT_SECONDS) * 1000;
    writeFileSync(join(dags, "waiting.ts"), dagFile(firstMillis));
    const onlooker = new Onlooker(home);
    const took = await untilWaiting(onlooker, firstMillis);
    await seconds(Math.max(0, (firstMillis - Date.now()) / 1000 - 5));
    const name = "waiting-100k";
    const megabytes = pssMegabytes(processTree(server.pid));
    await seconds(Math.max(0, (firstMillis - Date.now()) / 1000 + SPREAD_SECONDS));
    await untilEnded(onlooker);
    const { millis } = onlooker.lateness(firstMillis);
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
    report({ name, metric: "begun to wait", value: (DAGS * SENSORS) / took, unit: "1/s" });
  } finally {
    await server?.killAll();
    scratch.remove();
  }
}

export const waiting: readonly Bench[] = [{ name: "waiting-100k", group: "scale", run: waiting100k }];
