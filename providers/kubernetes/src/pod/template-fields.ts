/** Params of `kubernetesPod` whose texts are templates: Airflow's, and those beside them that hold texts of one's own. */
import type { KubernetesPodParams } from "./pod-params.ts";

export const POD_TEMPLATE_FIELDS = [
  "image",
  "name",
  "namespace",
  "cmds",
  "arguments",
  "env",
  "envFrom",
  "labels",
  "annotations",
  "configFile",
  "context",
  "connection",
  "podTemplate",
  "fullPodSpec",
  "resources",
  "volumes",
  "volumeMounts",
  "nodeSelector",
  "hostname",
  "baseContainerName",
] as const satisfies readonly (keyof KubernetesPodParams)[];
