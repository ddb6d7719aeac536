/** What the checks share. */
import type { NetworkConfiguration, TaskDefinition } from "@aws-sdk/client-ecs";
import type { PreflightContext } from "@momiji/sdk";
import type { AwsAccess } from "../connection/aws-access.ts";
import type { EcsRunTaskParams } from "../ecs/ecs-params.ts";
import type { Roads } from "./roads.ts";

/** Who asks, as STS knows it. */
export interface Identity {
  readonly account: string;
  readonly arn: string;
  /** Whose policies count: of an assumed role the role. Null: root, or a federated user. */
  readonly principal: string | null;
}

export interface Facts {
  readonly ctx: PreflightContext;
  readonly params: EcsRunTaskParams;
  readonly access: AwsAccess;
  readonly region: string;
  readonly roads: Roads;
  /** Null: it could not be found out. */
  readonly identity: Identity | null;
}

export interface FactsOfTask extends Facts {
  readonly definition: TaskDefinition;
  /** The machine under the task is Fargate's: it pulls, logs and reads secrets through the task's own network. */
  readonly isFargate: boolean;
}

/** `arn:aws:ecs:REGION:ACCOUNT:...`; without an identity, a star for the account. */
export function arnOf({ region, identity }: Facts, service: string, resource: string): string {
  const partition = identity === null ? "aws" : (identity.arn.split(":")[1] ?? "aws");
  return `arn:${partition}:${service}:${region}:${identity?.account ?? "*"}:${resource}`;
}

/** The last part of an ARN of a cluster, a role and the like; a name is one already. */
export function nameOf(arnOrName: string): string {
  return arnOrName.slice(arnOrName.lastIndexOf("/") + 1);
}

export function vpcOf({
  networkConfiguration,
}: EcsRunTaskParams): NonNullable<NetworkConfiguration["awsvpcConfiguration"]> | null {
  return networkConfiguration?.awsvpcConfiguration ?? null;
}
