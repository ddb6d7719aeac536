/** Whether networks and what is to be mounted are there. */
import { existsSync } from "node:fs";
import type { PreflightCheck } from "@momiji/sdk";
import { networksOf } from "../container/network.ts";
import { isGone } from "../docker-error.ts";
import { DOCKER_ERRORS } from "../errors.ts";
import type { DockerMount } from "../run-params.ts";
import type { Preflight } from "./preflight-facts.ts";
import { failed, isTemplate, ok, unknown, warning } from "./verdict.ts";

/** These every engine has. */
const BUILT_IN = new Set(["default", "bridge", "host", "none"]);

export async function* checkNetworks(facts: Preflight): AsyncIterable<PreflightCheck> {
  for (const network of networksOf(facts.params)) {
    if (BUILT_IN.has(network)) continue;
    const [, container] = /^container:(.*)$/.exec(network) ?? [];
    const path =
      container === undefined
        ? `/networks/${encodeURIComponent(network)}`
        : `/containers/${encodeURIComponent(container)}/json`;
    const what =
      container === undefined ? `the network ${network}` : `the container ${container}, whose network is to be used,`;
    const title = `${what} exists`;
    yield (await exists(facts, path))
      ? ok("docker.network", title)
      : failed("docker.network", title, { detail: "it does not", remedy: DOCKER_ERRORS.network_missing.remedy });
  }
}

export async function* checkMounts(facts: Preflight): AsyncIterable<PreflightCheck> {
  for (const mount of facts.params.mounts ?? []) {
    const { type = "volume", source } = mount;
    if (source === undefined || type === "tmpfs") continue;
    if (isTemplate(source)) yield unknown("docker.mount", `${source} exists`, "it is a template");
    else yield type === "bind" ? checkFolder(facts, source) : await checkVolume(facts, mount);
  }
}

/** The engine's API shows no files: only of an engine on this machine can it be known. */
function checkFolder({ engine }: Preflight, source: string): PreflightCheck {
  const title = `${source} exists on the engine's machine`;
  if (!engine.isLocal)
    return unknown("docker.mount", title, "the engine is on another machine, whose files are not seen");
  if (existsSync(source)) return ok("docker.mount", title);
  return failed("docker.mount", title, { detail: "it does not", remedy: DOCKER_ERRORS.mount_missing.remedy });
}

async function checkVolume(facts: Preflight, { source = "" }: DockerMount): Promise<PreflightCheck> {
  const title = `the volume ${source} exists`;
  if (await exists(facts, `/volumes/${encodeURIComponent(source)}`)) return ok("docker.mount", title);
  const remedy = "nothing, if it is to be new: the engine makes it when the container is created; else check its name";
  return warning("docker.mount", title, { detail: "it does not", remedy });
}

async function exists({ engine, ctx }: Preflight, path: string): Promise<boolean> {
  try {
    await engine.call("GET", path, { signal: ctx.signal });
    return true;
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
}
