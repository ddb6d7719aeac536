/** Will the log of the containers come to where it is looked for? */
import { DescribeLogGroupsCommand } from "@aws-sdk/client-cloudwatch-logs";
import type { ContainerDefinition } from "@aws-sdk/client-ecs";
import type { PreflightCheck } from "@momiji/sdk";
import { logsClient } from "../client/clients.ts";
import { findAccess } from "../connection/find-access.ts";
import type { FactsOfTask } from "./facts.ts";
import { look } from "./look.ts";
import { failed, ok, warning } from "./verdict.ts";

const CODE = "logs.group";

export interface LogPlace {
  readonly group: string;
  readonly region: string;
  readonly prefix: string | undefined;
  /** The agent of ECS makes the group if it is not there. */
  readonly isMade: boolean;
}

/** The container whose log is the job's: the one that is named, the one that is overridden, or the first. */
export function mainContainer({
  params,
  definition,
}: Pick<FactsOfTask, "params" | "definition">): ContainerDefinition | undefined {
  const { containerDefinitions = [] } = definition;
  const overridden = params.overrides?.containerOverrides ?? [];
  const name = params.containerName ?? (overridden.length === 1 ? overridden[0]?.name : undefined);
  return containerDefinitions.find((container) => container.name === name) ?? containerDefinitions[0];
}

/** Where a container writes to; null: not to CloudWatch. */
export function logPlaceOf({ logConfiguration }: ContainerDefinition, region: string): LogPlace | null {
  if (logConfiguration?.logDriver !== "awslogs") return null;
  const { options = {} } = logConfiguration;
  return {
    group: options["awslogs-group"] ?? "",
    region: options["awslogs-region"] ?? region,
    prefix: options["awslogs-stream-prefix"],
    isMade: options["awslogs-create-group"] === "true",
  };
}

export async function checkLogs(facts: FactsOfTask): Promise<readonly PreflightCheck[]> {
  const { params, region } = facts;
  const main = mainContainer(facts);
  if (main === undefined) return [];
  const written = logPlaceOf(main, region);
  const places = new Map<string, LogPlace>();
  for (const container of facts.definition.containerDefinitions ?? []) {
    const place = logPlaceOf(container, region);
    if (place !== null) places.set(`${place.region}/${place.group}`, place);
  }
  const groups = await Promise.all([...places.values()].map((place) => checkGroup(facts, place)));
  return params.getLogs === false ? groups.flat() : [checkPlace(facts, main, written), ...groups.flat()];
}

function checkPlace(
  { params }: FactsOfTask,
  { name = "" }: ContainerDefinition,
  written: LogPlace | null,
): PreflightCheck {
  const { awslogsGroup: group, awslogsStreamPrefix: prefix } = params;
  const title = `the log of the container ${name} can be read`;
  if (written === null) {
    const trouble = {
      detail: "its task definition does not send it to CloudWatch",
      remedy: `Give the container logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "/ecs/...", "awslogs-region": "...", "awslogs-stream-prefix": "..." } }, or set getLogs: false`,
    };
    return group === undefined ? warning("logs.place", title, trouble) : failed("logs.place", title, trouble);
  }
  if (group !== undefined && group !== written.group)
    return failed("logs.place", title, {
      detail: `the container writes to ${written.group}, and awslogsGroup is ${group}`,
      remedy: "Leave awslogsGroup out: the task definition says it",
    });
  if (written.prefix === undefined)
    return failed("logs.place", title, {
      detail: "without awslogs-stream-prefix the name of its stream cannot be known",
      remedy: 'Add "awslogs-stream-prefix" to the options of its logConfiguration',
    });
  // Airflow wants the container's name behind the prefix, and people write it either way.
  if (prefix !== undefined && prefix !== written.prefix && prefix !== `${written.prefix}/${name}`)
    return failed("logs.place", title, {
      detail: `the container writes to streams ${written.prefix}/${name}/..., and awslogsStreamPrefix is ${prefix}`,
      remedy: "Leave awslogsStreamPrefix out: the task definition says it",
    });
  return ok("logs.place", title, `${written.group}, ${written.prefix}/${name}/...`);
}

async function checkGroup(facts: FactsOfTask, { group, region, isMade }: LogPlace): Promise<readonly PreflightCheck[]> {
  const { ctx, params, roads } = facts;
  const title = `the log group ${group} exists`;
  return look({ code: CODE, title, action: "logs:DescribeLogGroups" }, async () => {
    const client = await logsClient(await findAccess(ctx, { ...params, region }));
    const command = roads.before(new DescribeLogGroupsCommand({ logGroupNamePrefix: group }));
    const { logGroups = [] } = await client.send(command, { abortSignal: ctx.signal });
    if (logGroups.some(({ logGroupName }) => logGroupName === group)) return [ok(CODE, title)];
    if (isMade) return [ok(CODE, title, "it does not, and ECS makes it (awslogs-create-group)")];
    const detail = `it does not, in ${region}, so that the task cannot start (ResourceInitializationError)`;
    const remedy = `Create it: aws logs create-log-group --log-group-name ${group} --region ${region}`;
    return [failed(CODE, title, { detail, remedy })];
  });
}
