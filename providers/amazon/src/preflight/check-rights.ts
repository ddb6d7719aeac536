/** May whoever asks do what the job needs? Simulated where IAM allows it, named where it does not. */
import type { TaskDefinition } from "@aws-sdk/client-ecs";
import type { PreflightCheck } from "@momiji/sdk";
import { isDenied } from "../client/aws-error.ts";
import { statement } from "./look.ts";
import { arnOf, type Facts, nameOf } from "./facts.ts";
import { type Refused, refusedOf, type Wish } from "./simulate.ts";
import { failed, ok, unknown, warning } from "./verdict.ts";

export interface Right extends Wish {
  /** The job runs without it; what is missing then. */
  readonly without?: string;
}

/** What the operator does, and on what. `roles`: those that ECS is handed for the task. */
export function rightsOf(facts: Facts, definition: TaskDefinition | null, roles: readonly string[]): readonly Right[] {
  const { params } = facts;
  const cluster = nameOf(params.cluster);
  const atCluster = { "ecs:cluster": arnOf(facts, "ecs", `cluster/${cluster}`) };
  const family = definition?.family ?? nameOf(params.taskDefinition).replace(/:\d+$/, "");
  const tasks = arnOf(facts, "ecs", `task/${cluster}/*`);
  const isTagged =
    params.tags !== undefined || (params.propagateTags ?? "NONE") !== "NONE" || params.enableEcsManagedTags === true;
  return [
    { actions: ["ecs:RunTask"], resource: arnOf(facts, "ecs", `task-definition/${family}:*`), context: atCluster },
    { actions: ["ecs:DescribeTasks", "ecs:StopTask"], resource: tasks, context: atCluster },
    {
      actions: ["ecs:ListTasks"],
      resource: arnOf(facts, "ecs", `container-instance/${cluster}/*`),
      context: atCluster,
      without: "only the client token, for a day at most, keeps a task from starting twice when an answer is lost",
    },
    {
      actions: ["ecs:DescribeTaskDefinition"],
      resource: "*",
      without:
        "the task must name awslogsGroup, awslogsStreamPrefix and containerName, or there is no log of the container",
    },
    ...(isTagged
      ? [{ actions: ["ecs:TagResource"], resource: tasks, context: { ...atCluster, "ecs:CreateAction": "RunTask" } }]
      : []),
    ...roles.map((role) => ({
      actions: ["iam:PassRole"],
      resource: role,
      context: { "iam:PassedToService": "ecs-tasks.amazonaws.com" },
    })),
  ];
}

/** Of the operator, in the log group that it reads. */
export function logRights(facts: Facts, group: string, region: string): Right {
  const resource = arnOf({ ...facts, region }, "logs", `log-group:${group}:log-stream:*`);
  return { actions: ["logs:GetLogEvents"], resource, without: "the task's log goes without that of the container" };
}

export async function checkRights(facts: Facts, rights: readonly Right[]): Promise<readonly PreflightCheck[]> {
  const { identity } = facts;
  if (identity?.arn.endsWith(":root") === true) return [];
  const principal = identity?.principal ?? null;
  if (principal === null) return [named(rights, "it is not known who asks")];
  return checkWishes(facts, { code: "iam.rights", who: "whoever asks", principal, rights });
}

export interface WishesOf {
  readonly code: string;
  /** For people. */
  readonly who: string;
  readonly principal: string;
  readonly rights: readonly Right[];
}

/** One check for each right; one for all if IAM does not tell. */
export async function checkWishes(facts: Facts, wishes: WishesOf): Promise<readonly PreflightCheck[]> {
  const { code, who, principal, rights } = wishes;
  try {
    const refused = await Promise.all(rights.map((right) => refusedOf(facts, principal, right)));
    return rights.map((right, index) => judge(wishes, right, refused[index] ?? []));
  } catch (error) {
    const why = isDenied(error) ? "preflight may not ask (iam:SimulatePrincipalPolicy)" : (error as Error).message;
    return [named(rights, why, { code, who })];
  }
}

function judge({ code, who, principal }: WishesOf, right: Right, refused: readonly Refused[]): PreflightCheck {
  const { actions, resource, context, without } = right;
  const title = `${who} may ${actions.join(", ")} on ${resource}`;
  if (refused.length === 0) return ok(code, title);
  const missing = refused.map(({ action }) => action);
  const reasons = [
    ...new Set(refused.map(({ because }) => because ?? `no policy of ${principal} allows it`)),
    ...(without === undefined ? [] : [without]),
  ];
  const isForbidden = refused.some(({ because }) => because !== null);
  const trouble = {
    detail: `${missing.join(", ")}: ${reasons.join("; ")}`,
    remedy: isForbidden
      ? `Take that away, or have it taken away; wanted is ${statement(missing, resource)}`
      : `Add to its policy: ${statement(missing, resource, conditionOf(context))}`,
  };
  return without === undefined ? failed(code, title, trouble) : warning(code, title, trouble);
}

function conditionOf(context: Right["context"]): object | undefined {
  const service = context?.["iam:PassedToService"];
  return service === undefined ? undefined : { StringEquals: { "iam:PassedToService": service } };
}

function named(
  rights: readonly Right[],
  why: string,
  { code = "iam.rights", who = "whoever asks" } = {},
): PreflightCheck {
  const all = rights.map(({ actions, resource, context }) => statement(actions, resource, conditionOf(context)));
  return unknown(code, `${who} may do what the job needs`, { detail: why, remedy: `Needed are: ${all.join(", ")}` });
}
