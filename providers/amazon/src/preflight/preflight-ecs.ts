/** What an `ecsRunTask` lacks, looked up before anything runs: each check by itself, none changes anything. */
import type { Cluster, TaskDefinition } from "@aws-sdk/client-ecs";
import type { PreflightCheck, PreflightContext } from "@momiji/sdk";
import type { EcsRunTaskParams } from "../ecs/ecs-params.ts";
import { checkCluster, checkExec, isOnFargate } from "./check-cluster.ts";
import { checkDefinition, checkFit } from "./check-definition.ts";
import { checkImages } from "./check-image.ts";
import { checkLogs, logPlaceOf, mainContainer } from "./check-logs.ts";
import { checkRights, logRights, type Right, rightsOf } from "./check-rights.ts";
import { checkRoles, rolesOf } from "./check-roles.ts";
import { checkSecrets } from "./check-secrets.ts";
import type { Facts, FactsOfTask } from "./facts.ts";
import { findGround } from "./ground.ts";
import { look } from "./look.ts";
import { isKnown, unknown } from "./verdict.ts";

type Checks = Promise<readonly PreflightCheck[]>;

export async function* preflightEcs(ctx: PreflightContext, params: EcsRunTaskParams): AsyncIterable<PreflightCheck> {
  const { checks, facts } = await findGround(ctx, params);
  yield* checks;
  if (facts === null) return;
  const [cluster, definition] = await Promise.all([seeCluster(facts), seeDefinition(facts)]);
  yield* cluster.checks;
  yield* definition.checks;
  if (definition.found === null) {
    yield* await checkRights(facts, isKnown(params.taskDefinition) ? rightsOf(facts, null, []) : []);
    return;
  }
  const isFargate = isOnFargate(params, cluster.found);
  const task: FactsOfTask = { ...facts, definition: definition.found, isFargate };
  yield* checkFit(task);
  yield* checkExec(params, rolesOf(task).task);
  // Asked at once, told in this order.
  const all: readonly Checks[] = [
    checkRights(task, allRights(task)),
    checkRoles(task),
    checkLogs(task),
    checkSecrets(task),
    checkImages(task),
    networkChecks(task),
  ];
  for (const some of await Promise.all(all)) yield* some;
}

/** EC2's client is by far the largest of them, and most tasks of machines of one's own need none of it. */
async function networkChecks(task: FactsOfTask): Checks {
  return task.params.networkConfiguration === undefined ? [] : (await import("./check-network.ts")).checkNetwork(task);
}

function allRights(task: FactsOfTask): readonly Right[] {
  const { params, definition, region } = task;
  const { execution, task: taskRole } = rolesOf(task);
  const roles = [...new Set([execution, taskRole])].filter((role) => role !== undefined);
  const main = mainContainer(task);
  const place = main === undefined ? null : logPlaceOf(main, region);
  const group = params.awslogsGroup ?? place?.group;
  const isRead = params.getLogs !== false && group !== undefined;
  const logs = isRead ? [logRights(task, group, params.awslogsRegion ?? place?.region ?? region)] : [];
  return [...rightsOf(task, definition, roles), ...logs];
}

interface Seen<Found> {
  readonly checks: readonly PreflightCheck[];
  readonly found: Found | null;
}

const NOT_KNOWN = { detail: "its name is a template, or comes from another task" };

async function seeCluster(facts: Facts): Promise<Seen<Cluster>> {
  const code = "ecs.cluster";
  const { cluster } = facts.params;
  if (!isKnown(cluster)) return { checks: [unknown(code, "the cluster is active", NOT_KNOWN)], found: null };
  let found: Cluster | null = null;
  const title = `the cluster ${cluster} is active`;
  const checks = await look({ code, title, action: "ecs:DescribeClusters" }, async () => {
    const seen = await checkCluster(facts);
    found = seen.cluster;
    return seen.checks;
  });
  return { checks, found };
}

async function seeDefinition(facts: Facts): Promise<Seen<TaskDefinition>> {
  const code = "ecs.task_definition";
  const { taskDefinition } = facts.params;
  if (!isKnown(taskDefinition))
    return { checks: [unknown(code, "the task definition is active", NOT_KNOWN)], found: null };
  let found: TaskDefinition | null = null;
  const title = `the task definition ${taskDefinition} is active`;
  const checks = await look({ code, title, action: "ecs:DescribeTaskDefinition" }, async () => {
    const seen = await checkDefinition(facts);
    found = seen.definition;
    return [seen.check];
  });
  return { checks, found };
}
