import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Json, WantedWatcher, WatcherReport } from "@momiji/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { realClock } from "../worker.testing.ts";
import { createWatcherHost } from "./watcher-host.ts";

const ASSET = { name: "a", uri: "s3://a" };

/** Counts on from its cursor; each of these ends or goes wrong in its own way. */
const WATCHERS = `{
  counts: { name: "counts", everySeconds: 0.005, run: { poll: async (ctx) => {
    const n = (ctx.cursor ?? 0) + 1;
    return { events: [{ extra: { n } }], cursor: n };
  } } },
  quiet: { name: "quiet", everySeconds: 0.005, run: { poll: () => [] } },
  source: { name: "source", everySeconds: null, run: { async *watch(ctx) {
    const from = ctx.cursor ?? 0;
    for (let n = from + 1; n <= from + 2; n++) yield { events: [{ extra: { n } }], cursor: n };
  } } },
  plain: { name: "plain", everySeconds: null, run: { async *watch(ctx) {
    ctx.log.info("listening", { to: ctx.asset.name });
    yield { extra: { v: await ctx.variables.get("v") } };
    await new Promise((resolve) => ctx.signal.addEventListener("abort", resolve));
  } } },
  throws: { name: "throws", everySeconds: 0.005, run: { poll: (ctx) => {
    const n = (ctx.cursor ?? 0) + 1;
    if (n === 2 && !globalThis.hasThrown) { globalThis.hasThrown = true; throw new Error("no answer"); }
    return { events: [{ extra: { n } }], cursor: n };
  } } },
  dies: { name: "dies", everySeconds: 0.005, run: { poll: (ctx) => {
    const n = (ctx.cursor ?? 0) + 1;
    if (n === 3 && !existsSync(process.env.FLAG)) { writeFileSync(process.env.FLAG, ""); process.exit(3); }
    return { events: [{ extra: { n } }], cursor: n };
  } } },
  huge: { name: "huge", everySeconds: 0.005, run: { poll: () => [{ extra: { text: "x".repeat(5000) } }] } },
}`;

