/**
 * Replays `run-outcomes.json`: whole DAGs driven to the end in waves, by the machine and by the oracle.
 *
 * The loop is the one that the file describes: the engine looks at every run until nothing changes, what then stands
 * `scheduled` is one wave, the wave is run, and so on until a wave is empty.
 */
import { isDeepStrictEqual } from "node:util";
import { DagGraphError, type DagGraph, instanceName, type TaskInstance } from "@momiji/core";
import { type DrivenRun, MachineRun, OracleRun } from "./driven-run.ts";
import { graphOf, outcomeOf, type RecordedCase, type RecordedEnd, type RefusedCase } from "./recorded-outcomes.ts";
import { type ReplayedCase, type ReplayResult, summarise } from "./replay.ts";

interface RecordedFile {
  readonly cases?: readonly RecordedCase[];
  /** DAGs that Airflow does not accept. */
  readonly refused?: readonly RefusedCase[];
}

/** How a case went: the ends of its runs, and the waves. */
interface Course {
  readonly runs: readonly RecordedEnd[];
  readonly waves: readonly unknown[];
}

export function replayRunOutcomes(data: unknown): ReplayResult {
  const { cases = [], refused = [] } = data as RecordedFile;
  return summarise([...cases.map(replayCase), ...refused.map(replayRefused)]);
}

function replayCase(recorded: RecordedCase): ReplayedCase {
  const graph = graphOf(recorded);
  const byMachine = drive(recorded, graph, machineRuns(recorded, graph));
  const byOracle = drive(recorded, graph, oracleRuns(recorded, graph));
  const actual = isAsRecorded(recorded, byMachine) ? byOracle : byMachine;
  const expected = { runs: recorded.runs, waves: recorded.waves, timing: recorded.timing };
  return { id: recorded.id, expected, actual, equal: isAsRecorded(recorded, actual) };
}

/** A case whose end depends on timing may end in any of the recorded ways. */
function isAsRecorded({ runs, waves, timing }: RecordedCase, actual: Course): boolean {
  if (timing === undefined) return isDeepStrictEqual(actual, { runs, waves });
  const [end] = runs as readonly [RecordedEnd];
  const others = timing.map(({ state, task_instances }) => ({
    state,
    task_instances: { ...end.task_instances, ...task_instances },
  }));
  return [end, ...others].some((allowed) => isDeepStrictEqual(actual.runs, [allowed]));
}

function machineRuns({ runs }: RecordedCase, graph: DagGraph): readonly DrivenRun[] {
  return runs.reduce<MachineRun[]>((driven, _, runKey) => {
    return [...driven, new MachineRun({ graph, runKey, previous: driven.at(-1) ?? null })];
  }, []);
}

function oracleRuns({ runs }: RecordedCase, graph: DagGraph): readonly DrivenRun[] {
  return runs.reduce<OracleRun[]>((driven, _, runKey) => {
    return [...driven, new OracleRun({ graph, runKey, previous: driven.at(-1) ?? null })];
  }, []);
}

function drive(recorded: RecordedCase, graph: DagGraph, runs: readonly DrivenRun[]): Course {
  const waves: (readonly (readonly string[])[])[] = [];
  for (;;) {
    lookUntilQuiet(runs);
    const wave = runs.map(scheduled);
    if (wave.every((instances) => instances.length === 0)) break;
    waves.push(wave.map((instances) => instances.map(instanceName)));
    runs.forEach((driven, run) => wave[run]?.forEach((instance) => finish(recorded, graph, { instance, run, driven })));
  }
  return { runs: runs.map(endOf), waves: runs.length === 1 ? waves.map(([only]) => only) : waves };
}

function lookUntilQuiet(runs: readonly DrivenRun[]): void {
  while (runs.map((run) => run.look()).includes(true));
}

function scheduled({ instances }: DrivenRun): readonly TaskInstance[] {
  const byName = (a: TaskInstance, b: TaskInstance) =>
    a.taskId < b.taskId ? -1 : a.taskId > b.taskId ? 1 : a.mapIndex - b.mapIndex;
  return instances.filter(({ state }) => state === "scheduled").sort(byName);
}

/** Runs an instance, unless a branch of the same wave has skipped it meanwhile. */
function finish(
  recorded: RecordedCase,
  graph: DagGraph,
  { instance, run, driven }: { readonly instance: TaskInstance; readonly run: number; readonly driven: DrivenRun },
): void {
  const current = driven.instances.find((other) => instanceName(other) === instanceName(instance));
  if (current?.state !== "scheduled") return;
  const { taskId, mapIndex } = instance;
  const returned = recorded.tasks.find(({ id }) => id === taskId)?.returns;
  driven.finish(current, outcomeOf(recorded, graph, { taskId, mapIndex, run }), returned);
}

function endOf({ run, instances }: DrivenRun): RecordedEnd {
  const states = instances.map((instance) => [instanceName(instance), instance.state] as const);
  return { state: run.state, task_instances: Object.fromEntries(states) };
}

function replayRefused(recorded: RefusedCase): ReplayedCase {
  const actual = refusalOf(recorded);
  return { id: recorded.id, expected: recorded.error ?? "refused", actual, equal: actual !== null };
}

function refusalOf(recorded: RefusedCase): string | null {
  try {
    graphOf(recorded);
    return null;
  } catch (error) {
    if (error instanceof DagGraphError) return error.message;
    throw error;
  }
}
