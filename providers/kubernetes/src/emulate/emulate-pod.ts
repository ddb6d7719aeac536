/** A pod as a container of this machine: its main container, as far as an engine without a cluster can run it. */
import type { EmulatedJob, RunParams } from "@momiji/docker/emulate";
import { type JobContext, JobFailure, type PreflightContext } from "@momiji/sdk";
import type { JsonObject } from "../client/objects.ts";
import { buildPod } from "../pod/build-pod.ts";
import { ATTEMPT } from "../preflight/preflight-pod.ts";
import { baseName, DEFAULTS, type KubernetesPodParams } from "../pod/pod-params.ts";
import { XCOM_FILE, XCOM_SIDECAR } from "../pod/xcom-sidecar.ts";
import { envOfPod, expanded } from "./pod-env.ts";
import { limitsOfPod } from "./pod-limits.ts";
import { securityOfPod } from "./pod-security.ts";
import { mountsOfPod } from "./pod-volumes.ts";

/** Fields of a container that are looked at, or that change nothing for one alone. */
const CONTAINER_FIELDS = new Set(
  "name image command args env envFrom workingDir tty resources volumeMounts securityContext imagePullPolicy ports terminationMessagePolicy".split(
    " ",
  ),
);
/** The same of a pod. */
const POD_FIELDS = new Set(
  "containers initContainers volumes restartPolicy hostname hostNetwork hostAliases securityContext dnsConfig terminationGracePeriodSeconds".split(
    " ",
  ),
);
const PULLS = { Always: "always", IfNotPresent: "missing", Never: "never" } as const;
const REMOVALS = { delete: "always", deleteOnSuccess: "success", keep: "never" } as const;

export function emulatePod(ctx: JobContext | PreflightContext, params: KubernetesPodParams): EmulatedJob {
  try {
    const { pod } = buildPod("attemptId" in ctx ? ctx : ATTEMPT, params, "default");
    return { insteadOf: "a pod of Kubernetes", ...containerOf(pod, params) };
  } catch (error) {
    const message = (error as Error).message;
    throw new JobFailure(message, { code: "pod_invalid", retryable: false, nothingStarted: true });
  }
}

function containerOf(pod: JsonObject, params: KubernetesPodParams): Omit<EmulatedJob, "insteadOf"> {
  const [spec, metadata] = [pod["spec"], pod["metadata"]] as [JsonObject, JsonObject];
  const containers = spec["containers"] as readonly JsonObject[];
  const base = containers.find(({ name }) => name === baseName(params)) ?? {};
  const { image } = base as { readonly image: string };
  const { env, leftOut: variables } = envOfPod(base, metadata);
  const { mounts, leftOut: volumes } = mountsOfPod(base, spec);
  const { limits, leftOut: resources } = limitsOfPod(base);
  const words = (value: unknown): string[] | undefined =>
    (value as readonly string[] | undefined)?.map((word) => expanded(word, env));
  const [entrypoint, command] = [words(base["command"]), words(base["args"])];
  const run: RunParams = {
    image,
    ...defined({ entrypoint, command, workdir: base["workingDir"], tty: base["tty"] }),
    pull: PULLS[base["imagePullPolicy"] as keyof typeof PULLS] ?? "missing",
    env,
    mounts,
    ...limits,
    ...securityOfPod(base, spec),
    ...networkOf(spec),
    ...defined({ stopGraceSeconds: params.terminationGracePeriodSeconds, skipOnExitCode: params.skipOnExitCode }),
    autoRemove: REMOVALS[params.onFinish ?? DEFAULTS.onFinish],
    returnValue: returnValueOf(params),
    labels: params.labels ?? {},
  };
  const leftOut = [...variables, ...volumes, ...resources, ...beside(spec, params), ...notHere(base, spec, params)];
  return { run, leftOut };
}

function networkOf(spec: JsonObject): Partial<RunParams> {
  const aliases = (spec["hostAliases"] ?? []) as readonly { readonly ip: string; readonly hostnames: string[] }[];
  const extraHosts = Object.fromEntries(aliases.flatMap(({ ip, hostnames }) => hostnames.map((name) => [name, ip])));
  const { nameservers, searches } = (spec["dnsConfig"] ?? {}) as JsonObject;
  const isHost = spec["hostNetwork"] === true;
  return defined({
    network: isHost ? "host" : undefined,
    extraHosts: aliases.length === 0 ? undefined : extraHosts,
    dns: nameservers,
    dnsSearch: searches,
    hostname: isHost ? undefined : spec["hostname"],
  });
}

function returnValueOf({ xcom }: KubernetesPodParams): NonNullable<RunParams["returnValue"]> {
  if (xcom === "file") return { file: XCOM_FILE, format: "json", isOptional: true };
  return xcom === "lastLine" ? "lastLine" : "none";
}

/** Other containers. */
function beside(spec: JsonObject, params: KubernetesPodParams): string[] {
  const named = (field: string): string[] =>
    ((spec[field] ?? []) as readonly { readonly name: string }[]).map(({ name }) => name);
  const sidecars = named("containers").filter((name) => name !== baseName(params) && name !== XCOM_SIDECAR);
  return [
    ...named("initContainers").map((name) => `the init container ${name}`),
    ...sidecars.map((name) => `the container ${name} beside it`),
  ];
}

function notHere(base: JsonObject, spec: JsonObject, params: KubernetesPodParams): string[] {
  const fields = [
    ...Object.keys(base).filter((field) => !CONTAINER_FIELDS.has(field)),
    ...Object.keys(spec).filter((field) => !POD_FIELDS.has(field)),
  ];
  const xcom = params.xcom === "terminationMessage" ? ["its return value (the termination message)"] : [];
  return fields.length === 0 ? xcom : [...xcom, fields.join(", ")];
}

/** Only what is there. */
function defined(fields: { readonly [name: string]: unknown }): Partial<RunParams> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
