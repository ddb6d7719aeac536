/** The states of task instances and runs, as the interface shows them: a shape, a word and a colour, in this order of trust. */

export const STATES = [
  "success",
  "failed",
  "upstream_failed",
  "running",
  "queued",
  "scheduled",
  "up_for_retry",
  "up_for_reschedule",
  "deferred",
  "awaiting_input",
  "skipped",
  "restarting",
  "removed",
  "none",
] as const;

export type State = (typeof STATES)[number];

/** States in which people ask why it does not run. */
export const ASKS_WHY: ReadonlySet<State> = new Set([
  "none",
  "scheduled",
  "queued",
  "up_for_retry",
  "up_for_reschedule",
  "upstream_failed",
  "skipped",
  "deferred",
  "awaiting_input",
]);

const LETTERS: { readonly [letter: string]: State } = {
  ".": "none",
  c: "scheduled",
  q: "queued",
  r: "running",
  s: "success",
  f: "failed",
  u: "upstream_failed",
  k: "skipped",
  y: "up_for_retry",
  e: "up_for_reschedule",
  d: "deferred",
  a: "awaiting_input",
  t: "restarting",
  x: "removed",
};

/** @param letter as in the answers of the grid and in live events @returns null: not in this version */
export function stateOfLetter(letter: string): State | null {
  return LETTERS[letter] ?? null;
}

/** @param text as the REST API has it; null is a state too */
export function readState(text: string | null | undefined): State {
  return STATES.find((state) => state === text) ?? "none";
}

/** Loudest first: what several show together, and the order in which people read them. */
const LOUDNESS: readonly State[] = [
  "failed",
  "upstream_failed",
  "awaiting_input",
  "up_for_retry",
  "restarting",
  "running",
  "deferred",
  "up_for_reschedule",
  "queued",
  "scheduled",
  "none",
  "removed",
  "skipped",
  "success",
];

/** The one that people must know of. */
export function worstOf(states: Iterable<State>): State | null {
  const all = new Set(states);
  return LOUDNESS.find((state) => all.has(state)) ?? null;
}

/** For sorting: the loudest is 0. */
export function quietnessOf(state: State): number {
  return LOUDNESS.indexOf(state);
}
