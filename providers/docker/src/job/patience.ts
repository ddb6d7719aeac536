/** Waits for an engine that stopped answering: ever longer, not for ever, and not silently. */
import { setTimeout as sleep } from "node:timers/promises";
import type { JobContext } from "@momiji/sdk";
import { DockerError } from "../docker-error.ts";

const FIRST_MILLIS = 200;
const LONGEST_MILLIS = 15_000;
const DEFAULT_RECONNECT_SECONDS = 3600;

export class Patience {
  readonly #ctx: Pick<JobContext, "now" | "say" | "signal">;
  readonly #limitSeconds: number;
  #began: ReturnType<JobContext["now"]> | null = null;
  #next = FIRST_MILLIS;
  #wasTried = false;
  readonly #said = new Set<string>();

  constructor(ctx: Pick<JobContext, "now" | "say" | "signal">, limitSeconds = DEFAULT_RECONNECT_SECONDS) {
    this.#ctx = ctx;
    this.#limitSeconds = limitSeconds;
  }

  /** Whether the engine was away at least once. */
  get wasTried(): boolean {
    return this.#wasTried;
  }

  /** Throws the error when it has lasted too long. */
  async wait(error: DockerError): Promise<void> {
    const now = this.#ctx.now();
    // A connection that is cut and an engine that refuses the next one are two things to know.
    if (!this.#said.has(error.message))
      this.#ctx.say(`${error.message}; asking again for up to ${this.#limitSeconds} s`, "warning");
    this.#said.add(error.message);
    this.#began ??= now;
    this.#wasTried = true;
    if (now.since(this.#began).total("seconds") > this.#limitSeconds) {
      const words = `${error.message}, for more than ${this.#limitSeconds} s: whether the container still runs is not known`;
      throw new DockerError(error.code, words, { cause: error });
    }
    await this.pause();
  }

  /** Something that happens at once again and again must not keep a processor busy. */
  async pause(): Promise<void> {
    // Many that lost the same engine do not all come back in the same moment.
    const millis = this.#next * (0.5 + Math.random() / 2);
    this.#next = Math.min(LONGEST_MILLIS, this.#next * 2);
    await sleep(millis, undefined, { signal: this.#ctx.signal });
  }

  /** The engine has answered. */
  calm(): void {
    if (this.#began !== null) this.#ctx.say("the Docker engine answers again");
    this.#began = null;
    this.#said.clear();
    this.#next = FIRST_MILLIS;
  }
}
