/** What a `dockerRun` lacks, looked up before anything runs: each check by itself, none changes anything. */
import type { PreflightCheck, PreflightContext } from "@momiji/sdk";
import { DockerError } from "../docker-error.ts";
import type { EngineClient } from "../engine/engine-client.ts";
import type { EngineInfo } from "../engine/engine-types.ts";
import { findEngine } from "../engine/find-engine.ts";
import { DOCKER_ERRORS } from "../errors.ts";
import type { RunParams } from "../run-params.ts";
import { checkImage } from "./check-image.ts";
import { checkMachine } from "./check-machine.ts";
import { checkMounts, checkNetworks } from "./check-surroundings.ts";
import { checkSecrets } from "./check-secrets.ts";
import type { Preflight } from "./preflight-facts.ts";
import { failed, ok } from "./verdict.ts";

export async function* preflight(ctx: PreflightContext, params: RunParams): AsyncIterable<PreflightCheck> {
  const found = await reach(ctx, params);
  yield found.check;
  if (found.engine === null) return;
  const facts: Preflight = { ctx, params, engine: found.engine, info: found.info };
  yield* checkMachine(facts);
  yield* checkSecrets(facts);
  yield* checkImage(facts);
  yield* checkNetworks(facts);
  yield* checkMounts(facts);
}

type Reached =
  | { readonly check: PreflightCheck; readonly engine: EngineClient; readonly info: EngineInfo }
  | { readonly check: PreflightCheck; readonly engine: null };

async function reach(ctx: PreflightContext, params: RunParams): Promise<Reached> {
  const title = "the Docker engine answers";
  try {
    const engine = await findEngine(ctx, params);
    const version = await engine.ping(ctx.signal);
    const info = await engine.call<EngineInfo>("GET", "/info", { signal: ctx.signal });
    const detail = `${engine.label}: Docker ${info.ServerVersion}, API ${version}, ${info.OSType}/${info.Architecture}`;
    return { check: ok("docker.reachable", title, detail), engine, info };
  } catch (error) {
    if (!(error instanceof DockerError)) throw error;
    const check = failed("docker.reachable", title, {
      detail: error.message,
      remedy: DOCKER_ERRORS[error.code].remedy,
    });
    return { check, engine: null };
  }
}
