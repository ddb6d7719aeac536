/** Is the cluster there, and can it run what is asked for? */
import { type Cluster, DescribeClustersCommand } from "@aws-sdk/client-ecs";
import type { PreflightCheck } from "@momiji/sdk";
import { ecsClient } from "../client/clients.ts";
import type { EcsRunTaskParams } from "../ecs/ecs-params.ts";
import type { Facts } from "./facts.ts";
import { failed, ok, unknown, warning } from "./verdict.ts";

const CODE = "ecs.cluster";

export interface SeenCluster {
  readonly checks: readonly PreflightCheck[];
  /** Null: it is not there. */
  readonly cluster: Cluster | null;
}

/** @throws what ECS answers */
export async function checkCluster({ ctx, params, access, region, roads }: Facts): Promise<SeenCluster> {
  const title = `the cluster ${params.cluster} is active`;
  const client = await ecsClient(access);
  const command = roads.before(new DescribeClustersCommand({ clusters: [params.cluster] }));
  const { clusters = [] } = await client.send(command, { abortSignal: ctx.signal });
  const [cluster] = clusters;
  if (cluster === undefined || cluster.status === "INACTIVE") {
    const detail = cluster === undefined ? `there is none in ${region}` : "it was deleted";
    const remedy = `Create it (aws ecs create-cluster --cluster-name ${params.cluster}, or ecsCreateCluster), or mend \`cluster\` or \`region\``;
    return { checks: [failed(CODE, title, { detail, remedy })], cluster: null };
  }
  if (cluster.status !== "ACTIVE") {
    const detail = `it is ${cluster.status ?? "in no state"}`;
    const remedy = "Wait until it is, or look into its capacity providers: they come or fail with it";
    return { checks: [failed(CODE, title, { detail, remedy })], cluster };
  }
  return { checks: [ok(CODE, title), ...checkCapacity(cluster, params)], cluster };
}

function checkCapacity(cluster: Cluster, params: EcsRunTaskParams): readonly PreflightCheck[] {
  const { launchType, capacityProviderStrategy: asked } = params;
  if (asked !== undefined) return [checkProviders(cluster, asked)];
  const instances = cluster.registeredContainerInstancesCount ?? 0;
  const own = cluster.defaultCapacityProviderStrategy ?? [];
  const type = launchType ?? (own.length === 0 ? "EC2" : "");
  if (type !== "EC2" && type !== "EXTERNAL") return [];
  const kind = type === "EC2" ? "EC2 instances" : "external instances";
  const title = `the cluster has ${kind} for its tasks`;
  if (instances > 0) return [ok("ecs.capacity", title, `${instances} are registered`)];
  const isChosen = launchType !== undefined;
  return [
    failed("ecs.capacity", title, {
      detail: `none is registered${isChosen ? "" : "; neither launchType nor capacityProviderStrategy is given, which means EC2 here"}`,
      remedy: isChosen
        ? 'Register an instance with the ECS agent, or set launchType: "FARGATE"'
        : 'Set launchType: "FARGATE" if no machines of your own are meant, or register an instance',
    }),
  ];
}

function checkProviders(
  cluster: Cluster,
  asked: NonNullable<EcsRunTaskParams["capacityProviderStrategy"]>,
): PreflightCheck {
  const names = asked.map(({ capacityProvider = "?" }) => capacityProvider);
  const title = `the cluster has the capacity providers ${names.join(", ")}`;
  const { capacityProviders: there } = cluster;
  if (there === undefined) return unknown("ecs.capacity", title, { detail: "ECS does not say which it has" });
  const missing = names.filter((name) => !there.includes(name));
  if (missing.length === 0) return ok("ecs.capacity", title);
  const detail = `it has ${there.length === 0 ? "none" : there.join(", ")}`;
  const remedy = `Associate ${missing.join(", ")} with it: aws ecs put-cluster-capacity-providers (give those that it has as well)`;
  return failed("ecs.capacity", title, { detail, remedy });
}

/** Whose machines the task will run on. */
export function isOnFargate(
  { launchType, capacityProviderStrategy }: EcsRunTaskParams,
  cluster: Cluster | null,
): boolean {
  if (launchType !== undefined) return launchType === "FARGATE";
  const strategy = capacityProviderStrategy ?? cluster?.defaultCapacityProviderStrategy ?? [];
  return strategy.some(({ capacityProvider = "" }) => /^FARGATE(_SPOT)?$/.test(capacityProvider));
}

/** ECS Exec works through the task's own role. */
export function checkExec(
  { enableExecuteCommand }: EcsRunTaskParams,
  taskRole: string | undefined,
): readonly PreflightCheck[] {
  if (enableExecuteCommand !== true) return [];
  const title = "the task has a role for execute-command";
  if (taskRole !== undefined) return [ok("ecs.exec", title)];
  const remedy =
    "Give the task definition a taskRoleArn whose policy allows ssmmessages:CreateControlChannel, CreateDataChannel, OpenControlChannel and OpenDataChannel";
  return [
    warning("ecs.exec", title, { detail: "it has no task role, so that ECS refuses enableExecuteCommand", remedy }),
  ];
}
