/** Assets at random: which tasks make them, and which DAGs wait for them. None waits for what comes of its own runs. */
import type { AssetCondition, AssetKey, AssetRef, DagSpec, ScheduleSpec, TaskSpec } from "@momiji/core";
import { aliasOf } from "./named-assets.ts";
import type { Random } from "./random.ts";

/** What the DAG of this number may make. */
function assetsOf(index: number): readonly AssetKey[] {
  return ["a", "b"].map((letter) => ({ name: `${letter}${index}`, uri: `sim://${letter}${index}` }));
}

/** Tasks get outlets, aliases among them; DAGs behind the first wait for what those before them make. */
export function withAssets(random: Random, specs: readonly DagSpec[]): DagSpec[] {
  return specs.map((spec, index) => {
    const ofAliases = random.fork(`aliases ${index}`);
    const tasks = spec.tasks.map((task) => withAlias(ofAliases, withOutlets(random, task, index), index));
    const sources = Array.from({ length: index }, (_, before) => assetsOf(before)).flat();
    const own = sources.length > 0 && random.chance(0.6) ? waiting(random, sources, spec.schedule) : spec.schedule;
    const schedule = waitingForAlias(ofAliases, own, index);
    return { ...spec, tasks, schedule, assets: [...sources, ...assetsOf(index)] };
  });
}

function withOutlets(random: Random, task: TaskSpec, index: number): TaskSpec {
  const outlets = assetsOf(index).filter(() => random.chance(0.25));
  const isWork = task.lane === "function" && outlets.length > 0;
  return isWork ? { ...task, outlets: outlets.map((asset) => ({ kind: "asset", ...asset })) } : task;
}

function withAlias(random: Random, task: TaskSpec, index: number): TaskSpec {
  if (task.lane !== "function" || !random.chance(0.2)) return task;
  return { ...task, outlets: [...(task.outlets ?? []), { kind: "alias", name: aliasOf(index) }] };
}

/** Whatever comes through the alias of a DAG before it is one more thing that starts it, or that it waits for. */
function waitingForAlias(random: Random, schedule: ScheduleSpec, index: number): ScheduleSpec {
  const isOfAssets = schedule.kind === "assets" || schedule.kind === "asset-or-time";
  if (!isOfAssets || index === 0 || !random.chance(0.5)) return schedule;
  const alias: AssetRef = { kind: "alias", name: aliasOf(random.whole(0, index - 1)) };
  const condition: AssetCondition = {
    kind: random.pick(["any", "any", "all"] as const),
    of: [schedule.condition, alias],
  };
  return { ...schedule, condition };
}

function waiting(random: Random, sources: readonly AssetKey[], schedule: ScheduleSpec): ScheduleSpec {
  const condition = randomCondition(random, sources);
  const isOfTime = schedule.kind !== "assets" && schedule.kind !== "asset-or-time";
  // One that runs on and on would leave its assets no room.
  const keepsTime = isOfTime && schedule.kind !== "continuous" && random.chance(0.3);
  return keepsTime ? { kind: "asset-or-time", condition, time: schedule } : { kind: "assets", condition };
}

function randomCondition(random: Random, sources: readonly AssetKey[]): AssetCondition {
  const chosen = sources.filter(() => random.chance(0.4));
  const refs = (chosen.length > 0 ? chosen : sources.slice(0, 1)).map((asset): AssetRef => ({
    kind: "asset",
    ...asset,
  }));
  const [first] = refs;
  return refs.length === 1 && first !== undefined ? first : { kind: random.pick(["any", "all"] as const), of: refs };
}
