/** What the server is given by whoever composes it. */
import type { Masker } from "@momiji/core";
import type { AccessSettings } from "./access/access-settings.ts";
import type { ConnectionTester } from "./settings/connection-tester.ts";
import type { KeyRing } from "./settings/key-ring.ts";
import type { TriggerDeps } from "./trigger.ts";

export interface ApiOptions extends TriggerDeps {
  /** Bearer token that every request but liveness must carry. */
  readonly token: string;
  readonly version: string;
  /** Absent: sessions of a day on the path `/`, names and passwords alone. */
  readonly access?: AccessSettings;
  /** What tasks have read or said to be secret: hidden in values that are shown. Absent: nothing is known of that. */
  readonly secrets?: Masker;
  /** Tests connections; absent: that is disabled. */
  readonly connectionTester?: ConnectionTester;
  /** Opens and seals the secrets of the store. */
  readonly keys: KeyRing;
  /** Keeps a new key, the first from now on. Throws if the keys are set from outside. */
  saveKey(key: string): void;
  /** How many attempts each executor takes at once, the default one also under `default`. */
  readonly executors: ReadonlyMap<string, number>;
  /** More runs than this are not caught up on without a person's word. */
  readonly catchupLimit: number;
  /** Loads all DAG files anew; resolves when that is done. */
  reserialize(): Promise<void>;
  /**
   * Removes what was recorded of a DAG that the store has marked as deleted, and loads its file again if it is still there.
   * Resolves when that is done, or goes on beside if it takes long; rejects if it failed before.
   */
  removeDag(dagId: string, file: string): Promise<void>;
  /** Told of errors that are the server's own. */
  onError(error: unknown): void;
}
