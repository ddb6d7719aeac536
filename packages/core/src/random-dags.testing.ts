/** Random DAGs with everything that a decision may have to do with, in versions that differ as authors' edits do. */
import fc from "fast-check";
import { buildGraph, type DagGraph } from "./dag-graph.ts";
import type { TaskGroupSpec, TaskSpec } from "./dag-spec.ts";
import type { Dice } from "./dice.testing.ts";
import type { InputSpec } from "./input-spec.ts";
import { isoZ } from "./instant.ts";
import { randomMappedGroup } from "./mapped-groups.testing.ts";
import type { MappedValue, MappingSpec } from "./mapping.ts";
import { sampleMapping, START } from "./sample-run.ts";
import type { TriggerRule } from "./trigger-rules.ts";

const RULES: readonly TriggerRule[] = [
  "all_success",
  "all_success",
  "all_success",
  "all_failed",
  "all_done",
  "all_done_min_one_success",
  "all_skipped",
  "one_success",
  "one_failed",
  "one_done",
  "none_failed",
  "none_failed_min_one_success",
  "none_skipped",
  "always",
];

const ROLES = ["plain", "setup", "teardown", "empty", "mapped", "mapped over", "input"] as const;

/** One task. `gone`: this version does not have it. */
export interface Shape {
  readonly rule: TriggerRule;
  readonly above: readonly number[];
  readonly role: (typeof ROLES)[number] | "gone";
  readonly retries: number;
  readonly backoff: number;
  readonly hasPolicy: boolean;
  readonly past: "none" | "depends_on_past" | "wait_for_downstream";
  readonly waitsToSkip: boolean;
  readonly dates: Pick<TaskSpec, "startDate" | "endDate">;
  readonly group: "none" | "plain" | "g0" | "g0.inner" | "g1";
  readonly limits: Pick<TaskSpec, "maxActiveTisPerDag" | "maxActiveTisPerDagrun" | "pool" | "poolSlots">;
}

/** Its end lies before the run. */
const NO_LONGER = { endDate: isoZ(START - 1) };

const shape: fc.Arbitrary<Shape> = fc.record({
  rule: fc.constantFrom(...RULES),
  above: fc.array(fc.nat(1_000), { maxLength: 4 }),
  role: fc.constantFrom(...ROLES, "plain", "plain", "plain", "mapped over"),
  retries: fc.constantFrom(0, 0, 1, 2),
  backoff: fc.constantFrom(0, 2),
  hasPolicy: fc.boolean(),
  past: fc.constantFrom("none", "none", "depends_on_past", "wait_for_downstream"),
  waitsToSkip: fc.boolean(),
  dates: fc.constantFrom({}, {}, {}, {}, {}, { startDate: isoZ(START) }, { startDate: isoZ(START + 1) }, NO_LONGER),
  group: fc.constantFrom("none", "none", "none", "none", "plain", "g0", "g0.inner", "g1"),
  limits: fc.constantFrom<Shape["limits"]>(
    ...Array.from({ length: 12 }, () => ({})),
    { maxActiveTisPerDag: 2 },
    { maxActiveTisPerDagrun: 1 },
    { pool: "small" },
    { pool: "small", poolSlots: 2 },
    { pool: "absent" },
  ),
});

const tasks = (minLength: number, maxLength: number) => fc.array(shape, { minLength, maxLength, size: "max" });

/** Mostly small ones, in which most goes wrong; some as large as authors write them. */
export const randomShapes: fc.Arbitrary<readonly Shape[]> = fc.oneof(
  { weight: 56, arbitrary: tasks(1, 8) },
  { weight: 36, arbitrary: tasks(1, 40) },
  { weight: 5, arbitrary: tasks(40, 120) },
  { weight: 3, arbitrary: tasks(120, 300) },
);

export interface Traits {
  readonly usesPast: boolean;
  readonly timeoutSeconds: number | undefined;
  readonly failFast: boolean;
  readonly maxActiveTasks: number | undefined;
}

export const randomTraits: fc.Arbitrary<Traits> = fc.record({
  usesPast: fc.boolean(),
  timeoutSeconds: fc.constantFrom(undefined, undefined, undefined, 600),
  failFast: fc.constantFrom(false, false, false, true),
  maxActiveTasks: fc.constantFrom(undefined, undefined, 3),
});

export function randomGraph(shapes: readonly Shape[], traits: Traits): DagGraph {
  const specs: TaskSpec[] = [];
  shapes.forEach((each, index) => {
    if (each.role !== "gone") specs.push(taskOf(index, { shapes, traits, before: specs }));
  });
  const { timeoutSeconds, maxActiveTasks, failFast } = traits;
  return buildGraph({
    version: 1,
    dagId: "random",
    schedule: { kind: "none" },
    timezone: "UTC",
    catchup: true,
    templateStyle: "json",
    tasks: specs,
    groups: groupsOf(shapes),
    source: { file: "random.ts" },
    failFast,
    ...(timeoutSeconds !== undefined && { dagrunTimeoutSeconds: timeoutSeconds }),
    ...(maxActiveTasks !== undefined && { maxActiveTasks }),
  });
}

