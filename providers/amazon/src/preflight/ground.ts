/** The first steps: an account and a region are known, the services can be reached, and AWS knows who asks. */
import { DescribeLogGroupsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { ListClustersCommand } from "@aws-sdk/client-ecs";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import type { PreflightCheck, PreflightContext } from "@momiji/sdk";
import { ecsClient, logsClient, stsClient } from "../client/clients.ts";
import type { AwsAccess } from "../connection/aws-access.ts";
import { findAccess } from "../connection/find-access.ts";
import type { EcsRunTaskParams } from "../ecs/ecs-params.ts";
import { identityOf, knownAs, notKnown } from "./check-identity.ts";
import { checkRoad, type RoadQuestion } from "./check-roads.ts";
import type { Facts, Identity } from "./facts.ts";
import { type FoundRoad, Roads } from "./roads.ts";
import { failed, unknown } from "./verdict.ts";

export interface Ground {
  readonly checks: readonly PreflightCheck[];
  /** Null: nothing more can be looked at. */
  readonly facts: Facts | null;
}

type Unidentified = Omit<Facts, "identity">;

/** The service that runs the job. */
export interface MainService {
  readonly name: string;
  readonly service: "ecs" | "batch";
  readonly knock: (
    access: AwsAccess,
    roads: Roads,
    options: { readonly abortSignal: AbortSignal },
  ) => Promise<FoundRoad>;
  readonly regionOf: (access: AwsAccess) => Promise<string>;
}

const ECS: MainService = {
  name: "ECS",
  service: "ecs",
  async knock(access, roads, options) {
    const client = await ecsClient(access);
    return await roads.knock(new ListClustersCommand({}), (one) => client.send(one, options));
  },
  regionOf: async (access) => await (await ecsClient(access)).config.region(),
};

export async function findGround(
  ctx: PreflightContext,
  params: EcsRunTaskParams,
  main: MainService = ECS,
): Promise<Ground> {
  let start: Unidentified;
  try {
    const access = await findAccess(ctx, params);
    const region = await main.regionOf(access);
    start = { ctx, params, access, region, roads: new Roads(access) };
  } catch (error) {
    return { checks: [notConfigured(error as Error)], facts: null };
  }
  const roads = await roadsOf(start, main);
  const checks = roads.map(({ check }) => check);
  const isOpen = (service: string): boolean =>
    roads.some((one) => one.service === service && one.found.road.step === "open");
  if (checks.some(({ verdict }) => verdict === "failed")) return { checks, facts: null };
  const { check, identity } = isOpen("sts") ? await whoAsks(start) : nobody;
  const all = [...checks, check];
  return { checks: all, facts: check.verdict === "failed" ? null : { ...start, identity } };
}

function notConfigured({ name, message }: Error): PreflightCheck {
  const isRegion = /region/i.test(message);
  return failed(
    isRegion ? "aws.region" : "aws.connection",
    isRegion ? "a region is known" : "the connection can be used",
    {
      detail: name === "Error" ? message : `${name}: ${message}`,
      remedy: isRegion
        ? "Give `region`, `region_name` in the extra of the connection, or AWS_REGION in the worker's environment"
        : "Mend the connection, or `connection` of the task",
    },
  );
}

interface CheckedRoad {
  readonly service: RoadQuestion["service"];
  readonly found: FoundRoad;
  readonly check: PreflightCheck;
}

async function roadsOf(
  { ctx, params, access, region, roads }: Unidentified,
  main: MainService,
): Promise<readonly CheckedRoad[]> {
  const { awslogsRegion = region, getLogs = true } = params;
  const sts = await stsClient(asNobody(access));
  const logs = await logsClient(asNobody(await findAccess(ctx, { ...params, region: awslogsRegion })));
  const options = { abortSignal: ctx.signal };
  const questions = [
    {
      name: main.name,
      service: main.service,
      region,
      road: main.knock(asNobody(access), roads, options),
    },
    ...(getLogs
      ? [
          {
            name: "CloudWatch Logs",
            service: "logs" as const,
            region: awslogsRegion,
            road: roads.knock(new DescribeLogGroupsCommand({}), (one) => logs.send(one, options)),
            without: "the task's log goes without that of the container",
          },
        ]
      : []),
    {
      name: "STS",
      service: "sts",
      region,
      road: roads.knock(new GetCallerIdentityCommand({}), (one) => sts.send(one, options)),
      // Keys of a role come from there.
      ...(assumesRole(access) ? {} : { without: "preflight cannot say who asks, and what they may do" }),
    },
  ] as const;
  return Promise.all(
    questions.map(async ({ road, ...question }) => {
      const found = await road;
      return { service: question.service, found, check: checkRoad(question, found) };
    }),
  );
}

/** The SDK looks for credentials, which may be a way of its own, before it works out where a request goes. */
function asNobody(access: AwsAccess): AwsAccess {
  const credentials = { accessKeyId: "nobody", secretAccessKey: "nothing" };
  return {
    ...access,
    identity: `nobody ${access.identity}`,
    settingsOf: (service) => ({ ...access.settingsOf(service), credentials }),
  };
}

function assumesRole(access: AwsAccess): boolean {
  return typeof access.settingsOf("ecs").credentials === "function";
}

interface Known {
  readonly check: PreflightCheck;
  readonly identity: Identity | null;
}

const nobody: Known = {
  check: unknown("aws.identity", "AWS knows who asks", { detail: "STS cannot be reached" }),
  identity: null,
};

async function whoAsks(start: Unidentified): Promise<Known> {
  const { ctx, access } = start;
  try {
    const client = await stsClient(access);
    const answer = await client.send(new GetCallerIdentityCommand({}), { abortSignal: ctx.signal });
    const identity = await identityOf(answer, start);
    return { check: knownAs(identity, access), identity };
  } catch (error) {
    return { check: notKnown(error, access), identity: null };
  }
}
