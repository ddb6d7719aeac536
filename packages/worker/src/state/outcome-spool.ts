/** Keeps each outcome on disk until the engine has said that it holds it: a scheduler that is down loses no result. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { type AttemptEvent, DAY, type LastEvent, type Micros } from "@momiji/core";
import { listState, readJsonLines } from "./generation.ts";
import { Journal } from "./journal.ts";

export type FinishedEvent = Extract<AttemptEvent, { readonly type: "finished" }>;

/** An outcome that no engine has asked for in this time belongs to nobody any more. */
const KEEP = 30 * DAY;

type Line = readonly ["kept", LastEvent] | readonly ["forgotten", readonly string[]];

export interface SpoolOptions {
  readonly folder: string;
  readonly generation: number;
  readonly now: Micros;
  readonly warn: (message: string) => void;
}

export class OutcomeSpool {
  readonly #kept: Map<string, LastEvent>;
  readonly #journal: Journal;

  /** Takes over what earlier generations kept. */
  constructor({ folder, generation, now, warn }: SpoolOptions) {
    const earlier = listState(folder).filter((file) => file.kind === "outcomes");
    this.#kept = readKept(earlier.map((file) => file.path));
    for (const [id, event] of this.#kept) if (event.at < now - KEEP) this.#kept.delete(id);
    const live = (): Line[] => [...this.#kept.values()].map((event) => ["kept", event] as const);
    this.#journal = new Journal({ path: join(folder, `outcomes-${generation}.ndjson`), live, warn });
    for (const file of earlier) rmSync(file.path, { force: true });
  }

  get(attemptId: string): LastEvent | undefined {
    return this.#kept.get(attemptId);
  }

  /** Written before it returns. */
  keep(events: readonly LastEvent[]): void {
    const fresh = events.filter((event) => this.#kept.get(event.attemptId) !== event);
    for (const event of fresh) this.#kept.set(event.attemptId, event);
    if (fresh.length > 0) this.#journal.append(fresh.map((event) => ["kept", event]));
  }

  forget(attemptIds: readonly string[]): void {
    const known = attemptIds.filter((id) => this.#kept.delete(id));
    if (known.length > 0) this.#journal.append([["forgotten", known]]);
  }

  close(): void {
    this.#journal.close();
  }
}

function readKept(paths: readonly string[]): Map<string, LastEvent> {
  const kept = new Map<string, LastEvent>();
  for (const line of paths.flatMap(readJsonLines) as Line[]) {
    if (line[0] === "kept") kept.set(line[1].attemptId, line[1]);
    else for (const id of line[1]) kept.delete(id);
  }
  return kept;
}