/** As after an edit of the file: some tasks are gone, some are others, some are new. */
export function editedShapes(shapes: readonly Shape[], dice: Dice): readonly Shape[] {
  const edited = shapes.map((each): Shape => {
    const roll = dice(12);
    if (roll === 0) return { ...each, role: "gone" };
    if (roll === 1) return { ...each, role: ROLES[dice(ROLES.length)] as Shape["role"] };
    return roll === 2 ? { ...each, above: each.above.slice(1), retries: dice(3) } : each;
  });
  const added = shapes.slice(0, dice(3)).map((each): Shape => ({ ...each, group: "none" }));
  const whole = [...edited, ...added];
  return whole.every(({ role }) => role === "gone") ? shapes : whole;
}

/** Near ones as often as any. */
function upstreamOf(index: number, shapes: readonly Shape[]): readonly string[] {
  const chosen = (shapes[index] as Shape).above.map((number) =>
    number % 2 === 0 ? number % index : index - 1 - (number % Math.min(index, 6)),
  );
  return index === 0 ? [] : [...new Set(chosen)].filter((up) => shapes[up]?.role !== "gone").map((up) => `t${up}`);
}

interface Around {
  readonly shapes: readonly Shape[];
  readonly traits: Traits;
  /** Tasks further up in the file. */
  readonly before: readonly TaskSpec[];
}

function taskOf(index: number, { shapes, traits: { usesPast, failFast }, before }: Around): TaskSpec {
  const { rule, role, past, waitsToSkip, dates, limits, group, ...more } = shapes[index] as Shape;
  const upstream = upstreamOf(index, shapes);
  const setups = before.filter(({ taskId, isSetup }) => isSetup === true && upstream.includes(taskId));
  const isTeardown = role === "teardown" && setups.length > 0;
  const isPlain = group === "none" || group === "plain";
  const mapping = isPlain ? mappingOf(index, role, upstream) : undefined;
  return {
    taskId: `t${index}`,
    operator: "random",
    lane: role === "empty" || role === "input" ? role : "function",
    upstream,
    triggerRule: isTeardown ? "all_done_setup_success" : setups.length > 0 || failFast ? "all_success" : rule,
    retry: {
      retries: more.retries,
      delaySeconds: 30,
      backoff: more.backoff,
      ...(more.hasPolicy && { policy: POLICY }),
    },
    dependsOnPast: usesPast && past !== "none",
    waitForDownstream: usesPast && past === "wait_for_downstream",
    ...(usesPast && { waitForPastDependsBeforeSkipping: waitsToSkip, ignoreFirstDependsOnPast: index % 5 > 0 }),
    ...dates,
    ...limits,
    isSetup: role === "setup",
    isTeardown,
    onFailureFailDagrun: index % 2 === 0,
    ...(role === "input" && { input: inputOf(index) }),
    ...(mapping !== undefined && { mapping }),
  };
}

const POLICY: NonNullable<NonNullable<TaskSpec["retry"]>["policy"]> = {
  rules: [
    { names: ["Fatal"], action: "fail", reason: "it cannot get better" },
    { exitCodes: [75], action: "retry", delaySeconds: 3 },
  ],
};

function inputOf(index: number): InputSpec {
  const options = [`t${index + 1}`, `t${index + 2}`];
  const inputs: readonly InputSpec[] = [
    { kind: "approval", options: ["Approve", "Reject"] },
    { kind: "approval", options: ["Approve", "Reject"], ignoreDownstreamTriggerRules: true, defaults: ["Reject"] },
    { kind: "approval", options: ["Approve", "Reject"], failOnReject: true },
    { kind: "branch", options, defaults: options.slice(1) },
    { kind: "choose", options: ["a", "b"] },
  ];
  return inputs[index % inputs.length] as InputSpec;
}

function mappingOf(index: number, role: Shape["role"], upstream: readonly string[]): MappingSpec | undefined {
  const [first, second] = upstream;
  if (role === "mapped") return sampleMapping(index % 4);
  if (role !== "mapped over" || first === undefined) return undefined;
  const output: MappedValue = { kind: "output", taskId: first };
  const other: MappedValue =
    second === undefined ? { kind: "list", values: ["a", "b"] } : { kind: "output", taskId: second };
  const values: readonly MappedValue[] = [
    output,
    output,
    { kind: "map", of: output },
    { kind: "concat", of: [output, other] },
    { kind: "zip", of: [output, other] },
    { kind: "zip", of: [output, other], fill: null },
  ];
  const value = values[index % values.length] as MappedValue;
  return index % 7 === 0 ? { kind: "sets", of: value } : { kind: "product", over: [{ name: "x", value }] };
}

function groupsOf(shapes: readonly Shape[]): readonly TaskGroupSpec[] {
  const inside = (groupId: Shape["group"]) =>
    shapes.flatMap(({ group, role }, index) => (group === groupId && role !== "gone" ? [`t${index}`] : []));
  return [
    { groupId: "plain", children: inside("plain") },
    randomMappedGroup("g1", shapes),
    randomMappedGroup("g0", shapes, "g0.inner"),
    { groupId: "g0.inner", parent: "g0", children: inside("g0.inner") },
  ];
}
