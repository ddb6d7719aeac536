import { defineConfig } from "vitest/config";

/** Packages are tested as they stand in `src`, without a build. */
const conditions = ["source"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ["{packages,providers,scripts,examples,conformance,bench,chaos}/**/*.test.ts"],
    pool: "forks",
    // A guard against hanging, not a measure of speed: CI has two cores for everything.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
