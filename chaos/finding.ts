/** What a check has looked at, and what is wrong with it. */
export interface CheckResult {
  readonly name: string;
  readonly looked: number;
  readonly violations: readonly string[];
}
