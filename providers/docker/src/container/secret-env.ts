/** Values that are not in the DAG: from variables and connections, read when a container is created. */
import type { JobContext } from "@momiji/sdk";
import { DockerError } from "../docker-error.ts";
import type { ProcessParams, SecretSource } from "../run-params.ts";

type SecretContext = Pick<JobContext, "connections" | "variables" | "maskSecret">;

/** `NAME=value` of all, each masked from here on. */
export async function secretEnv(ctx: SecretContext, { secretEnv = {} }: ProcessParams): Promise<readonly string[]> {
  return Promise.all(
    Object.entries(secretEnv).map(async ([name, source]) => {
      const value = await read(ctx, source);
      if (value === undefined) throw new DockerError("credentials_missing", `secretEnv.${name}: ${missing(source)}`);
      ctx.maskSecret(value);
      return `${name}=${value}`;
    }),
  );
}

async function read(ctx: SecretContext, source: SecretSource): Promise<string | undefined> {
  if ("variable" in source) return ctx.variables.get(source.variable);
  const connection = await ctx.connections.get(source.connection);
  const field = source.field ?? "password";
  const fields: { readonly [name: string]: unknown } = { ...connection?.extra, ...connection };
  const value = fields[field];
  if (value === undefined || value === null) return undefined;
  return typeof value === "string" ? value : JSON.stringify(value);
}

function missing(source: SecretSource): string {
  if ("variable" in source) return `there is no variable "${source.variable}"`;
  return `there is no connection "${source.connection}", or it has no ${source.field ?? "password"}`;
}
