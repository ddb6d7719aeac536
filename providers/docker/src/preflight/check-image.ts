/** Whether the image is there, or its registry would give it. */
import type { PreflightCheck } from "@momiji/sdk";
import { DockerError, isGone } from "../docker-error.ts";
import { DOCKER_ERRORS } from "../errors.ts";
import { imagePath } from "../image/image-name.ts";
import { registryHeaders } from "../image/registry-login.ts";
import type { Preflight } from "./preflight-facts.ts";
import { failed, isTemplate, ok, unknown } from "./verdict.ts";

export async function* checkImage(facts: Preflight): AsyncIterable<PreflightCheck> {
  const { image, pull = "missing" } = facts.params;
  if (isTemplate(image)) {
    yield unknown("docker.image", "the image can be had", `its name is a template: ${image}`);
    return;
  }
  if (pull !== "always") {
    const present = await isPresent(facts);
    const title = `the image ${image} is on the engine`;
    if (present || pull === "never") {
      yield present
        ? ok("docker.image", title)
        : failed("docker.image", title, { detail: "it is not", remedy: DOCKER_ERRORS.image_missing.remedy });
      return;
    }
  }
  yield await checkRegistry(facts);
}

async function isPresent({ engine, params, ctx }: Preflight): Promise<boolean> {
  try {
    await engine.call("GET", imagePath(params.image, "images"), { signal: ctx.signal });
    return true;
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
}

/** The engine asks the registry for what the name means, and pulls nothing. */
async function checkRegistry({ engine, params, ctx }: Preflight): Promise<PreflightCheck> {
  const title = `the image ${params.image} can be pulled`;
  try {
    const headers = await registryHeaders(ctx, params);
    const path = imagePath(params.image, "distribution");
    const answer = await engine.call<{ Descriptor?: { digest?: string } }>("GET", path, {
      headers,
      signal: ctx.signal,
    });
    return ok("docker.image", title, `the registry has it as ${answer.Descriptor?.digest ?? "?"}`);
  } catch (error) {
    if (!(error instanceof DockerError)) throw error;
    return failed("docker.image", title, { detail: error.message, remedy: DOCKER_ERRORS[error.code].remedy });
  }
}
