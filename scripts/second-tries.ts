/**
 * A vitest reporter: names the tests that failed once and then passed. CI gives a test one second try, since one race in
 * sixteen thousand tests should not hold a change back; it must be seen all the same, and many of them fail the run.
 * Counterexamples of properties get none (see `vitest.config.ts`).
 */
import type { Reporter, TestModule } from "vitest/node";

/** More than this in one run is no bad luck. */
const MOST = 3;

export default class SecondTries implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const names = modules.flatMap((module) =>
      [...module.children.allTests()]
        .filter((test) => test.diagnostic()?.flaky === true)
        .map((test) => `${module.relativeModuleId} > ${test.fullName}`),
    );
    if (names.length === 0) return;
    console.log(`\n${names.length} passed only at the second try:\n${names.map((name) => `  ${name}\n`).join("")}`);
    if (names.length > MOST) process.exitCode = 1;
  }
}
