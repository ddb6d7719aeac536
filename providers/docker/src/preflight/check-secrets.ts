/** Whether the connections and variables that a container's secrets come from exist. */
import type { PreflightCheck } from "@momiji/sdk";
import { secretEnv } from "../container/secret-env.ts";
import { DockerError } from "../docker-error.ts";
import { connectionOf } from "../engine/find-engine.ts";
import { DOCKER_ERRORS } from "../errors.ts";
import type { Preflight } from "./preflight-facts.ts";
import { failed, ok } from "./verdict.ts";

export async function* checkSecrets({ ctx, params }: Preflight): AsyncIterable<PreflightCheck> {
  const { registryConnection, secretEnv: secrets = {} } = params;
  if (registryConnection !== undefined)
    yield await attempt("docker.credentials", `there is a connection ${registryConnection}`, () =>
      connectionOf(ctx, registryConnection),
    );
  for (const [name, source] of Object.entries(secrets))
    yield await attempt("docker.secret", `there is a value for the environment's ${name}`, () =>
      secretEnv(ctx, { secretEnv: { [name]: source } }),
    );
}

async function attempt(code: string, title: string, read: () => Promise<unknown>): Promise<PreflightCheck> {
  try {
    await read();
    return ok(code, title);
  } catch (error) {
    if (!(error instanceof DockerError)) throw error;
    return failed(code, title, { detail: error.message, remedy: DOCKER_ERRORS[error.code].remedy });
  }
}
