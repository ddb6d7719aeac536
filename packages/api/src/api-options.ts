/** What the server is given by whoever composes it. */
import type { TriggerDeps } from "./trigger.ts";

export interface ApiOptions extends TriggerDeps {
  /** Bearer token that every request but liveness must carry. */
  readonly token: string;
  readonly version: string;
  /** Loads all DAG files anew; resolves when that is done. */
  reserialize(): Promise<void>;
  /** Told of errors that are the server's own. */
  onError(error: unknown): void;
}
