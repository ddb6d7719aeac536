/** The line of a log that most likely says why an attempt failed. */
import type { LogRecord } from "@momiji/core";
import type { LogName, LogReader } from "../log-reader.ts";
import { lastLines, lastOf } from "./log-lines.ts";

/** Addresses that a process writes when it breaks down: they say where in its machine code it was, and nobody why. */
const MACHINE_FRAME = /^\s*\d+: 0x[\da-f]+ |^-{3,}.*-{3,}$/;

/** What the program said tells more than what Momiji says of it; before it ends with an exit code it mostly says why. */
export function headlineOf(excerpt: readonly LogRecord[], code: string): string | null {
  const said = excerpt.filter(({ message }) => message.trim() !== "" && !MACHINE_FRAME.test(message));
  const ofProgram = said.filter(({ source }) => source !== "momiji");
  const isTelling = ({ level, source }: LogRecord): boolean => level === "error" || source === "stderr";
  const lastWords = code === "exit_code" ? ofProgram.at(-1) : undefined;
  const record = ofProgram.findLast(isTelling) ?? lastWords ?? said.findLast(isTelling);
  // Of an error the places in the code follow.
  return record?.message.trim().split("\n", 1)[0] ?? null;
}

/** Lines from the end that are looked at, and attempts whose line is kept: the log of one that is over changes no more. */
const LOOKED_AT = 100;
const KEPT = 1_000;

/** For lists of failures: what the programs of attempts that are over said, each read once; lists know themselves what Momiji says. */
export class FailureHeadlines {
  readonly #logs: LogReader | undefined;
  readonly #kept = new Map<string, string | null>();

  constructor(logs: LogReader | undefined) {
    this.#logs = logs;
  }

  /** Null: the log says nothing of it, or cannot be read. */
  async of(attemptId: string, name: LogName, code: string): Promise<string | null> {
    const known = this.#kept.get(attemptId);
    if (known !== undefined) return known;
    const line = await this.#read(name, code).catch(() => undefined);
    // A log that cannot be read now spoils no list, and may be there the next time.
    if (line === undefined) return null;
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= KEPT && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(attemptId, line);
    return line;
  }

  async #read(name: LogName, code: string): Promise<string | null> {
    if (this.#logs === undefined) return null;
    const last = await lastOf(this.#logs, name);
    const lines = await lastLines(this.#logs, name, { before: last + 1, count: LOOKED_AT, filter: {} });
    return headlineOf(
      lines.filter(({ source }) => source !== "momiji"),
      code,
    );
  }
}
