/** The roles of the task: that of ECS for it (execution role), and that of the programs in it (task role). */
import { GetRoleCommand, type Role } from "@aws-sdk/client-iam";
import type { PreflightCheck } from "@momiji/sdk";
import { iamClient } from "../client/clients.ts";
import { checkWishes, type Right } from "./check-rights.ts";
import { ecrImageOf, imagesOf } from "./check-image.ts";
import { logPlaceOf } from "./check-logs.ts";
import { secretsOf } from "./check-secrets.ts";
import { arnOf, type Facts, type FactsOfTask, nameOf } from "./facts.ts";
import { errorName } from "../client/aws-error.ts";
import { look } from "./look.ts";
import { failed, ok } from "./verdict.ts";

export interface TaskRoles {
  readonly execution: string | undefined;
  readonly task: string | undefined;
}

/** Overrides go over the task definition. */
export function rolesOf({ params, definition }: Pick<FactsOfTask, "params" | "definition">): TaskRoles {
  const { overrides = {} } = params;
  return {
    execution: overrides.executionRoleArn || definition.executionRoleArn || undefined,
    task: overrides.taskRoleArn || definition.taskRoleArn || undefined,
  };
}

/** What ECS must be able to do before the containers start. */
function startRights(facts: FactsOfTask): readonly Right[] {
  const { definition, region } = facts;
  const images = imagesOf(definition)
    .map(ecrImageOf)
    .filter((image) => image !== null);
  const places = (definition.containerDefinitions ?? []).map((container) => logPlaceOf(container, region));
  const groups = new Map(places.filter((place) => place !== null).map((place) => [place.group, place]));
  return [
    ...(images.length === 0 ? [] : [{ actions: ["ecr:GetAuthorizationToken"], resource: "*" }]),
    ...images.map(({ registry, region: where, repository }) => ({
      actions: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      resource: `arn:aws:ecr:${where}:${registry}:repository/${repository}`,
    })),
    ...[...groups.values()].map(({ group, region: where, isMade }) => ({
      actions: ["logs:CreateLogStream", "logs:PutLogEvents", ...(isMade ? ["logs:CreateLogGroup"] : [])],
      resource: arnOf({ ...facts, region: where }, "logs", `log-group:${group}:log-stream:*`),
    })),
    ...secretsOf(definition).map(({ store, id }) => ({
      actions: [store === "ssm" ? "ssm:GetParameters" : "secretsmanager:GetSecretValue"],
      resource: id.startsWith("arn:") ? id : arnOf(facts, "ssm", `parameter/${id.replace(/^\//, "")}`),
    })),
  ];
}

export async function checkRoles(facts: FactsOfTask): Promise<readonly PreflightCheck[]> {
  const { execution, task } = rolesOf(facts);
  const taskRole =
    task === undefined ? [] : await checkRole(facts, { kind: "task role", code: "ecs.task_role", arn: task });
  const wanted = startRights(facts);
  // On machines of one's own ECS works with the role of the machine where the task has none.
  if (execution === undefined) return [...(facts.isFargate && wanted.length > 0 ? [noRole(wanted)] : []), ...taskRole];
  const kind = { kind: "execution role", code: "ecs.execution_role" };
  const executionRole = await checkRole(facts, { ...kind, arn: execution });
  if (executionRole.some(({ verdict }) => verdict === "failed")) return [...executionRole, ...taskRole];
  const rights = await checkWishes(facts, {
    code: "ecs.execution_role",
    who: "the execution role",
    principal: execution,
    rights: wanted,
  });
  return [...executionRole, ...rights, ...taskRole];
}

function noRole(wanted: readonly Right[]): PreflightCheck {
  const actions = [...new Set(wanted.flatMap((right) => right.actions))].join(", ");
  return failed("ecs.execution_role", "the task definition has an execution role", {
    detail: `it has none, and ECS needs one to do ${actions}`,
    remedy:
      "Give it executionRoleArn: a role that ecs-tasks.amazonaws.com may assume, with the policy AmazonECSTaskExecutionRolePolicy",
  });
}

/** IAM does not say whether what it gives as text is JSON in percents. */
function trustOf({ AssumeRolePolicyDocument: document = "" }: Role): string {
  return document.startsWith("%") ? decodeURIComponent(document) : document;
}

export interface RoleToCheck {
  /** For people: `task role`. */
  readonly kind: string;
  readonly code: string;
  readonly arn: string;
}

export async function checkRole(
  { ctx, access, roads }: Facts,
  { kind, code, arn }: RoleToCheck,
): Promise<readonly PreflightCheck[]> {
  const title = `the ${kind} ${nameOf(arn)} exists and can be given to tasks`;
  return look({ code, title, action: "iam:GetRole" }, async () => {
    try {
      const client = await iamClient(access);
      const command = roads.before(new GetRoleCommand({ RoleName: nameOf(arn) }));
      const { Role } = await client.send(command, { abortSignal: ctx.signal });
      if (Role !== undefined && trustOf(Role).includes("ecs-tasks.amazonaws.com")) return [ok(code, title)];
      const remedy =
        'Let its trust policy allow it: {"Effect":"Allow","Principal":{"Service":"ecs-tasks.amazonaws.com"},"Action":"sts:AssumeRole"}';
      return [failed(code, title, { detail: "its trust policy does not name ecs-tasks.amazonaws.com", remedy })];
    } catch (error) {
      if (!errorName(error).startsWith("NoSuchEntity")) throw error;
      const remedy = "Create it, or mend the definition";
      return [failed(code, title, { detail: "there is no such role", remedy })];
    }
  });
}
