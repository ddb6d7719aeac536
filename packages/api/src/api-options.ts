/** What the server is given by whoever composes it. */
import type { Masker } from "@momiji/core";
import type { Installation } from "./installation.ts";
import type { AccessSettings } from "./access/access-settings.ts";
import type { ConnectionTester } from "./settings/connection-tester.ts";
import type { KeyRing } from "./settings/key-ring.ts";
import type { LogReader } from "./log-reader.ts";
import type { Preflighter } from "./preflighter.ts";
import type { TriggerDeps } from "./trigger.ts";

export interface ApiOptions extends TriggerDeps {
  /** Bearer token that every request but liveness must carry. */
  readonly token: string;
  readonly version: string;
  /** In PEM; absent: no TLS. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** Believe proxies on this machine and in private networks who a request comes from. */
  readonly trustProxy?: boolean;
  /** Connections, and streams among them, at once; absent: as many as come. */
  readonly limits?: { readonly connections: number; readonly streams: number };
  /** Told of each request when it has been answered. */
  onAnswered?(request: AnsweredRequest): void;
  /** Settles once the first user of a new installation is there: nobody is refused, and nothing is ready, before. Absent: it is. */
  readonly firstUser?: Promise<void>;
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
  /** Has this file of DAGs read again, changed or not, and does not wait for that; absent: nobody reads files here. */
  readonly reloadFile?: (file: string) => void;
  /** What the installation tells about itself; absent: nothing is known of it. */
  readonly installation?: Installation;
  /** The built web interface; absent: a page that greets, and nothing else for browsers. */
  readonly webFolder?: string;
  /** Reads logs of attempts; absent: there are none here. */
  readonly logs?: LogReader;
  /** What the author wrote in the file of a version; null: it is no longer kept. Absent: nothing is. */
  readonly readSource?: (version: { readonly bundlePath: string; readonly file: string }) => Promise<string | null>;
  /** Asks operators what their jobs lack, in processes of its own; absent: nobody does here. */
  readonly preflight?: Preflighter;
  /** Told of errors that are the server's own. */
  onError(error: unknown): void;
}

/** A line of the access log. Of the address only what our own table says: what a client wrote into it may be a secret. */
export interface AnsweredRequest {
  readonly requestId: string;
  readonly operation: string;
  readonly method: string;
  readonly status: number;
  readonly millis: number;
  readonly from: string;
}
