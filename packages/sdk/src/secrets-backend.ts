/**
 * A place outside of Momiji that keeps variables and connections: a vault, a service of a cloud, files. It is asked before
 * the environment and the store. Its module is named by the setting `secrets.backend` and exports a `SecretsBackendFactory`
 * as default.
 */
import type { Json } from "@momiji/core";

export interface SecretsBackend {
  /** For messages, such as `vault at https://vault.example`; never with a secret in it. */
  readonly name: string;
  /** Undefined: it has none of this name. Rejects: it could not be asked. Either way the next place is asked. */
  variable?(key: string): Promise<string | undefined>;
  /** The same of a connection: its URI, its JSON as text, or an object of Airflow's fields (`conn_type`, `host`, ...). */
  connection?(id: string): Promise<Json | undefined>;
  /** The process ends. */
  close?(): Promise<void> | void;
}

export interface SecretsBackendContext {
  /** The working folder: what paths in the options are relative to. */
  readonly cwd: string;
}

/** `options`: the setting `secrets.backendKwargs`. What it throws ends the command or the server that opens it. */
export type SecretsBackendFactory = (
  options: { readonly [name: string]: Json },
  context: SecretsBackendContext,
) => SecretsBackend | Promise<SecretsBackend>;
