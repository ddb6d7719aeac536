/** How many containers an engine made and started for each attempt, by its own events. */
import type { IncomingMessage } from "node:http";
import { createInterface } from "node:readline";
import { ATTEMPT_LABEL } from "./container/container-name.ts";
import type { EngineClient } from "./engine/engine-client.ts";

interface EngineEvent {
  readonly Action: string;
  readonly Actor: { readonly Attributes?: { readonly [label: string]: string } };
}

export class ContainerStarts {
  readonly #stream: IncomingMessage;
  readonly #starts = new Map<string, number>();

  private constructor(stream: IncomingMessage) {
    this.#stream = stream;
    const lines = createInterface({ input: stream });
    lines.on("line", (line) => this.#hear(JSON.parse(line) as EngineEvent));
    // It is destroyed in the end.
    for (const each of [stream, lines]) each.on("error", () => undefined);
  }

  /** From now on. `label`: only of containers that have this one. */
  static async watch(engine: EngineClient, ...label: readonly string[]): Promise<ContainerStarts> {
    const filters = JSON.stringify({ type: ["container"], event: ["start"], label: [ATTEMPT_LABEL, ...label] });
    const signal = new AbortController().signal;
    return new ContainerStarts(await engine.stream("GET", "/events", { query: { filters }, signal }));
  }

  of(attemptId: string): number {
    return this.#starts.get(attemptId) ?? 0;
  }

  /** Of each attempt that had any. */
  all(): number[] {
    return [...this.#starts.values()];
  }

  close(): void {
    this.#stream.destroy();
  }

  #hear({ Actor: { Attributes = {} } }: EngineEvent): void {
    const attemptId = Attributes[ATTEMPT_LABEL];
    if (attemptId !== undefined) this.#starts.set(attemptId, this.of(attemptId) + 1);
  }
}
