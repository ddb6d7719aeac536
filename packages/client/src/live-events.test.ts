import { expect, test } from "vitest";
import { liveEvents, type LiveEvent, type LiveOptions } from "./live-events.ts";
import { become, runOf, type Served, serve } from "./served.testing.ts";

const atOnce = { pause: () => Promise.resolve() };

/** Reads events until one is as it should be, and does something after each. */
async function until(
  events: AsyncIterable<LiveEvent>,
  isLast: (event: LiveEvent) => boolean,
  then: (event: LiveEvent) => unknown = () => undefined,
): Promise<LiveEvent[]> {
  const seen: LiveEvent[] = [];
  for await (const event of events) {
    seen.push(event);
    if (isLast(event)) break;
    await then(event);
  }
  return seen;
}

const short = ({ event, data }: LiveEvent): string =>
  [event, data.r ?? data.d, data.s].filter((word) => word).join(" ");

async function started(
  topics: readonly string[],
  more: Partial<LiveOptions> = {},
): Promise<Served & { live: ReturnType<typeof liveEvents> }> {
  const at = await serve(["etl", "other"]);
  return { ...at, live: liveEvents(at.client, { ...atOnce, topics, ...more }) };
}

test("events of the topics come in the order in which they happened", async () => {
  const at = await started(["dag:etl"]);
  const seen = await until(
    at.live,
    ({ data }) => data.s === "s" && data.t === "load",
    async ({ event }) => {
      if (event !== "hello") return;
      await runOf(at, "other", "o1");
      const runKey = await runOf(at, "etl", "r1");
      await become(at, runKey, { run: "success", task: "success" });
    },
  );
  expect(seen.map(short)).toEqual(["hello", "run r1 q", "run r1 r", "ti r1 r", "run r1 s", "ti r1 s"]);
});

test("what happened between a snapshot and the stream comes first", async () => {
  const at = await started([]);
  const snapshot: unknown = await at.client.get("/api/momiji/v1/dags/{dag_id}/grid", {
    params: { path: { dag_id: "etl" } },
  });
  await runOf(at, "etl", "r1");
  const after = (snapshot as { seq: string }).seq;
  const live = liveEvents(at.client, { topics: ["run:etl/r1"], after });
  expect((await until(live, ({ event }) => event === "ti")).map(short)).toEqual([
    "hello",
    "run r1 q",
    "run r1 r",
    "ti r1 r",
  ]);
});

test("topics change on the open stream", async () => {
  const at = await started(["dag:none"]);
  const hellos: string[] = [];
  const seen = await until(
    at.live,
    ({ event }) => event === "dag",
    async ({ event, data }) => {
      if (event !== "hello") return;
      hellos.push(String(data["stream"]));
      await at.live.watch(["dag:etl"]);
      await at.client.patch("/api/v2/dags/{dag_id}", {
        params: { path: { dag_id: "etl" } },
        body: { is_paused: false },
      });
    },
  );
  expect(seen.at(-1)?.data).toMatchObject({ d: "etl", paused: false });
  expect(hellos).toHaveLength(1);
  expect(at.live.topics).toEqual(["dag:etl"]);
});

test("a stream that breaks goes on after what was seen last, with the topics of now, and misses nothing", async () => {
  const states: string[] = [];
  const at = await started(["dag:etl"], { onState: (state) => states.push(state) });
  let hellos = 0;
  const seen = await until(
    at.live,
    ({ data }) => data.r === "r3" && data.t === "load",
    async ({ event, data }) => {
      if (event === "hello" && ++hellos === 1) await runOf(at, "etl", "r1");
      if (data.r === "r1" && data.t === "load") {
        at.cut();
        await at.live.watch(["dag:etl", "dag:other"]);
        await runOf(at, "other", "r2");
        await runOf(at, "etl", "r3");
      }
    },
  );
  const runs = seen.filter(({ event }) => event === "run").map(short);
  expect(runs).toEqual(["run r1 q", "run r1 r", "run r2 q", "run r2 r", "run r3 q", "run r3 r"]);
  expect(seen.some(({ event }) => event === "reset")).toBe(false);
  expect(states.slice(0, 3)).toEqual(["open", "lost", "open"]);
});

test("a server that has forgotten what was between says that all is to be read anew", async () => {
  const at = await started(["dag:etl"]);
  let hellos = 0;
  const seen = await until(
    at.live,
    ({ event, data }) => event === "run" && data.s === "r" && hellos > 1,
    async ({ event }) => {
      if (event === "hello" && ++hellos === 1) await at.restart();
      if (event === "reset") await runOf(at, "etl", "r1");
    },
  );
  expect(seen.filter(({ event }) => event === "reset")).toMatchObject([
    { seq: undefined, data: { reason: "too_old" } },
  ]);
  expect(seen.slice(-2).map(short)).toEqual(["run r1 q", "run r1 r"]);
});

test("who has no right to watch is told so at once, and who calls it off ends it", async () => {
  const at = await serve([]);
  const nobody = at.with({ signIn: () => undefined });
  const refused = until(liveEvents(nobody, { ...atOnce, topics: ["home"] }), () => true);
  await expect(refused).rejects.toMatchObject({ code: "unauthenticated" });
  const stop = new AbortController();
  const seen = await until(
    liveEvents(at.client, { topics: ["home"], signal: stop.signal }),
    () => false,
    () => stop.abort(),
  );
  expect(seen.map(({ event }) => event)).toEqual(["hello"]);
});
