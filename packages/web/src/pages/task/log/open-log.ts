/** A log that somebody reads: its lines as they are looked at, what is known of it, and what is added meanwhile. */
import type { LogLine } from "@momiji/client";
import { type LogIndex, NOTHING_KNOWN, withLines } from "./log-facts.ts";
import type { LogSource, Wanted } from "./log-source.ts";
import { LogWindow } from "./log-window.ts";

/** Lines of the first answer. */
const FIRST = 500;

/** Lines of an answer when some were missed. */
const MISSED = 10_000;

/** Lines that come together are drawn together. */
const BURST_MILLIS = 80;

export type Opening = "start" | "end" | number;

export interface OpenLogState {
  /** Null: nothing has been read yet. */
  readonly count: number | null;
  /** Null: not known yet. */
  readonly facts: LogIndex | null;
  readonly error: Error | null;
  /** Lines that were there when it was opened: what follows is told by live events. */
  readonly openedWith: number | null;
}

export class OpenLog {
  readonly source: LogSource;
  readonly #window: LogWindow;
  readonly #listeners = new Set<() => void>();
  #state: OpenLogState = { count: null, facts: null, error: null, openedWith: null };
  /** As listeners were told last. */
  #shown = this.#state;
  /** Lines that came before it was known what is before them. */
  #early: LogLine[] = [];
  #isOpen = false;
  #telling: ReturnType<typeof setTimeout> | null = null;

  constructor(source: LogSource) {
    this.source = source;
    const read = async (place: number, limit: number) => (await source.page({ from: place + 1, limit })).lines;
    this.#window = new LogWindow(read, () => this.#change({}));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): OpenLogState => this.#shown;

  /** @param number from 1 @returns undefined: it is being read */
  readonly line = (number: number): LogLine | undefined => this.#window.line(number - 1);

  readonly known = (number: number): LogLine | undefined => this.#window.known(number - 1);

  /** Once; later calls do nothing, unless it could not be read. */
  async open(at: Opening): Promise<void> {
    if (this.#isOpen) return;
    this.#isOpen = true;
    try {
      const { lines, count } = await this.source.page(wantedOf(at));
      this.#window.put((lines[0]?.n ?? 1) - 1, lines);
      const isWhole = lines.length === count;
      this.#change({
        count,
        openedWith: count,
        error: null,
        ...(isWhole ? { facts: withLines(NOTHING_KNOWN, lines) } : {}),
      });
      if (!isWhole) await this.#learn();
    } catch (error) {
      this.#isOpen = false;
      this.#change({ error: error as Error });
    }
  }

  /** What was added. Lines that are here already are passed over. */
  append(lines: readonly LogLine[]): void {
    const { count } = this.#state;
    const fresh = lines.filter(({ n }) => n > (count ?? 0));
    const last = fresh.at(-1);
    if (count === null || last === undefined) return;
    this.#window.put((fresh[0]?.n ?? 1) - 1, fresh);
    const { facts } = this.#state;
    if (facts === null) this.#early.push(...fresh);
    this.#change({ count: last.n, ...(facts === null ? {} : { facts: withLines(facts, fresh) }) });
  }

  /** It has ended: what nobody told of is read. */
  async catchUp(): Promise<void> {
    for (let count = this.#state.count; count !== null; count = this.#state.count) {
      const { lines } = await this.source.page({ from: count + 1, limit: MISSED });
      this.append(lines);
      if (lines.length < MISSED) return;
    }
  }

  async #learn(): Promise<void> {
    const index = await this.source.index();
    const facts = withLines(
      index,
      this.#early.filter(({ n }) => n > index.last),
    );
    this.#early = [];
    this.#change({ facts, count: Math.max(this.#state.count ?? 0, index.last) });
  }

  #change(change: Partial<OpenLogState>): void {
    this.#state = { ...this.#state, ...change };
    if (this.#telling === null) this.#tell();
  }

  /** At once, and again when the burst is over. */
  #tell(): void {
    this.#shown = this.#state;
    for (const listener of this.#listeners) listener();
    this.#telling = setTimeout(() => {
      this.#telling = null;
      if (this.#shown !== this.#state) this.#tell();
    }, BURST_MILLIS);
  }
}

function wantedOf(at: Opening): Wanted {
  if (at === "end") return { tail: FIRST };
  return { from: at === "start" ? 1 : Math.max(1, at - FIRST / 2), limit: FIRST };
}
