/** Pulls an image, saying how far it is. */
import type { JobContext } from "@momiji/sdk";
import { EngineRefusal, EngineTrouble } from "../docker-error.ts";
import type { EngineClient } from "../engine/engine-client.ts";
import { codeOf } from "../errors.ts";
import type { ImageParams } from "../run-params.ts";
import { imageName } from "./image-name.ts";
import { PullProgress, type PullMessage } from "./pull-progress.ts";
import { registryHeaders } from "./registry-login.ts";

const SAY_EVERY_SECONDS = 10;
/** A registry that is asked for a name may take its time before the first word. */
const FIRST_WORD_MILLIS = 5 * 60_000;

export async function pullImage(ctx: JobContext, engine: EngineClient, params: ImageParams): Promise<void> {
  const { repository, version } = imageName(params.image);
  ctx.say(`pulling image ${params.image}`);
  const began = ctx.now();
  const answer = await engine.stream("POST", "/images/create", {
    query: { fromImage: repository, tag: version, platform: params.platform },
    headers: await registryHeaders(ctx, params),
    signal: ctx.signal,
    timeoutMillis: FIRST_WORD_MILLIS,
  });
  const progress = new PullProgress();
  const seconds = (): number => Math.round(ctx.now().since(began).total("seconds") * 10) / 10;
  let said = 0;
  for await (const message of messagesOf(answer, engine.label)) {
    const error = message.errorDetail?.message ?? message.error;
    if (error !== undefined) throw new EngineRefusal(codeOf(error, 500), error, 500);
    progress.add(message);
    if (seconds() - said < SAY_EVERY_SECONDS) continue;
    said = seconds();
    ctx.say(`pulling image ${params.image}: ${progress.words}`);
  }
  ctx.say(`pulled image ${params.image} in ${seconds()} s${progress.digest && ` (${progress.digest})`}`);
}

/** JSON objects one after another, a line each; what is cut off at the end means that the pull was. */
async function* messagesOf(answer: AsyncIterable<Buffer>, label: string): AsyncGenerator<PullMessage> {
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for await (const chunk of answer) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) if (line.trim() !== "") yield JSON.parse(line) as PullMessage;
    }
    if (rest.trim() !== "") yield JSON.parse(rest) as PullMessage;
  } catch (error) {
    throw new EngineTrouble("docker_unreachable", `${label} broke off the pull: ${(error as Error).message}`);
  }
}
