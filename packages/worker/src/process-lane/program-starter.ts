/** How the spawner starts programs: a contract, since the quick way of doing it is not there on every system. */

/** Nothing else is inherited. */
export interface Program {
  /** A path, relative to `cwd` if it is not absolute; or a name, which is looked up in the `PATH` of `env`. */
  readonly file: string;
  readonly argv: readonly string[];
  readonly env: { readonly [name: string]: string | undefined };
  readonly cwd: string;
  /** An open file: standard output and standard error. Standard input is empty. */
  readonly output: number;
}

/** One of the two is called, once, and never before `start` has returned. */
export interface ProgramWatcher {
  /** One of the two is null. */
  exited(code: number | null, signal: NodeJS.Signals | null): void;
  /** It could not be started. */
  failed(error: NodeJS.ErrnoException): void;
}

export interface ProgramStarter {
  /**
   * The program leads a session and a process group of its own, has no other file open, and no signal blocked or ignored.
   * Its process id; null: `failed` follows.
   * @throws Error for what no program can be given (a NUL character, say).
   */
  start(program: Program, watcher: ProgramWatcher): number | null;
}
