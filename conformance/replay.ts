/** What a replay of one conformance file reports; each file's replay exports one function that gives this. */

/** A case in which our answer is not the recorded one. */
export interface CaseFailure {
  readonly id: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

export interface ReplayResult {
  readonly read: number;
  readonly passed: number;
  readonly failures: CaseFailure[];
}

/** One case that was replayed. */
export interface ReplayedCase extends CaseFailure {
  readonly equal: boolean;
}

export function summarise(cases: readonly ReplayedCase[]): ReplayResult {
  const failures = cases.filter(({ equal }) => !equal).map(({ id, expected, actual }) => ({ id, expected, actual }));
  return { read: cases.length, passed: cases.length - failures.length, failures };
}
