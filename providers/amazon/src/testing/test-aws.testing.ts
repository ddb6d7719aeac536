/**
 * The AWS of the tests, at `MOMIJI_TEST_AWS_MINISTACK` (`.ci/aws.sh start DIR` prints it). Without it the tests that need it say so by
 * their name; `.ci/run` says by `MOMIJI_TEST_ENGINES` that it must be there.
 */
const {
  MOMIJI_TEST_AWS_MINISTACK: ministackUrl,
  MOMIJI_TEST_AWS_MICROBURST: microburstPath,
  MOMIJI_TEST_AWS_MODELS: models,
  MOMIJI_TEST_ENGINES: engines,
} = process.env;
if (engines === "required" && (ministackUrl === undefined || microburstPath === undefined || models === undefined))
  throw new Error("MOMIJI_TEST_AWS_... is not set, and MOMIJI_TEST_ENGINES says that it must be");

/** Runs tasks of ECS in a real Docker engine. */
export const ministack = ministackUrl;
/** The program of the proxy that makes faults. */
export const microburst = microburstPath;
/** The folder of botocore's service models. */
export const awsModels = models;
/** In the title of a suite. */
export const ministackNote = ministackUrl === undefined ? " (not run: MOMIJI_TEST_AWS_MINISTACK is not set)" : "";
export const modelsNote = models === undefined ? " (not run: MOMIJI_TEST_AWS_MODELS is not set)" : "";
