/** The queue against the oracle: the same candidates are admitted, in the same order. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { NIGHT_MILLIS, propertyRuns } from "./property-runs.testing.ts";
import { AdmissionQueue } from "./admission-queue.ts";
import { admit, type Candidate, type Occupant, type PoolLimit } from "./admit.ts";

type Command =
  | { readonly do: "add" | "remove" | "restore"; readonly which: number }
  | { readonly do: "defer"; readonly which: number; readonly deferred: boolean }
  | { readonly do: "admit" }
  | { readonly do: "forget"; readonly runKey: number }
  | { readonly do: "pool"; readonly which: number; readonly pool: PoolLimit | null }
  | { readonly do: "executor"; readonly which: number; readonly capacity: number };

const POOLS = ["default_pool", "small", "absent"];
const EXECUTORS = ["default", "other"];
const limit = fc.constantFrom(null, null, null, 1, 2);

const candidate: fc.Arbitrary<Omit<Candidate, "key" | "dagId" | "maxActiveTisPerDagrun">> = fc.record({
  runKey: fc.nat(3),
  taskId: fc.constantFrom("a", "b", "c"),
  mapIndex: fc.integer({ min: -1, max: 6 }),
  priority: fc.nat(4),
  date: fc.nat(3),
  pool: fc.constantFrom("default_pool", "default_pool", "small", "absent"),
  poolSlots: fc.constantFrom(1, 1, 1, 1, 2, 5),
  executor: fc.constantFrom("default", "default", "default", "other"),
  maxActiveTasks: fc.constantFrom(1, 3, 3, 3),
  maxActiveTisPerDag: limit,
});

/** By run and task: all instances of a task in the same run are of the same version and share this limit. */
const limitsInRun = fc.array(limit, { minLength: 12, maxLength: 12 });

const which = fc.nat(39);
const pool = fc.option(fc.record({ slots: fc.integer({ min: -1, max: 8 }), includeDeferred: fc.boolean() }), {
  nil: null,
});
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant("add" as const), which }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("remove" as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("restore" as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("defer" as const), which, deferred: fc.boolean() }) },
  { weight: 6, arbitrary: fc.constant<Command>({ do: "admit" }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("forget" as const), runKey: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("pool" as const), which: fc.nat(2), pool }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("executor" as const), which: fc.nat(1), capacity: fc.nat(8) }) },
);

/** The same commands, obeyed by lists that the oracle is asked about. */
class Plain {
  readonly pools = new Map<string, PoolLimit>([
    ["default_pool", { slots: 6, includeDeferred: false }],
    ["small", { slots: 2, includeDeferred: true }],
  ]);
  readonly executors = new Map([
    ["default", 6],
    ["other", 2],
  ]);
  readonly waiting = new Map<string, Candidate>();
  readonly inside = new Map<string, Occupant>();

  admit(): readonly Candidate[] {
    const { admitted } = admit([...this.waiting.values()], this, [...this.inside.values()]);
    for (const one of admitted) {
      this.waiting.delete(one.key);
      this.inside.set(one.key, { ...one, deferred: false });
    }
    return admitted;
  }

  remove(key: string): void {
    this.waiting.delete(key);
    this.inside.delete(key);
  }

  forgetRun(runKey: number): void {
    for (const one of [...this.waiting.values(), ...this.inside.values()])
      if (one.runKey === runKey) this.remove(one.key);
  }
}

interface Both {
  readonly queue: AdmissionQueue;
  readonly plain: Plain;
}

function obey(command: Command, candidates: readonly Candidate[], both: Both): void {
  const { queue, plain } = both;
  if (command.do === "admit") {
    expect(queue.admit()).toEqual(plain.admit());
  } else if (command.do === "forget") {
    queue.forgetRun(command.runKey);
    plain.forgetRun(command.runKey);
  } else if (command.do === "pool") {
    const name = POOLS[command.which] as string;
    queue.setPool(name, command.pool);
    if (command.pool === null) plain.pools.delete(name);
    else plain.pools.set(name, command.pool);
  } else if (command.do === "executor") {
    const name = EXECUTORS[command.which] as string;
    queue.setExecutor(name, command.capacity);
    plain.executors.set(name, command.capacity);
  } else {
    const one = candidates[command.which % candidates.length] as Candidate;
    obeyOne(command, one, both);
  }
}

function obeyOne(command: Command, one: Candidate, { queue, plain }: Both): void {
  const occupant = plain.inside.get(one.key);
  if (command.do === "add" && occupant === undefined) {
    queue.add(one);
    plain.waiting.set(one.key, one);
  } else if (command.do === "remove") {
    queue.remove(one.runKey, one);
    plain.remove(one.key);
  } else if (command.do === "restore" && occupant === undefined) {
    queue.restore({ ...one, deferred: false });
    plain.remove(one.key);
    plain.inside.set(one.key, { ...one, deferred: false });
  } else if (command.do === "defer") {
    queue.setDeferred(one.runKey, one, command.deferred);
    if (occupant !== undefined) plain.inside.set(one.key, { ...occupant, deferred: command.deferred });
  }
}

test(
  "the queue admits what the oracle admits, in its order, whatever happened before",
  { timeout: NIGHT_MILLIS },
  () => {
    const selector = ({ runKey, taskId, mapIndex }: Pick<Candidate, "runKey" | "taskId" | "mapIndex">) =>
      `${runKey} ${taskId} ${mapIndex}`;
    const candidates = fc.uniqueArray(candidate, { selector, minLength: 1, maxLength: 40, size: "max" });
    fc.assert(
      fc.property(
        candidates,
        limitsInRun,
        fc.array(command, { maxLength: 120, size: "max" }),
        (shapes, limits, commands) => {
          const plain = new Plain();
          const queue = new AdmissionQueue(plain);
          const limitOf = ({ runKey, taskId }: Pick<Candidate, "runKey" | "taskId">) =>
            limits[runKey * 3 + "abc".indexOf(taskId)] ?? null;
          const known = shapes.map((shape) => {
            const dagId = shape.runKey < 2 ? "d" : "e";
            return { ...shape, key: selector(shape), dagId, maxActiveTisPerDagrun: limitOf(shape) };
          });
          for (const next of [...commands, { do: "admit" } as const]) obey(next, known, { queue, plain });
        },
      ),
      propertyRuns(1_000),
    );
  },
);
