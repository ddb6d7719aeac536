/** Creates and starts the container of an attempt, or finds it. */
import { setTimeout as sleep } from "node:timers/promises";
import type { JobContext } from "@momiji/sdk";
import { containerBody } from "../container/container-body.ts";
import { ATTEMPT_LABEL, containerName } from "../container/container-name.ts";
import { networksOf } from "../container/network.ts";
import { secretEnv } from "../container/secret-env.ts";
import { DockerError, EngineRefusal, isGone } from "../docker-error.ts";
import type { EngineClient } from "../engine/engine-client.ts";
import type { ContainerFacts, EngineInfo } from "../engine/engine-types.ts";
import { findEngine } from "../engine/find-engine.ts";
import { imagePath } from "../image/image-name.ts";
import { pullImage } from "../image/pull-image.ts";
import type { ContainerHandle, RunParams } from "../run-params.ts";
import { jobFailure } from "./failure.ts";

const TRIES_OF_A_NAME = 100;
const PAUSE_MILLIS = 100;

/**
 * The engine gives a name to one container only, and the name is made of the attempt's id: of two launches one creates it, the
 * other is told so and takes it. What the name's container says in its label decides whose it is.
 */
export async function launch(ctx: JobContext, params: RunParams): Promise<ContainerHandle> {
  let mayExist = false;
  try {
    const engine = await findEngine(ctx, params);
    const name = params.containerName ?? containerName(ctx);
    const { ID } = await engine.call<EngineInfo>("GET", "/info", { signal: ctx.signal });
    const found = await findByName(ctx, engine, name);
    if (found === null) await provideImage(ctx, engine, params);
    mayExist = true;
    const id = found ?? (await create(ctx, engine, { params, name }));
    await connectNetworks(ctx, engine, { params, id });
    await engine.call("POST", `/containers/${id}/start`, { signal: ctx.signal });
    ctx.say(`container ${name} (${id.slice(0, 12)}) of image ${params.image} started on ${engine.label}`);
    return { host: engine.label, id, name, engine: ID };
  } catch (error) {
    throw jobFailure(error, !mayExist);
  }
}

/** The id of this attempt's container; null: nobody has the name. */
async function findByName(ctx: JobContext, engine: EngineClient, name: string): Promise<string | null> {
  try {
    const path = `/containers/${encodeURIComponent(name)}/json`;
    const facts = await engine.call<ContainerFacts>("GET", path, { signal: ctx.signal });
    if (facts.Config.Labels?.[ATTEMPT_LABEL] === ctx.attemptId) return facts.Id;
    throw new DockerError("name_taken", `another container (${facts.Id.slice(0, 12)}) has the name ${name}`);
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

async function provideImage(ctx: JobContext, engine: EngineClient, params: RunParams): Promise<void> {
  const { image, pull = "missing" } = params;
  if (pull === "always") return pullImage(ctx, engine, params);
  if (pull === "never" || (await hasImage(ctx, engine, image))) return;
  await pullImage(ctx, engine, params);
}

async function hasImage(ctx: JobContext, engine: EngineClient, image: string): Promise<boolean> {
  try {
    await engine.call("GET", imagePath(image, "images"), {
      signal: ctx.signal,
    });
    return true;
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
}

interface NewContainer {
  readonly params: RunParams;
  readonly name: string;
}

async function create(ctx: JobContext, engine: EngineClient, { params, name }: NewContainer): Promise<string> {
  const secrets = await secretEnv(ctx, params);
  const query = { name, platform: params.platform };
  const body = bodyOf(ctx, params, secrets);
  const post = (): Promise<string> =>
    createOrTake(ctx, engine, {
      name,
      post: async () => {
        const options = { query, body, signal: ctx.signal };
        return (await engine.call<{ Id: string }>("POST", "/containers/create", options)).Id;
      },
    });
  try {
    return await post();
  } catch (error) {
    if (!(error instanceof EngineRefusal)) throw error;
    // It is there, but for another platform.
    const mayPull = error.code === "platform_missing" && (params.pull ?? "missing") === "missing";
    if (!mayPull) throw error;
    await pullImage(ctx, engine, params);
    return post();
  }
}

/** Where the name is taken, its container is taken; while another launch is just making it, the engine does not show it yet. */
async function createOrTake(
  ctx: JobContext,
  engine: EngineClient,
  { name, post }: { readonly name: string; readonly post: () => Promise<string> },
): Promise<string> {
  for (let tries = 1; ; tries++) {
    try {
      return await post();
    } catch (error) {
      if (!(error instanceof EngineRefusal) || error.status !== 409) throw error;
      const id = await findByName(ctx, engine, name);
      if (id !== null) return id;
      if (tries === TRIES_OF_A_NAME) throw error;
      await sleep(PAUSE_MILLIS, undefined, { signal: ctx.signal });
    }
  }
}

function bodyOf(ctx: JobContext, params: RunParams, secrets: readonly string[]): object {
  try {
    return containerBody(params, ctx, secrets);
  } catch (error) {
    throw new DockerError("settings_refused", (error as Error).message, { cause: error });
  }
}

interface CreatedContainer {
  readonly params: RunParams;
  readonly id: string;
}

/** The first network was given with the container; one that is connected already says so, and that is fine. */
async function connectNetworks(ctx: JobContext, engine: EngineClient, { params, id }: CreatedContainer): Promise<void> {
  for (const network of networksOf(params).slice(1)) {
    const body = { Container: id, EndpointConfig: { Aliases: params.networkAliases ?? [] } };
    try {
      await engine.call("POST", `/networks/${encodeURIComponent(network)}/connect`, { body, signal: ctx.signal });
    } catch (error) {
      const isConnected =
        error instanceof EngineRefusal && /already exists in network|already attached/.test(error.message);
      if (!isConnected) throw error;
    }
  }
}
