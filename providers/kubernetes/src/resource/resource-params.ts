/** The params of `kubernetesResource` as they travel: JSON, templates rendered. */
import type { AccessParams } from "../client/find-access.ts";
import type { JsonObject } from "../client/objects.ts";
import type { ObjectTest } from "./object-test.ts";

export type KubernetesResourceParams = AccessParams & {
  /** Objects of the API: YAML with any number of documents, or the objects themselves. */
  readonly resources: string | readonly JsonObject[];
  /** Default `apply`: they are made, or changed where they differ (server-side apply). */
  readonly action?: "apply" | "delete";
  /** Whose fields they are, in the eyes of the API server. Default `momiji`. */
  readonly fieldManager?: string;
  /** True: fields that others manage are taken over. Default false: that is a failure which names them. */
  readonly forceConflicts?: boolean;
  /** After `apply`: what must hold before the task is a success. Default: nothing is waited for. */
  readonly waitFor?: ObjectTest | readonly ObjectTest[];
  /** What means, while `waitFor` is waited for, that it will not come. */
  readonly failWhen?: ObjectTest | readonly ObjectTest[];
  /** How long `waitFor`, or the end of what is deleted, is waited for. */
  readonly waitTimeoutSeconds?: number;
  /** False: what is deleted is not waited for. Default true. */
  readonly wait?: boolean;
  /** What becomes of what belongs to the deleted. Default `Foreground`: it goes first. */
  readonly propagationPolicy?: "Foreground" | "Background" | "Orphan";
};

export const DEFAULTS = {
  action: "apply",
  fieldManager: "momiji",
  waitTimeoutSeconds: 600,
  propagationPolicy: "Foreground",
} as const satisfies Partial<KubernetesResourceParams>;
