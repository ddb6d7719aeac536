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
import { inTurn } from "../engine/turns.ts";
import { imagePath } from "../image/image-name.ts";
import { pullImage } from "../image/pull-image.ts";
import type { ContainerHandle, RunParams } from "../run-params.ts";
import { jobFailure } from "./failure.ts";

const TRIES_OF_A_NAME = 100;
const PAUSE_MILLIS = 100;
/** Ten seconds: an engine under load takes its time between creating and starting. */
const LOOKS_AT_ANOTHERS = 100;

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
    const { id, isNew } = found ?? (await make(ctx, engine, { params, name }));
    if (!isNew && (await isLeftUnstarted(ctx, engine, id)))
      await inTurn(ctx, { engine, params }, () => start(ctx, engine, { params, id }));
    ctx.say(`container ${name} (${id.slice(0, 12)}) of image ${params.image} started on ${engine.label}`);
    return { host: engine.label, id, name, engine: ID };
  } catch (error) {
    throw jobFailure(error, !mayExist);
  }
}

interface AttemptContainer {
  readonly id: string;
  /** Made, and started, by this very call. */
  readonly isNew: boolean;
}

async function start(ctx: JobContext, engine: EngineClient, container: CreatedContainer): Promise<void> {
  await connectNetworks(ctx, engine, container);
  await engine.call("POST", `/containers/${container.id}/start`, { signal: ctx.signal });
}

/**
 * Whoever has made a container starts it: for an engine, starting one that has run already means running it again. Only when it
 * stays unstarted has its maker died between the two.
 */
async function isLeftUnstarted(ctx: JobContext, engine: EngineClient, id: string): Promise<boolean> {
  for (let looks = 0; looks < LOOKS_AT_ANOTHERS; looks++) {
    const { State } = await engine.call<ContainerFacts>("GET", `/containers/${id}/json`, { signal: ctx.signal });
    if (State.Status !== "created") return false;
    if (State.Error !== "") return true;
    await sleep(PAUSE_MILLIS, undefined, { signal: ctx.signal });
  }
  return true;
}

/** This attempt's container; null: nobody has the name. */
async function findByName(ctx: JobContext, engine: EngineClient, name: string): Promise<AttemptContainer | null> {
  try {
    const path = `/containers/${encodeURIComponent(name)}/json`;
    const facts = await engine.call<ContainerFacts>("GET", path, { signal: ctx.signal });
    if (facts.Config.Labels?.[ATTEMPT_LABEL] === ctx.attemptId) return { id: facts.Id, isNew: false };
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

/** Creates and starts it in one turn, so that whoever finds it need not wait for its maker's next turn. */
async function make(ctx: JobContext, engine: EngineClient, { params, name }: NewContainer): Promise<AttemptContainer> {
  const secrets = await secretEnv(ctx, params);
  const query = { name, platform: params.platform };
  const body = bodyOf(ctx, params, secrets);
  const post = async (): Promise<string> => {
    const options = { query, body, signal: ctx.signal };
    return (await engine.call<{ Id: string }>("POST", "/containers/create", options)).Id;
  };
  const turn = (): Promise<AttemptContainer> =>
    inTurn(ctx, { engine, params, says: true }, async () => {
      const container = await createOrTake(ctx, engine, { name, post });
      if (container.isNew) await start(ctx, engine, { params, id: container.id });
      return container;
    });
  try {
    return await turn();
  } catch (error) {
    if (!(error instanceof EngineRefusal)) throw error;
    // It is there, but for another platform.
    const mayPull = error.code === "platform_missing" && (params.pull ?? "missing") === "missing";
    if (!mayPull) throw error;
    await pullImage(ctx, engine, params);
    return await turn();
  }
}

/** Where the name is taken, its container is taken; while another launch is just making it, the engine does not show it yet. */
async function createOrTake(
  ctx: JobContext,
  engine: EngineClient,
  { name, post }: { readonly name: string; readonly post: () => Promise<string> },
): Promise<AttemptContainer> {
  for (let tries = 1; ; tries++) {
    try {
      return { id: await post(), isNew: true };
    } catch (error) {
      if (!(error instanceof EngineRefusal) || error.status !== 409) throw error;
      const found = await findByName(ctx, engine, name);
      if (found !== null) return found;
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
