/** The params of `kubernetesPod` by name: which are told from options of tasks in general, and which are templates. */
import type { KubernetesPodParams } from "./pod-params.ts";

/** True: its texts are templates. Airflow's are, and those beside them that hold names and texts of one's own. */
const NAMES: Readonly<Record<Exclude<keyof KubernetesPodParams, DurationName>, boolean>> = {
  emulate: false,
  connection: true,
  configFile: true,
  context: true,
  inCluster: false,
  namespace: true,
  name: true,
  image: true,
  cmds: true,
  arguments: true,
  env: true,
  envFrom: true,
  configMaps: true,
  secrets: false,
  ports: false,
  volumes: true,
  volumeMounts: true,
  resources: true,
  imagePullPolicy: false,
  imagePullSecrets: false,
  serviceAccountName: true,
  automountServiceAccountToken: false,
  labels: true,
  annotations: true,
  nodeSelector: true,
  affinity: false,
  tolerations: false,
  securityContext: false,
  containerSecurityContext: false,
  initContainers: true,
  sidecars: true,
  hostNetwork: false,
  hostAliases: false,
  hostname: true,
  subdomain: false,
  dnsPolicy: false,
  dnsConfig: false,
  schedulerName: false,
  priorityClassName: false,
  runtimeClassName: false,
  terminationMessagePolicy: false,
  podTemplate: true,
  fullPodSpec: true,
  baseContainerName: true,
  getLogs: false,
  containerLogs: false,
  initContainerLogs: false,
  logEvents: false,
  xcom: false,
  xcomSidecar: false,
  skipOnExitCode: false,
  onFinish: false,
};

/** Params that are an amount of time, which an author gives under a name without the unit. */
type DurationName = Extract<keyof KubernetesPodParams, `${string}Seconds`>;
export type PlainName = keyof typeof NAMES;

export const POD_PARAM_NAMES = Object.keys(NAMES) as readonly PlainName[];
export const POD_TEMPLATE_FIELDS = POD_PARAM_NAMES.filter((name) => NAMES[name]);
