/** Replays `trigger-rules.json`: what Airflow's trigger rules say to the states of a task's upstreams. */
import {
  buildGraph,
  nextStep,
  type RunView,
  type Step,
  surroundingsOf,
  type TaskState,
  type TriggerRule,
} from "@momiji/core";
import { instanceIn, recordedDag, recordedRun, type RecordedTask } from "./recorded-dag.ts";
import { type ReplayedCase, type ReplayResult, summarise } from "./replay.ts";

interface RecordedVerdict {
  readonly passes: boolean;
  readonly setsState: string | null;
}

interface RecordedCase extends RecordedVerdict {
  readonly id?: string;
  readonly rule: TriggerRule;
  readonly upstreams: readonly TaskState[];
}

interface SetupCase extends RecordedVerdict {
  readonly id?: string;
  readonly shape: string;
  readonly rule: TriggerRule;
  readonly upstreams: readonly { readonly state: TaskState; readonly setup?: boolean }[];
  readonly indirectSetups?: readonly TaskState[];
  readonly inScope?: readonly TaskState[];
}

interface RecordedFile {
  readonly cases?: readonly RecordedCase[];
  readonly setup_cases?: readonly SetupCase[];
}

/** A DAG with the states that the case gives; the task asked about is `t` and has none. */
interface Situation {
  readonly tasks: readonly RecordedTask[];
  readonly states: { readonly [taskId: string]: TaskState };
}

export function replayTriggerRules(data: unknown): ReplayResult {
  const { cases = [], setup_cases: setupCases = [] } = data as RecordedFile;
  return summarise([
    ...cases.map((recorded, index) => replay(recorded, recorded.id ?? `cases[${index}]`, situationOf(recorded))),
    ...setupCases.map((recorded, index) =>
      replay(recorded, recorded.id ?? `setup_cases[${index}] ${recorded.shape}`, setupSituation(recorded)),
    ),
  ]);
}

function replay({ passes, setsState }: RecordedVerdict, id: string, situation: Situation): ReplayedCase {
  const expected: RecordedVerdict = { passes, setsState };
  const actual = verdictOf(judge(situation));
  return { id, expected, actual, equal: actual.passes === passes && actual.setsState === setsState };
}

function judge({ tasks, states }: Situation): Step {
  const graph = buildGraph(recordedDag("trigger_rules", tasks));
  const instances = tasks.map(({ taskId }) => instanceIn(taskId, states[taskId] ?? null));
  const view: RunView = { graph, run: recordedRun("trigger_rules", 0), instances, previous: null };
  const asked = graph.tasks.find(({ taskId }) => taskId === "t");
  if (asked === undefined) throw new Error("the situation has no task t to ask about");
  return nextStep(surroundingsOf(view, 0), asked, instanceIn("t", null));
}

function verdictOf(step: Step): RecordedVerdict {
  return { passes: step.kind === "schedule", setsState: step.kind === "end" ? step.state : null };
}

function situationOf({ rule, upstreams }: RecordedCase): Situation {
  const above = upstreams.map((_, index) => ({ taskId: `u${index}`, upstream: [] }));
  const asked = { taskId: "t", upstream: above.map(({ taskId }) => taskId), triggerRule: rule };
  const isTeardown = rule === "all_done_setup_success";
  return {
    tasks: [...above, { ...asked, isTeardown }],
    states: Object.fromEntries(upstreams.map((state, index) => [`u${index}`, state])),
  };
}

function setupSituation(recorded: SetupCase): Situation {
  if (recorded.shape === "direct_setup") return directSetup(recorded);
  if (/^teardown_\d+_setups$/.test(recorded.shape)) return teardownOfSetups(recorded);
  return indirectSetups(recorded);
}

function directSetup({ rule, upstreams }: SetupCase): Situation {
  const above = upstreams.map(({ setup = false }, index) => ({ taskId: `u${index}`, upstream: [], isSetup: setup }));
  return {
    tasks: [...above, { taskId: "t", upstream: above.map(({ taskId }) => taskId), triggerRule: rule }],
    states: Object.fromEntries(upstreams.map(({ state }, index) => [`u${index}`, state])),
  };
}

/** `setups >> w >> t`, and a teardown of theirs nowhere, after `t`, or before it. */
function indirectSetups({ shape, rule, upstreams, indirectSetups = [] }: SetupCase): Situation {
  const setups = indirectSetups.map((_, index) => `s${index}`);
  const teardown = (after: string) => ({ taskId: "td", upstream: [after], setups, isTeardown: true });
  const teardowns: { readonly [shape: string]: readonly RecordedTask[] } = {
    indirect_setup_no_teardown: [],
    indirect_setup_teardown_after: [teardown("t")],
    indirect_setup_teardown_before: [teardown("w")],
    two_indirect_setups: [teardown("t")],
  };
  const extra = teardowns[shape];
  if (extra === undefined) throw new Error(`setup_cases: this replay does not know the shape ${shape}`);
  const tasks = [
    ...setups.map((taskId) => ({ taskId, upstream: [], isSetup: true })),
    { taskId: "w", upstream: setups },
    { taskId: "t", upstream: ["w"], triggerRule: rule },
    ...extra,
  ];
  const states = indirectSetups.map((state, index) => [`s${index}`, state] as const);
  return { tasks, states: { ...Object.fromEntries(states), w: upstreams[0]?.state ?? null } };
}

/** `setups >> a >> b >> t`, where `t` is the teardown of the setups: they and `b` are its direct upstreams. */
function teardownOfSetups({ rule, upstreams, inScope = [] }: SetupCase): Situation {
  const setups = upstreams.filter(({ setup }) => setup === true).map((_, index) => `s${index}`);
  const last = upstreams.find(({ setup }) => setup !== true)?.state ?? null;
  const between = inScope.map((_, index) => `a${index}`);
  const tasks = [
    ...setups.map((taskId) => ({ taskId, upstream: [], isSetup: true })),
    ...between.map((taskId) => ({ taskId, upstream: setups })),
    { taskId: "b", upstream: between },
    { taskId: "t", upstream: ["b"], setups, isTeardown: true, triggerRule: rule },
  ];
  const setupStates = upstreams
    .filter(({ setup }) => setup === true)
    .map(({ state }, index) => [`s${index}`, state] as const);
  const scopeStates = inScope.map((state, index) => [`a${index}`, state] as const);
  return { tasks, states: { ...Object.fromEntries([...setupStates, ...scopeStates]), b: last } };
}
