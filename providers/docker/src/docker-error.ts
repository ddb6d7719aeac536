/** What goes wrong with an engine, before it is put into an outcome. */
import type { DockerErrorCode } from "./errors.ts";

/** A failure whose kind is known; the message says what happened, the table in `errors.ts` what to do. */
export class DockerError extends Error {
  readonly code: DockerErrorCode;
  constructor(code: DockerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The engine did not answer, or not as an engine does. Trying again may help. */
export class EngineTrouble extends DockerError {}

/** The engine said no. */
export class EngineRefusal extends DockerError {
  readonly status: number;
  constructor(code: DockerErrorCode, message: string, status: number) {
    super(code, message);
    this.status = status;
  }
}

export function isGone(error: unknown): boolean {
  return error instanceof EngineRefusal && error.status === 404;
}

/** Whether it may pass by itself: no answer, an engine that starts or is overwhelmed. */
export function isTrouble(error: unknown): boolean {
  if (error instanceof EngineTrouble) return true;
  return error instanceof EngineRefusal && (error.status >= 500 || error.status === 429 || error.status === 408);
}
