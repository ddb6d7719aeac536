/** From what went wrong to what a task's failure says. */
import { JobFailure } from "@momiji/sdk";
import { DockerError, EngineRefusal } from "../docker-error.ts";
import { DOCKER_ERRORS } from "../errors.ts";

/** The engine's own words, and before them what they mean. */
function messageOf(error: DockerError): string {
  return error instanceof EngineRefusal ? `${DOCKER_ERRORS[error.code].meaning}: ${error.message}` : error.message;
}

function detailOf({ code }: DockerError): string {
  return `what to do: ${DOCKER_ERRORS[code].remedy}`;
}

/** Whatever is not known here is handed on as it is. */
export function jobFailure(error: unknown, nothingStarted: boolean): unknown {
  if (!(error instanceof DockerError)) return error;
  return new JobFailure(messageOf(error), { code: error.code, detail: detailOf(error), nothingStarted });
}
