/** What passes between the worker and its spawner: arrays of messages, each a small array. */

/** A command to start. */
export interface SpawnOrder {
  readonly id: string;
  readonly argv: readonly [string, ...string[]];
  readonly env: { readonly [name: string]: string };
  /** Whether the spawner's own environment lies below `env`. */
  readonly inheritEnv: boolean;
  /** Null: a new empty folder, removed afterwards. */
  readonly cwd: string | null;
  /** A named pipe whose other end the worker has open: standard output and standard error. */
  readonly output: string;
}

export type ToSpawner =
  | readonly ["spawn", SpawnOrder]
  /** To be started in the same moment in which a command that runs ends. */
  | readonly ["line-up", SpawnOrder]
  /** Start it now, if it is lined up still. */
  | readonly ["begin", id: string]
  /** Refuse it, if it is lined up still. */
  | readonly ["withdraw", id: string]
  | readonly ["fifos", readonly string[]];

export type FromSpawner =
  | readonly ["started", id: string, pid: number]
  | readonly ["exited", id: string, code: number | null, signal: NodeJS.Signals | null]
  /** It could not be started. */
  | readonly ["refused", id: string, refusal: Refusal]
  /** The named pipes exist now; or why they could not be made. */
  | readonly ["fifos", paths: readonly string[], error: string | null];

/** `cwd`: the folder is not there; `spawn`: the program cannot be started; `withdrawn`: it was not wanted any more. */
export interface Refusal {
  readonly code: "cwd" | "spawn" | "withdrawn";
  readonly message: string;
}

/** Told to the spawner at its start. */
export interface SpawnerSettings {
  /** File for the record of running commands. */
  readonly record: string;
  /** Folder for the working folders of commands that have none. */
  readonly workFolder: string;
  /** Starts commands only by Node's own way: one that knew a quicker way has died. */
  readonly isCautious: boolean;
  /** Between SIGTERM and SIGKILL when the worker has vanished. */
  readonly graceMillis: number;
}
