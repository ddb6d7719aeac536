/** What a pod's container may use at most. Requests are for a scheduler, and there is none. */
import type { RunParams } from "@momiji/docker/emulate";
import type { JsonObject } from "../client/objects.ts";
import { quantity } from "./quantity.ts";

export interface PodLimits {
  readonly limits: Pick<RunParams, "cpus" | "memory" | "gpus">;
  readonly leftOut: readonly string[];
}

export function limitsOfPod(container: JsonObject): PodLimits {
  const given = ((container["resources"] ?? {}) as JsonObject)["limits"] ?? {};
  const { cpu, memory, "nvidia.com/gpu": gpus, ...others } = given as JsonObject;
  return {
    limits: {
      ...(cpu === undefined ? {} : { cpus: quantity(cpu) }),
      ...(memory === undefined ? {} : { memory: Math.floor(quantity(memory)) }),
      ...(gpus === undefined ? {} : { gpus: quantity(gpus) }),
    },
    leftOut: Object.entries(others).map(([name, value]) => `the limit ${name}: ${JSON.stringify(value)}`),
  };
}
