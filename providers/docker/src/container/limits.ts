/** What a container may use at most, for `HostConfig`. */
import type { GpuRequest, LimitParams } from "../run-params.ts";
import { bytesOf } from "./sizes.ts";

export function limitsOf(params: LimitParams): object {
  const bytes = (size: string | number | undefined): number | undefined =>
    size === undefined ? undefined : bytesOf(size);
  return {
    NanoCpus: params.cpus === undefined ? undefined : Math.round(params.cpus * 1e9),
    CpuShares: params.cpuShares,
    CpusetCpus: params.cpuset,
    Memory: bytes(params.memory),
    MemorySwap: bytes(params.memorySwap),
    MemoryReservation: bytes(params.memoryReservation),
    PidsLimit: params.pidsLimit,
    ShmSize: bytes(params.shmSize),
    Ulimits: params.ulimits === undefined ? undefined : Object.entries(params.ulimits).map(ulimit),
    DeviceRequests: params.gpus === undefined ? undefined : [gpuRequest(params.gpus)],
  };
}

function ulimit([name, limit]: [string, number | { readonly soft: number; readonly hard: number }]): object {
  const { soft, hard } = typeof limit === "number" ? { soft: limit, hard: limit } : limit;
  return { Name: name, Soft: soft, Hard: hard };
}

/** -1 is all of them; with ids there is no count. */
function gpuRequest(gpus: number | "all" | GpuRequest): object {
  const request: GpuRequest = typeof gpus === "object" ? gpus : { count: gpus };
  const { count = request.deviceIds === undefined ? "all" : 0, deviceIds = [], driver = "" } = request;
  return {
    Driver: driver,
    Count: count === "all" ? -1 : count,
    DeviceIDs: deviceIds,
    Capabilities: [request.capabilities ?? ["gpu"]],
  };
}
