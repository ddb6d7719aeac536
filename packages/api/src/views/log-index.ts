/** What there is in a log: how many lines of which level, from where, where the errors are, and its groups. */
import type { LogRecord } from "@momiji/core";
import type { LogName, LogReader } from "../log-reader.ts";
import { lastOf } from "./log-lines.ts";

/** Lines that belong together, as `::group::TITLE` and `::endgroup::` around them say. */
export interface LogGroup {
  readonly from: number;
  /** Null: it has not ended. */
  readonly to: number | null;
  readonly title: string;
}

export interface LogIndex {
  readonly lines: number;
  readonly characters: number;
  readonly last: number;
  readonly levels: { readonly [level: string]: number };
  readonly errors: readonly number[];
  readonly sources: readonly string[];
  readonly groups: readonly LogGroup[];
}

/** Errors and groups whose numbers are listed. */
const MOST_ERRORS = 1_000;
const MOST_GROUPS = 1_000;

/** Of logs that have ended, which are looked at again and again. */
const MOST_KEPT = 200;

export class LogIndexes {
  readonly #logs: LogReader;
  readonly #kept = new Map<string, LogIndex>();

  constructor(logs: LogReader) {
    this.#logs = logs;
  }

  /** @param isOver no line follows, but for one that was late */
  async of(name: LogName, isOver: boolean): Promise<LogIndex> {
    const key = JSON.stringify(name);
    const kept = this.#kept.get(key);
    if (isOver && kept !== undefined && kept.last === (await lastOf(this.#logs, name))) return kept;
    const index = await indexOf(this.#logs, name);
    if (isOver) this.#keep(key, index);
    return index;
  }

  #keep(key: string, index: LogIndex): void {
    this.#kept.delete(key);
    this.#kept.set(key, index);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) return;
      this.#kept.delete(oldest);
    }
  }
}

async function indexOf(logs: LogReader, name: LogName): Promise<LogIndex> {
  const levels: { [level: string]: number } = {};
  const sources = new Set<string>();
  const errors: number[] = [];
  const groups = new Groups();
  let [lines, characters, last] = [0, 0, 0];
  for await (const batch of logs.read(name, 1)) {
    for (const record of batch) {
      const { seq, level, source, message } = record;
      lines++;
      characters += message.length;
      last = seq;
      levels[level] = (levels[level] ?? 0) + 1;
      sources.add(source);
      groups.take(record);
      if (level === "error" && errors.length < MOST_ERRORS) errors.push(seq);
    }
  }
  return { lines, characters, last, levels, errors, sources: [...sources].toSorted(), groups: groups.found };
}

const GROUP = "::group::";

class Groups {
  readonly found: { readonly from: number; to: number | null; readonly title: string }[] = [];
  readonly #open: number[] = [];

  take({ seq, message }: LogRecord): void {
    if (!message.startsWith("::")) return;
    if (message.startsWith(GROUP) && this.found.length < MOST_GROUPS) {
      this.#open.push(this.found.length);
      this.found.push({ from: seq, to: null, title: message.slice(GROUP.length) });
    } else if (message.startsWith("::endgroup::")) {
      const group = this.found[this.#open.pop() ?? -1];
      if (group !== undefined) group.to = seq;
    }
  }
}