let folder: string;
let close: () => Promise<void> = async () => undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "momiji-watchers-"));
});
afterEach(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

function bundle(hash: string): WantedWatcher["bundle"] {
  const path = join(folder, `${hash}.mjs`);
  const text = `import { existsSync, writeFileSync } from "node:fs";
    const watchers = ${WATCHERS};
    export default { [Symbol.for("momiji.dag")]: true, dagId: "dag", bodyOf: () => undefined,
      watcherOf: (asset, name) => asset.name === "a" ? watchers[name] : undefined };`;
  writeFileSync(path, text);
  return { hash, path };
}

function wanted(name: string, hash = "one", cursor: Json = null): WantedWatcher {
  return { asset: ASSET, name, everySeconds: 0.005, dagId: "dag", bundle: bundle(hash), cursor };
}

interface Bench {
  readonly host: ReturnType<typeof createWatcherHost>;
  readonly seen: WatcherReport[];
  readonly failures: string[];
  readonly said: string[];
  /** Resolves as soon as it is true of what was told so far. */
  until(isTrue: () => boolean): Promise<void>;
}

function startHost(hold?: Promise<void>): Bench {
  const seen: WatcherReport[] = [];
  const failures: string[] = [];
  const said: string[] = [];
  const waiting = new Set<() => void>();
  const told = (): void => waiting.forEach((look) => look());
  const host = createWatcherHost({
    clock: realClock,
    childEnv: { ...process.env, FLAG: join(folder, "has-died") },
    pauseMillis: 5,
    longestPauseMillis: 20,
    maxExtraBytes: 2_000,
    ask: async (question) => (question.ask === "variable" ? `value of ${question.key}` : undefined),
    log: (level, message) => {
      said.push(`${level} ${message}`);
      told();
    },
    listener: {
      seen: async (report) => {
        seen.push(report);
        told();
        await hold;
      },
      failed: ({ name }, message) => {
        failures.push(`${name}: ${message}`);
        told();
      },
    },
  });
  close = () => host.stop();
  const until = (isTrue: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!isTrue()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  return { host, seen, failures, said, until };
}

const numbers = (reports: readonly WatcherReport[]) => reports.map(({ events }) => events[0]?.extra["n"]);

test("a watcher is asked again and again, from where it stood, and each answer is kept before the next question", async () => {
  const { host, seen, until } = startHost();
  host.set([wanted("counts", "one", 7)]);
  await until(() => seen.length >= 3);
  expect(numbers(seen).slice(0, 3)).toEqual([8, 9, 10]);
  expect(seen[0]).toEqual({ asset: ASSET, name: "counts", events: [{ extra: { n: 8 } }], cursor: 8 });
});

test("what is not kept yet holds the watcher, and nothing is asked meanwhile", async () => {
  const kept = Promise.withResolvers<void>();
  const { host, seen, said, until } = startHost(kept.promise);
  host.set([wanted("counts"), { ...wanted("plain") }]);
  await until(() => seen.length >= 2 && said.length > 0);
  expect(seen.filter(({ name }) => name === "counts")).toHaveLength(1);
  kept.resolve();
});

test("an answer without news is not told", async () => {
  const { host, seen, until } = startHost();
  host.set([wanted("quiet"), wanted("counts")]);
  await until(() => seen.length >= 5);
  expect(seen.every(({ name }) => name === "counts")).toBe(true);
});

test("a source that ends is begun anew where it stood", async () => {
  const { host, seen, until } = startHost();
  host.set([wanted("source")]);
  await until(() => seen.length >= 5);
  expect(numbers(seen).slice(0, 5)).toEqual([1, 2, 3, 4, 5]);
});

test("a source may give bare events, asks for variables, and its log is told with its name", async () => {
  const { host, seen, said, until } = startHost();
  host.set([wanted("plain")]);
  await until(() => seen.length > 0);
  expect(seen[0]?.events).toEqual([{ extra: { v: "value of v" } }]);
  expect(said).toEqual(['info watcher plain of asset a: listening {"to":"a"}']);
});

test("what a watcher throws is told, and it goes on where it stood: nothing is lost and nothing comes twice", async () => {
  const { host, seen, failures, until } = startHost();
  host.set([wanted("throws")]);
  await until(() => seen.length >= 3);
  expect(numbers(seen).slice(0, 3)).toEqual([1, 2, 3]);
  expect(failures).toEqual(["throws: no answer"]);
});

test("a process that ends is begun anew, and its watchers go on where they stood", async () => {
  const { host, seen, failures, until } = startHost();
  host.set([wanted("dies")]);
  await until(() => seen.length >= 4);
  expect(numbers(seen).slice(0, 4)).toEqual([1, 2, 3, 4]);
  expect(failures).toEqual(["dies: its process ended (exit code 3)"]);
});

test("news that are too large, and a watcher that the bundle lacks, are failures", async () => {
  const { host, failures, until } = startHost();
  host.set([wanted("huge"), wanted("absent")]);
  await until(
    () => failures.some((text) => text.startsWith("huge")) && failures.some((text) => text.startsWith("absent")),
  );
  expect(failures.find((text) => text.startsWith("huge"))).toMatch(/2000 are allowed/);
  expect(failures.find((text) => text.startsWith("absent"))).toMatch(/holds no watcher absent of asset a/);
});

test("a new version goes on where the old one stood, and only one of them runs", async () => {
  const { host, seen, until } = startHost();
  host.set([wanted("counts", "one")]);
  await until(() => seen.length >= 2);
  host.set([wanted("counts", "two")]);
  const before = seen.length;
  await until(() => seen.length >= before + 3);
  expect(numbers(seen)).toEqual(seen.map((_, index) => index + 1));
});

test("one that is no longer wanted stops, and begins again where it stood", async () => {
  const { host, seen, until } = startHost();
  host.set([wanted("counts"), wanted("plain")]);
  await until(() => seen.some(({ name }) => name === "counts"));
  host.set([wanted("plain")]);
  host.set([wanted("plain"), wanted("counts")]);
  const counted = () => seen.filter(({ name }) => name === "counts");
  const before = counted().length;
  await until(() => counted().length >= before + 2);
  expect(numbers(counted())).toEqual(counted().map((_, index) => index + 1));
});
