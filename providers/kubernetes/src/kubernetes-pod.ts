/** `kubernetesPod`: a pod of Kubernetes (Airflow's `KubernetesPodOperator`). */
import type { Json } from "@momiji/core";
import {
  DagDefinitionError,
  type DurationInput,
  mappable,
  type Output,
  placeTask,
  secondsOf,
  type TaskOptions,
} from "@momiji/sdk";
import { labelValue } from "./pod/pod-names.ts";
import { type PlainName, POD_PARAM_NAMES, POD_TEMPLATE_FIELDS } from "./pod/param-names.ts";
import type { KubernetesPodParams } from "./pod/pod-params.ts";

/** Options whose value is an amount of time. */
export interface PodDurations {
  /** From the time when it has a node to the start of the main container. Default 2 minutes. */
  readonly startupTimeout?: DurationInput;
  /** How long it may wait for a node. Default: as `startupTimeout`. */
  readonly scheduleTimeout?: DurationInput;
  /** How long the API server may be away while the pod runs. Default 1 hour. */
  readonly apiTimeout?: DurationInput;
  /** From the request to stop to the kill. Default: the worker's grace. */
  readonly terminationGracePeriod?: DurationInput;
  /** The pod is ended by Kubernetes after so long. */
  readonly activeDeadline?: DurationInput;
}

export interface KubernetesPodOptions extends Pick<KubernetesPodParams, PlainName>, PodDurations, TaskOptions {}

/**
 * Runs a pod and ships its log while it runs. Exit code 0 of its main container is success. The pod goes on when the worker
 * dies, and is found again.
 */
export const kubernetesPod = mappable(placePod, POD_PARAM_NAMES);

const DURATIONS = [
  "startupTimeout",
  "scheduleTimeout",
  "apiTimeout",
  "terminationGracePeriod",
  "activeDeadline",
] as const;
const OWN = new Set<string>([...POD_PARAM_NAMES, ...DURATIONS]);

function placePod(id: string, options: KubernetesPodOptions): Output<Json> {
  const all = Object.entries(options);
  const own = Object.fromEntries(all.filter(([name]) => OWN.has(name))) as KubernetesPodOptions;
  return placeTask({
    id,
    operator: "kubernetesPod",
    lane: "job",
    provider: "@momiji/kubernetes",
    params: ({ place }) => paramsOf(own, place),
    required: own.podTemplate === undefined && own.fullPodSpec === undefined ? ["image"] : [],
    templateFields: POD_TEMPLATE_FIELDS,
    options: Object.fromEntries(all.filter(([name]) => !OWN.has(name))),
  });
}

/** Checked where it can be before templates are rendered: an error when the file is read is better than one at night. */
function paramsOf(options: KubernetesPodOptions, place: string): object {
  const plain = Object.entries(options).filter(([name]) => !(DURATIONS as readonly string[]).includes(name));
  checkOneOf(place, options, {
    onFinish: ["delete", "deleteOnSuccess", "keep"],
    xcom: ["file", "terminationMessage", "lastLine"],
  });
  for (const [name, value] of Object.entries(options.labels ?? {})) checkLabel(place, name, value);
  const seconds = DURATIONS.filter((name) => options[name] !== undefined).map((name) => {
    return [`${name}Seconds`, Math.ceil(secondsOf(options[name] as DurationInput, `${place}, ${name}`))] as const;
  });
  return { ...Object.fromEntries(plain), ...Object.fromEntries(seconds) };
}

function checkOneOf(place: string, options: object, allowed: { readonly [name: string]: readonly string[] }): void {
  for (const [name, values] of Object.entries(allowed)) {
    const value = (options as { readonly [name: string]: unknown })[name];
    if (value === undefined || values.includes(value as string)) continue;
    throw new DagDefinitionError(place, `${name} must be one of ${values.join(", ")}`);
  }
}

function checkLabel(place: string, name: string, value: string): void {
  if (value.includes("{{") || labelValue(value) === value) return;
  throw new DagDefinitionError(
    place,
    `label ${name}: ${JSON.stringify(value)} is none that Kubernetes takes: at most 63 letters, digits, -, _ and .`,
  );
}
