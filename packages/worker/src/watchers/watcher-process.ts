/** The process that runs the watchers of one bundle, as the worker sees it. */
import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import type { Json, Micros, TaskQuestion, WantedWatcher } from "@momiji/core";
import { forkSibling } from "../sibling-process.ts";
import type { FromWatchers, Seen, ToWatchers, WatcherSettings } from "./watcher-protocol.ts";

export interface WatcherProcessOptions {
  readonly env: { readonly [name: string]: string | undefined };
  readonly settings: WatcherSettings;
  readonly memoryMiB: number;
  readonly ask: (question: TaskQuestion) => Promise<Json | undefined>;
  seen(id: number, seen: Seen): Promise<void>;
  failed(id: number, message: string): void;
  stopped(id: number): void;
  said(id: number | null, level: string, message: string): void;
  /** It is gone; `why` holds the last words of its standard error. */
  ended(why: string): void;
}

const TAIL_CHARACTERS = 2000;

export class WatcherProcess {
  readonly #options: WatcherProcessOptions;
  readonly #process: ChildProcess;
  #lastWords = "";

  constructor(options: WatcherProcessOptions) {
    this.#options = options;
    this.#process = forkSibling({
      from: import.meta.url,
      module: "./watchers-main",
      args: [JSON.stringify(options.settings)],
      env: options.env,
      flags: [`--max-old-space-size=${options.memoryMiB}`],
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    this.#listen();
  }

  watch(id: number, wanted: WantedWatcher, now: Micros): void {
    this.#tell(["watch", id, wanted, now]);
  }

  stop(id: number): void {
    this.#tell(["stop", id]);
  }

  /** With everything that its watchers have started. */
  kill(): void {
    const { pid } = this.#process;
    if (this.#process.connected) this.#process.disconnect();
    if (pid === undefined || this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    try {
      process.kill(-pid, "SIGKILL");
    } catch {
      // It has ended at this moment.
    }
  }

  #listen(): void {
    const child = this.#process;
    const { said } = this.#options;
    child.on("message", (message) => this.#hear(message as FromWatchers));
    if (child.stdout !== null) createInterface({ input: child.stdout }).on("line", (line) => said(null, "info", line));
    child.stderr?.on("data", (bytes: Buffer) => {
      this.#lastWords = (this.#lastWords + bytes.toString("utf8")).slice(-TAIL_CHARACTERS);
    });
    let hasEnded = false;
    const end = (why: string): void => {
      if (hasEnded) return;
      hasEnded = true;
      this.#options.ended(why);
    };
    child.once("error", (error) => end(error.message));
    child.once("close", (code, signal) => {
      const words = this.#lastWords.trim().split("\n").slice(-3).join(" ");
      end(`its process ended (${signal ?? `exit code ${code}`})${words === "" ? "" : `: ${words}`}`);
    });
  }

  #hear(message: FromWatchers): void {
    const { failed, stopped, said } = this.#options;
    switch (message[0]) {
      case "seen":
        return void this.#keep(message[1], message[2]);
      case "failed":
        return failed(message[1], message[2]);
      case "stopped":
        return stopped(message[1]);
      case "said":
        return said(message[1], message[2], message[3]);
      case "ask":
        return void this.#answer(message[1], message[2]);
    }
  }

  async #keep(id: number, seen: Seen): Promise<void> {
    await this.#options.seen(id, seen);
    this.#tell(["kept", id]);
  }

  async #answer(number: number, question: TaskQuestion): Promise<void> {
    try {
      const value = await this.#options.ask(question);
      this.#tell(value === undefined ? ["answer", number] : ["answer", number, value]);
    } catch (error) {
      this.#tell(["refuse", number, { message: error instanceof Error ? error.message : String(error) }]);
    }
  }

  #tell(message: ToWatchers): void {
    // A process that dies at this moment is noticed by its end.
    if (this.#process.connected) this.#process.send(message, () => {});
  }
}
