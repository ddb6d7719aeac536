/** From params to the Job that is asked for. */
import type { Json } from "@momiji/core";
import type { JsonObject } from "../client/objects.ts";
import { buildPod } from "../pod/build-pod.ts";
import { mergePods } from "../pod/merge-pods.ts";
import type { Attempt } from "../pod/pod-names.ts";
import { readTemplate } from "../pod/read-template.ts";
import type { KubernetesJobParams } from "./job-params.ts";

export interface BuiltJob {
  readonly namespace: string;
  readonly name: string;
  readonly job: JsonObject;
}

/** The fields of a Job's spec that are params of the same name. */
const SPEC_FIELDS = [
  "parallelism",
  "completions",
  "completionMode",
  "backoffLimit",
  "suspend",
  "ttlSecondsAfterFinished",
  "activeDeadlineSeconds",
] as const satisfies readonly (keyof KubernetesJobParams)[];

/** The template, `fullJobSpec` over it, the fields over both; its pods are merged as those of `kubernetesPod` are. */
export function buildJob(ctx: Attempt, params: KubernetesJobParams, defaultNamespace: string): BuiltJob {
  const { jobTemplate, fullJobSpec = {}, activeDeadlineSeconds: _, podTemplate, ...ofPod } = params;
  const lower = readTemplate(jobTemplate, "jobTemplate");
  const [template, full] = [lower, fullJobSpec].map((job) => objectAt(objectAt(job, "spec"), "template"));
  const givenPod = mergePods(mergePods(template ?? {}, full ?? {}), readTemplate(podTemplate, "podTemplate"));
  const names = { ...objectAt(lower, "metadata"), ...objectAt(fullJobSpec, "metadata") };
  const namespace = params.namespace ?? (names["namespace"] as string | undefined) ?? defaultNamespace;
  const prefix = params.name ?? (names["name"] as string | undefined);
  const built = buildPod(
    ctx,
    { ...ofPod, ...(prefix === undefined ? {} : { name: prefix }), podTemplate: givenPod },
    namespace,
  );
  const { name: __, namespace: ___, ...metadata } = built.pod["metadata"] as { readonly [name: string]: Json };
  const given = SPEC_FIELDS.filter((name) => params[name] !== undefined).map((name) => [name, params[name]] as const);
  const spec = { ...objectAt(lower, "spec"), ...objectAt(fullJobSpec, "spec"), ...Object.fromEntries(given) };
  return {
    namespace,
    name: built.name,
    job: {
      apiVersion: "batch/v1",
      kind: "Job",
      metadata: { ...names, ...metadata, name: built.name, namespace },
      spec: { ...spec, template: { metadata, spec: built.pod["spec"] ?? {} } },
    },
  };
}

function objectAt(object: JsonObject, name: string): JsonObject {
  return (object[name] ?? {}) as JsonObject;
}
