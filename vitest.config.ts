import { availableParallelism } from "node:os";
import { configDefaults, defineConfig } from "vitest/config";

/** Packages are tested as they stand in `src`, without a build. */
const conditions = ["source"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    // Every answer of the API, in whatever test, must be what its route says.
    setupFiles: ["packages/api/src/openapi/every-answer.testing.ts"],
    // Those of the night take minutes each: `npm run test:nightly-jobs`.
    exclude: [
      ...configDefaults.exclude,
      ...(process.env["MOMIJI_TEST_NIGHT"] === undefined ? ["**/*.night.test.ts"] : []),
    ],
    include: ["{packages,providers,scripts,examples,conformance,bench,chaos}/**/*.test.ts"],
    pool: "forks",
    // Vitest leaves a core to itself; of two that is half of them, and most of our time is waiting for processes and engines.
    maxWorkers: availableParallelism(),
    // A guard against hanging, not a measure of speed: CI has two cores for everything.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // CI gives a test a second try and names it (scripts/second-tries.ts). A property's counterexample would be lost by one.
    retry: process.env["CI_SECOND_TRY"] === undefined ? 0 : { count: 1, condition: /^(?!Property failed)/ },
  },
});
