import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { newPlace, type Place, TestServer } from "../bad-input/server.testing.ts";

const SENSORS = 50;

const DAG = `import { existsSync } from "node:fs";
import { dag, defer, defineResume, defineTrigger, timer, waitFor } from "momiji";
import { timeDeltaSensor } from "momiji/operators";
const flag = defineTrigger({ name: "flag", run: async (ctx, { path }: { path: string }) => {
  while (!existsSync(path)) await new Promise((resolve) => setTimeout(resolve, 20));
  return "raised";
} });
const goOn = defineResume("goOn", (ctx, event: string, state: { begun: number }) => [event, state.begun, ctx.tryNumber]);
export default dag({ id: "waits", schedule: null, isPausedUponCreation: false, maxActiveTasks: 100 }, ({ task }) => {
  for (let n = 0; n < ${SENSORS}; n++) timeDeltaSensor("sensor" + n, { delta: { hours: 1 } });
  task("own", (ctx) => defer({ trigger: flag({ path: process.env.FLAG! }), resume: goOn, state: { begun: ctx.tryNumber } }));
  waitFor("tick", { trigger: timer({ for: { seconds: 5 } }) });
});
`;

interface Row {
  readonly task_id: string;
  readonly state: string;
  readonly try_number: number;
  readonly first_start_date: number | null;
}

function read<Found>({ home }: Place, query: string): Found[] {
  const database = new DatabaseSync(join(home, "momiji.db"), { readOnly: true });
  try {
    return database.prepare(query).all() as unknown as Found[];
  } finally {
    database.close();
  }
}

function rows(place: Place): Row[] {
  return read<Row>(place, "SELECT * FROM task_instance ORDER BY task_id");
}

test("what waits goes on waiting after the server was killed, and what has happened meanwhile is taken up", async () => {
  const place = newPlace({ "waits.ts": DAG });
  const flag = join(place.folder, "flag");
  const first = await new TestServer(place, { settings: { FLAG: flag } }).loaded();
  await first.trigger("waits");
  const before = await first.onceStored(async () => {
    const all = rows(place);
    return all.length === SENSORS + 2 && all.every(({ state }) => state === "deferred") ? all : undefined;
  });
  process.kill(first.pid, "SIGKILL");
  await first.ended();
  writeFileSync(flag, "");
  const second = await new TestServer(place, { settings: { FLAG: flag } }).loaded();
  const after = await second.onceStored(async () => {
    const all = rows(place);
    const done = all.filter(({ state }) => state === "success").map(({ task_id }) => task_id);
    return done.includes("own") && done.includes("tick") ? all : undefined;
  });
  expect(after.every(({ try_number }) => try_number === 1)).toBe(true);
  const sensors = (all: readonly Row[]): Row[] => all.filter(({ task_id }) => task_id.startsWith("sensor"));
  expect(sensors(after).map(({ state, first_start_date }) => [state, first_start_date])).toEqual(
    sensors(before).map(({ first_start_date }) => ["deferred", first_start_date]),
  );
  const [own] = read<{ value: string }>(place, "SELECT value FROM xcom WHERE task_id = 'own' AND key = 'return_value'");
  expect(own?.value).toBe('["raised",1,1]');
});
