/** `dockerRun`: a container of a Docker engine (Airflow's `DockerOperator`). */
import { DagDefinitionError, mappable, type Output, placeTask, secondsOf, splitOptions } from "@momiji/sdk";
import { bytesOf } from "./container/sizes.ts";
import type { DockerRunOptions, HealthCheck } from "./docker-run-options.ts";
import { PARAM_NAMES, TEMPLATE_FIELDS } from "./param-names.ts";
import type { HealthCheckParams, RunParams } from "./run-params.ts";

/** Params that need no conversion, so that each instance of a mapped task may have its own. */
const MAPPABLE = PARAM_NAMES.filter((name) => !name.endsWith("Seconds") && name !== "healthcheck") as (keyof Omit<
  RunParams,
  "stopGraceSeconds" | "engineTimeoutSeconds" | "reconnectTimeoutSeconds" | "healthcheck"
>)[];

/**
 * Runs a container and ships its log while it runs. Exit code 0 is success; its last line is the task's output. The container
 * goes on when the worker dies, and is found again.
 */
export const dockerRun = mappable(placeDockerRun, MAPPABLE);

const OWN: ReadonlySet<string> = new Set([...PARAM_NAMES, "stopGrace", "engineTimeout", "reconnectTimeout"]);

function placeDockerRun(id: string, options: DockerRunOptions): Output<string> {
  const { own, task } = splitOptions(options, OWN);
  return placeTask({
    id,
    operator: "dockerRun",
    lane: "job",
    provider: "@momiji/docker",
    params: ({ place, options: { doXcomPush } }) => paramsOf(own as DockerRunOptions, place, doXcomPush === false),
    required: ["image"],
    templateFields: TEMPLATE_FIELDS,
    options: task,
  });
}

const PULLS = ["always", "missing", "never"];
const REMOVALS = ["never", "success", "always"];

/** Checked where it can be before templates are rendered: an error when the file is read is better than one at night. */
function paramsOf(options: DockerRunOptions, place: string, dropsOutput: boolean): object {
  const { stopGrace, engineTimeout, reconnectTimeout, healthcheck, ...rest } = options;
  const { pull = "missing", autoRemove = "never" } = rest;
  if (!PULLS.includes(pull)) throw notOneOf(place, "pull", PULLS);
  if (!REMOVALS.includes(autoRemove)) throw notOneOf(place, "autoRemove", REMOVALS);
  for (const name of ["memory", "memorySwap", "memoryReservation", "shmSize"] as const)
    checkSize(place, name, rest[name]);
  const { startsAtOnce = 1 } = rest;
  if (!Number.isInteger(startsAtOnce) || startsAtOnce < 1)
    throw new DagDefinitionError(place, "startsAtOnce must be a whole number of at least 1");
  checkConnection(place, "registryConnection", rest.registryConnection);
  checkConnection(place, "dockerConnection", rest.dockerConnection);
  if (rest.network === "host" && Object.keys(rest.ports ?? {}).length > 0)
    throw new DagDefinitionError(
      place,
      'ports cannot be published with network "host": the container has the machine\'s',
    );
  const seconds = (name: string, value: DockerRunOptions["stopGrace"]): number | undefined =>
    value === undefined ? undefined : secondsOf(value, `${place}, ${name}`);
  return {
    ...rest,
    ...(dropsOutput ? { returnValue: "none" } : {}),
    stopGraceSeconds: seconds("stopGrace", stopGrace),
    engineTimeoutSeconds: seconds("engineTimeout", engineTimeout),
    reconnectTimeoutSeconds: seconds("reconnectTimeout", reconnectTimeout),
    healthcheck: healthcheck === undefined ? undefined : healthParams(healthcheck, seconds),
  };
}

function healthParams(
  { interval, timeout, startPeriod, healthyWithin, ...rest }: HealthCheck,
  seconds: (name: string, value: HealthCheck["interval"]) => number | undefined,
): HealthCheckParams {
  const converted = {
    intervalSeconds: seconds("healthcheck.interval", interval),
    timeoutSeconds: seconds("healthcheck.timeout", timeout),
    startPeriodSeconds: seconds("healthcheck.startPeriod", startPeriod),
    healthyWithinSeconds: seconds("healthcheck.healthyWithin", healthyWithin),
  };
  return { ...rest, ...Object.fromEntries(Object.entries(converted).filter(([, value]) => value !== undefined)) };
}

function notOneOf(place: string, name: string, known: readonly string[]): DagDefinitionError {
  return new DagDefinitionError(place, `${name} must be one of ${known.join(", ")}`);
}

function checkSize(place: string, name: string, value: string | number | undefined): void {
  if (value === undefined) return;
  try {
    bytesOf(value);
  } catch (error) {
    throw new DagDefinitionError(place, `${name}: ${(error as Error).message}`);
  }
}

/** A login in the DAG would be read by everybody who may see it. */
function checkConnection(place: string, name: string, value: unknown): void {
  if (value === undefined || typeof value === "string") return;
  const problem = `${name} must be the id of a connection: a login does not belong into a DAG`;
  throw new DagDefinitionError(place, problem);
}
