/**
 * A real `momiji standalone` from source for tests, on a home and a DAG folder of its own, ended when the test ends. What
 * tests wait for are its words, its end, and changes of its store; never time.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));
const NODE = [process.execPath, "--conditions=source", "--disable-warning=ExperimentalWarning", MAIN];

/** A DAG that has nothing to do with what goes wrong beside it. */
const GOOD_DAG = `import { dag } from "momiji";
import { bash } from "momiji/operators";
export default dag({ id: "good", isPausedUponCreation: false }, () => void bash("hello", { command: "echo good" }));
`;

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Place {
  readonly folder: string;
  readonly home: string;
  readonly dags: string;
}

/** Takes down what was set up: after the test, or after all of a file. */
export type AtEnd = (takeDown: () => void | Promise<void>) => void;

/** A new folder with a DAG folder in it; `files`: name to content of DAG files, beside the good one. */
export function newPlace(files: { readonly [name: string]: string } = {}, atEnd: AtEnd = onTestFinished): Place {
  const folder = mkdtempSync(join(tmpdir(), "momiji-bad-"));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const dags = join(folder, "dags");
  mkdirSync(dags);
  for (const [name, content] of Object.entries({ "good.ts": GOOD_DAG, ...files }))
    writeFileSync(join(dags, name), content);
  return { folder, home: join(folder, "home"), dags };
}

export interface ServerOptions {
  readonly args?: readonly string[];
  /** Settings, as environment variables. */
  readonly settings?: { readonly [variable: string]: string };
  /** Run by a shell of its own mount namespace before the server takes the shell's place. */
  readonly mount?: string;
  /** Absent: it is killed after the test. */
  readonly atEnd?: AtEnd;
}

export class TestServer {
  readonly place: Place;
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;
  readonly #words = new EventEmitter();
  #stdout = "";
  #stderr = "";

  constructor(place: Place, { args = [], settings = {}, mount, atEnd = onTestFinished }: ServerOptions = {}) {
    this.place = place;
    const words = [...NODE, "standalone", "--home", place.home, "--dags", place.dags, "--port", "0", ...args];
    const [file = "", ...rest] =
      mount === undefined ? words : [...NAMESPACE, "sh", "-ec", `${mount}; exec "$@"`, "sh", ...words];
    this.#child = spawn(file, rest, {
      cwd: place.folder,
      env: { ...process.env, ...settings },
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child.stdout?.on("data", (text: Buffer) => {
      this.#stdout += text.toString();
      this.#words.emit("more");
    });
    this.#child.stderr?.on("data", (text: Buffer) => {
      this.#stderr += text.toString();
      this.#words.emit("more");
    });
    this.#ended = once(this.#child, "close").then(([code]) => code as number | null);
    atEnd(() => this.#kill());
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get stderr(): string {
    return this.#stderr;
  }

  /** The home as others see it, who are not in the server's mount namespace. */
  get visibleHome(): string {
    return `/proc/${this.pid}/root${this.place.home}`;
  }

  /** Resolves when all DAG files have been read once. */
  async loaded(): Promise<this> {
    while (!this.#stdout.includes(" loaded; ")) await this.#moreWords();
    return this;
  }

  /** Resolves when the server has said something like this on standard error. */
  async says(pattern: RegExp): Promise<void> {
    while (!pattern.test(this.#stderr)) await this.#moreWords();
  }

  /** Resolves when it has ended by itself. */
  async ended(): Promise<Ended> {
    const code = await this.#ended;
    return { code, stdout: this.#stdout, stderr: this.#stderr };
  }

  async stop(): Promise<Ended> {
    this.#child.kill("SIGTERM");
    return this.ended();
  }

  async trigger(dagId: string): Promise<string> {
    const run = (await this.request("POST", `/dags/${dagId}/dagRuns`, {})) as { dag_run_id: string };
    return run.dag_run_id;
  }

  /** Triggers a run and resolves with its state when it has ended. */
  async run(dagId: string): Promise<{ runId: string; state: string }> {
    const runId = await this.trigger(dagId);
    return { runId, state: await this.endOf(dagId, runId) };
  }

  async endOf(dagId: string, runId: string): Promise<string> {
    return this.onceStored(async () => {
      const { state } = (await this.request("GET", `/dags/${dagId}/dagRuns/${runId}`)) as { state: string };
      return state === "success" || state === "failed" ? state : undefined;
    });
  }

  /** Looks now and after each change of the store, or of what tasks write beside the home, until there is something to see. */
  async onceStored<T>(look: () => Promise<T | undefined>): Promise<T> {
    const changes = new Changes([this.visibleHome, this.place.folder]);
    try {
      for (;;) {
        const found = await look();
        if (found !== undefined) return found;
        await Promise.race([
          changes.next(),
          this.#ended.then(() => Promise.reject(new Error(`the server has ended: ${this.#stderr}`))),
        ]);
      }
    } finally {
      changes.close();
    }
  }

  get address(): string {
    return this.#served().address;
  }

  #served(): { readonly address: string; readonly token: string } {
    return JSON.parse(readFileSync(join(this.visibleHome, "server.json"), "utf8")) as {
      address: string;
      token: string;
    };
  }

  /** @param path below `/api/v2`, or whole: `/api/momiji/v1/...`, `/auth/...` */
  async request(method: "GET" | "POST" | "PATCH", path: string, body?: unknown): Promise<unknown> {
    const { address, token } = this.#served();
    const url = `${address}${/^\/(?:api|auth)\//.test(path) ? "" : "/api/v2"}${path}`;
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    };
    const response = await fetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  }

  /** The one task of a run, as `tasks states-for-dag-run` shows it. */
  async task(dagId: string, runId: string): Promise<{ readonly state: string; readonly message: string | null }> {
    const { stdout } = await momiji(this.visibleHome, "tasks", "states-for-dag-run", dagId, runId, "--output", "json");
    return (JSON.parse(stdout) as [{ state: string; message: string | null }])[0];
  }

  async log(dagId: string, runId: string, taskId: string): Promise<string> {
    return (await momiji(this.visibleHome, "tasks", "logs", dagId, runId, taskId)).stdout;
  }

  async #moreWords(): Promise<void> {
    const isOver = await Promise.race([once(this.#words, "more").then(() => false), this.#ended.then(() => true)]);
    if (isOver) throw new Error(`the server has ended: ${this.#stderr}`);
  }

  async #kill(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#ended;
  }
}

/** What `momiji ARGS` prints on a home, and how it ends. */
export async function momiji(home: string, ...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [...NODE.slice(1), ...args, "--home", home], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (text: Buffer) => (stdout += text.toString()));
  child.stderr.on("data", (text: Buffer) => (stderr += text.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, stdout, stderr };
}

/** A mount namespace of one's own; who is not root needs a user namespace for it. */
export const NAMESPACE = ["unshare", ...(process.getuid?.() === 0 ? [] : ["--map-root-user"]), "--mount"];

/** Notices of changes in folders; one that comes while nobody waits is kept. */
class Changes {
  readonly #watchers: readonly ReturnType<typeof watch>[];
  #rang = false;
  #wake: () => void = () => {};

  constructor(folders: readonly string[]) {
    const onChange = (): void => {
      this.#rang = true;
      this.#wake();
    };
    this.#watchers = folders.map((folder) => watch(folder, onChange));
  }

  async next(): Promise<void> {
    if (!this.#rang) await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#rang = false;
  }

  close(): void {
    for (const watcher of this.#watchers) watcher.close();
  }
}
