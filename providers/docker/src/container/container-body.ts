/** From params to the body of `POST /containers/create`. */
import type { JobContext } from "@momiji/sdk";
import type { ProcessParams, RunParams } from "../run-params.ts";
import { attemptLabels } from "./container-name.ts";
import { filesOf } from "./files.ts";
import { limitsOf } from "./limits.ts";
import { exposedPorts, firstNetwork, networkOf } from "./network.ts";
import { wordsOf } from "./words.ts";

type Attempt = Parameters<typeof attemptLabels>[0] & Pick<JobContext, "graceMillis">;

const NANOS = 1e9;

/** `secrets`: `NAME=value`, as resolved. Throws in words for what cannot be read. */
export function containerBody(params: RunParams, attempt: Attempt, secrets: readonly string[]): object {
  const { tmpDir, env = {}, labels = {}, logDriver, logOptions } = params;
  const tmp = tmpDir === undefined ? {} : { MOMIJI_TMP_DIR: tmpDir, AIRFLOW_TMP_DIR: tmpDir };
  const plainEnv = Object.entries({ ...tmp, ...env }).map(([name, value]) => `${name}=${value}`);
  return withoutGaps({
    Image: params.image,
    Cmd: params.command === undefined ? undefined : wordsOf(params.command),
    Entrypoint: params.entrypoint === undefined ? undefined : wordsOf(params.entrypoint),
    Env: [...plainEnv, ...secrets],
    Labels: { ...labels, ...attemptLabels(attempt) },
    Tty: params.tty,
    User: params.user === undefined ? undefined : String(params.user),
    WorkingDir: params.workdir,
    Hostname: params.hostname,
    Domainname: params.domainname,
    StopSignal: params.stopSignal,
    StopTimeout: Math.ceil(params.stopGraceSeconds ?? attempt.graceMillis / 1000),
    Healthcheck: healthcheckOf(params),
    ExposedPorts: exposedPorts(params),
    NetworkingConfig: firstNetwork(params),
    HostConfig: withoutGaps({
      ...limitsOf(params),
      ...filesOf(params),
      ...networkOf(params),
      ...privilegesOf(params),
      Init: params.init,
      LogConfig: logDriver === undefined && logOptions === undefined ? undefined : logOf(params),
    }),
  });
}

function logOf({ logDriver = "json-file", logOptions = {} }: RunParams): object {
  return { Type: logDriver, Config: logOptions };
}

function privilegesOf(params: RunParams): object {
  return {
    Privileged: params.privileged,
    CapAdd: params.capAdd,
    CapDrop: params.capDrop,
    SecurityOpt: params.securityOptions,
    Sysctls: params.sysctls,
    GroupAdd: params.groupAdd,
    IpcMode: params.ipc,
    PidMode: params.pid,
    UsernsMode: params.usernsMode,
    Runtime: params.runtime,
  };
}

function healthcheckOf({ healthcheck }: ProcessParams): object | undefined {
  if (healthcheck === undefined) return undefined;
  const { command, intervalSeconds, timeoutSeconds, startPeriodSeconds, retries } = healthcheck;
  const nanos = (seconds: number | undefined): number | undefined =>
    seconds === undefined ? undefined : Math.round(seconds * NANOS);
  return withoutGaps({
    Test: typeof command === "string" ? ["CMD-SHELL", command] : ["CMD", ...command],
    Interval: nanos(intervalSeconds),
    Timeout: nanos(timeoutSeconds),
    StartPeriod: nanos(startPeriodSeconds),
    Retries: retries,
  });
}

function withoutGaps(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
