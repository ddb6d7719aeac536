/** The worker's side of the spawner: starts it when it is first needed, and again if it should die. */
import type { ChildProcess } from "node:child_process";
import { forkSibling } from "../sibling-process.ts";
import type { FromSpawner, Refusal, SpawnerSettings, SpawnOrder, ToSpawner } from "./spawner-protocol.ts";

/** Told what becomes of one command. */
export interface CommandWatcher {
  started(pid: number): void;
  exited(code: number | null, signal: NodeJS.Signals | null): void;
  refused(refusal: Refusal): void;
  /** The spawner is gone, so nobody will ever know how the command ends. */
  orphaned(): void;
}

export interface SpawnerOptions {
  readonly env: { readonly [name: string]: string | undefined };
  /** Each spawner keeps a record of its own. */
  readonly settings: (number: number) => SpawnerSettings;
  readonly warn: (message: string) => void;
}

/** A small heap, and no compiler that takes more than it gives for a few lines of code. */
const SMALL = ["--max-old-space-size=32", "--max-semi-space-size=1", "--no-opt"];

/** `node:ffi` is experimental; what happens without it is decided, see `posix-spawn.ts`. */
const FLAGS = [...SMALL, "--disable-warning=ExperimentalWarning"];

export class Spawner {
  readonly #options: SpawnerOptions;
  readonly #watchers = new Map<string, CommandWatcher>();
  readonly #fifos = new Map<string, (error: Error | null) => void>();
  #process: ChildProcess | null = null;
  #number = 0;
  #outgoing: ToSpawner[] = [];

  constructor(options: SpawnerOptions) {
    this.#options = options;
  }

  /** Starts the process if it does not run. */
  warm(): void {
    this.#process ??= this.#fork();
  }

  spawn(order: SpawnOrder, watcher: CommandWatcher): void {
    this.#watchers.set(order.id, watcher);
    this.#tell(["spawn", order]);
  }

  /** Starts it when one that runs has ended, without being told of either. */
  lineUp(order: SpawnOrder, watcher: CommandWatcher): void {
    this.#watchers.set(order.id, watcher);
    this.#tell(["line-up", order]);
  }

  /** Starts one that is lined up; nothing happens if it has started already. */
  begin(id: string): void {
    this.#tell(["begin", id]);
  }

  /** Its watcher is told that it was refused, or that it has started before this was heard. */
  withdraw(id: string): void {
    this.#tell(["withdraw", id]);
  }

  async makeFifos(paths: readonly string[]): Promise<void> {
    const made = Promise.withResolvers<void>();
    this.#fifos.set(paths[0] ?? "", (error) => (error === null ? made.resolve() : made.reject(error)));
    this.#tell(["fifos", paths]);
    await made.promise;
  }

  /** The spawner ends what still runs, then itself. */
  stop(): void {
    const child = this.#process;
    if (child?.connected === true) child.disconnect();
    child?.unref();
    this.#process = null;
  }

  #tell(message: ToSpawner): void {
    if (this.#outgoing.push(message) === 1) queueMicrotask(() => this.#send());
  }

  /** What is due in the same turn goes in one message. */
  #send(): void {
    const messages = this.#outgoing;
    this.#outgoing = [];
    this.warm();
    this.#process?.send(messages, () => {});
  }

  #fork(): ChildProcess {
    const { env, settings } = this.#options;
    const args = [JSON.stringify(settings(++this.#number))];
    const stdio = ["ignore", "ignore", "inherit", "ipc"] as const;
    const child = forkSibling({
      from: import.meta.url,
      module: "./spawner-main",
      args,
      env,
      flags: FLAGS,
      stdio: [...stdio],
    });
    child.on("message", (messages) => {
      for (const message of messages as readonly FromSpawner[]) this.#hear(message);
    });
    child.once("error", (error) => this.#lost(child, `the spawner could not be started: ${error.message}`));
    child.once("exit", (code, signal) => this.#lost(child, `the spawner ended (${signal ?? `exit code ${code}`})`));
    return child;
  }

  #hear(message: FromSpawner): void {
    if (message[0] === "fifos") {
      const [, paths, error] = message;
      this.#settleFifos(
        paths[0] ?? "",
        error === null ? null : new Error(`named pipes for output could not be made: ${error}`),
      );
      return;
    }
    const id = message[1];
    const watcher = this.#watchers.get(id);
    if (message[0] === "started") {
      watcher?.started(message[2]);
      return;
    }
    this.#watchers.delete(id);
    if (message[0] === "exited") watcher?.exited(message[2], message[3]);
    else watcher?.refused(message[2]);
  }

  #settleFifos(key: string, error: Error | null): void {
    const settle = this.#fifos.get(key);
    this.#fifos.delete(key);
    settle?.(error);
  }

  #lost(child: ChildProcess, reason: string): void {
    if (this.#process !== child) return;
    this.#process = null;
    this.#options.warn(reason);
    for (const key of this.#fifos.keys()) this.#settleFifos(key, new Error(reason));
    const watchers = [...this.#watchers.values()];
    this.#watchers.clear();
    for (const watcher of watchers) watcher.orphaned();
  }
}
