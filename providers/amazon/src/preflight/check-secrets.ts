/** Do the secrets exist that ECS gives to the containers? Their values are not read. */
import { DescribeSecretCommand } from "@aws-sdk/client-secrets-manager";
import { DescribeParametersCommand } from "@aws-sdk/client-ssm";
import type { TaskDefinition } from "@aws-sdk/client-ecs";
import type { PreflightCheck } from "@momiji/sdk";
import { secretsManagerClient, ssmClient } from "../client/clients.ts";
import { findAccess } from "../connection/find-access.ts";
import type { FactsOfTask } from "./facts.ts";
import { errorName } from "../client/aws-error.ts";
import { look } from "./look.ts";
import { failed, ok } from "./verdict.ts";

export interface WantedSecret {
  readonly store: "secretsmanager" | "ssm";
  /** An ARN or, of SSM, a name. */
  readonly id: string;
  /** For people: what it is for. */
  readonly use: string;
}

export function secretsOf({ containerDefinitions = [] }: TaskDefinition): readonly WantedSecret[] {
  return containerDefinitions.flatMap(({ name = "", secrets = [], logConfiguration, repositoryCredentials }) => [
    ...[...secrets, ...(logConfiguration?.secretOptions ?? [])].map((secret) => {
      return wanted(secret.valueFrom ?? "", `${secret.name ?? ""} of the container ${name}`);
    }),
    ...(repositoryCredentials?.credentialsParameter === undefined
      ? []
      : [wanted(repositoryCredentials.credentialsParameter, `the registry of the container ${name}`)]),
  ]);
}

/** `arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-abcdef:KEY:STAGE:VERSION`: the secret is what stands before the key. */
function wanted(valueFrom: string, use: string): WantedSecret {
  const isSecret = valueFrom.split(":")[2] === "secretsmanager";
  return isSecret
    ? { store: "secretsmanager", id: valueFrom.split(":").slice(0, 7).join(":"), use }
    : { store: "ssm", id: valueFrom, use };
}

export async function checkSecrets(facts: FactsOfTask): Promise<readonly PreflightCheck[]> {
  const checks = await Promise.all(secretsOf(facts.definition).map((secret) => checkSecret(facts, secret)));
  return checks.flat();
}

async function checkSecret(facts: FactsOfTask, secret: WantedSecret): Promise<readonly PreflightCheck[]> {
  const { store, id, use } = secret;
  const kind = store === "ssm" ? "parameter" : "secret";
  const title = `the ${kind} ${id} exists, for ${use}`;
  const code = `ecs.${kind}`;
  const action = store === "ssm" ? "ssm:DescribeParameters" : "secretsmanager:DescribeSecret";
  return look({ code, title, action }, async () => {
    const exists = await (store === "ssm" ? hasParameter(facts, id) : hasSecret(facts, id));
    if (exists === true) return [ok(code, title)];
    const make = store === "ssm" ? "aws ssm put-parameter" : "aws secretsmanager create-secret";
    const remedy = `Create it (${make}), or mend \`secrets\` of the container in the task definition`;
    return [failed(code, title, { detail: exists, remedy })];
  });
}

/** True, or what is wrong. */
async function hasSecret({ ctx, params, region, roads }: FactsOfTask, id: string): Promise<true | string> {
  const client = await secretsManagerClient(await findAccess(ctx, { ...params, region: id.split(":")[3] ?? region }));
  try {
    const command = roads.before(new DescribeSecretCommand({ SecretId: id }));
    const { DeletedDate } = await client.send(command, { abortSignal: ctx.signal });
    return DeletedDate === undefined ? true : "it is about to be deleted";
  } catch (error) {
    if (errorName(error) === "ResourceNotFoundException") return "it does not";
    throw error;
  }
}

async function hasParameter({ ctx, params, region, roads }: FactsOfTask, id: string): Promise<true | string> {
  const parts = id.startsWith("arn:") ? id.split(":") : null;
  const name =
    parts === null
      ? id
      : parts
          .slice(5)
          .join(":")
          .replace(/^parameter(?=\/)/, "");
  // `parameter/NAME` of a name without a path and `parameter/a/b` of one with a path look alike.
  const names = parts === null || name.slice(1).includes("/") ? [name] : [name, name.slice(1)];
  const client = await ssmClient(await findAccess(ctx, { ...params, region: parts?.[3] ?? region }));
  const filter = { Key: "Name", Option: "Equals", Values: names };
  const command = roads.before(new DescribeParametersCommand({ ParameterFilters: [filter] }));
  const { Parameters = [] } = await client.send(command, { abortSignal: ctx.signal });
  return Parameters.length > 0 ? true : "it does not";
}
