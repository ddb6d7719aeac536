/** How far a long command has come: one line that is written over on a terminal, nothing where nobody watches. */
import type { Terminal } from "./context.ts";

export interface Progress {
  /** Written at most ten times a second. */
  show(text: string): void;
  /** Takes the line away. */
  done(): void;
}

const EVERY_MICROS = 100_000;
const CLEAR_LINE = "\r\u001b[2K";

export function progressOf(terminal: Pick<Terminal, "warn" | "isTerminal">, now: () => number): Progress {
  if (!terminal.isTerminal) return { show: () => undefined, done: () => undefined };
  let shownAt = Number.NEGATIVE_INFINITY;
  let isShown = false;
  return {
    show(text) {
      if (now() - shownAt < EVERY_MICROS) return;
      shownAt = now();
      isShown = true;
      terminal.warn(`${CLEAR_LINE}${text}`);
    },
    done() {
      if (isShown) terminal.warn(CLEAR_LINE);
      isShown = false;
    },
  };
}

/** Shows how long something takes that cannot say how far it is. */
export async function withElapsed<Result>(
  what: string,
  { terminal, clock }: { terminal: Pick<Terminal, "warn" | "isTerminal">; clock: ElapsedClock },
  work: () => Promise<Result>,
): Promise<Result> {
  const progress = progressOf(terminal, () => clock.now());
  const start = clock.now();
  let cancel = (): void => undefined;
  const tick = (): void => {
    progress.show(`${what} (${Math.floor((clock.now() - start) / 1_000_000)} s)`);
    cancel = clock.setTimer(clock.now() + 1_000_000, tick);
  };
  tick();
  try {
    return await work();
  } finally {
    cancel();
    progress.done();
  }
}

interface ElapsedClock {
  now(): number;
  setTimer(at: number, callback: () => void): () => void;
}
