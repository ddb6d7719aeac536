/** Executors, workers and queues, with what waits and runs in them. Beside Airflow's API. */
import type { ApiDeps } from "../api-deps.ts";
import { GraphCache } from "../explain/graph-cache.ts";
import { isAlive, UNKNOWN_INSTALLATION } from "../installation.ts";
import { presentInstant } from "../present.ts";
import { route, type Route } from "../route.ts";
import { type Placed, presentWorkers } from "../views/workers.ts";

export function workerRoutes({
  store,
  clock,
  executors,
  installation = UNKNOWN_INSTALLATION,
}: ApiDeps): readonly Route[] {
  return [
    route({
      method: "GET",
      path: "/api/momiji/v1/workers",
      operationId: "get_workers",
      access: { thing: "jobs", may: "read" },
      schemas: async () => (await import("../schemas/overviews.ts")).workers,
      handle: async (call) => {
        const active = await store.listActiveInstances();
        const dagIds = [...new Set(active.map(({ dagId }) => dagId))];
        const visible = await store.dagsInScope(dagIds, call.scope("task_instance", "read"));
        const graphs = new GraphCache(store);
        const placed: Placed[] = [];
        for (const instance of active) {
          const graph = await graphs.of(instance.dagId, instance.dagVersion);
          const spec = graph?.tasks[graph.indexOf.get(instance.taskId) ?? -1]?.spec;
          const { executor = "default", queue = "default" } = spec ?? {};
          placed.push({ instance, executor, queue, isVisible: visible.has(instance.dagId) });
        }
        const now = clock.now();
        return {
          at: presentInstant(now),
          ...presentWorkers(placed, executors),
          services: installation.services().map((service) => ({
            type: service.type,
            state: service.state,
            alive: isAlive(service, now),
            host: service.hostname,
            since: presentInstant(service.startedAt),
            heartbeat: presentInstant(service.heartbeatAt),
          })),
        };
      },
    }),
  ];
}
