/** For whoever watches the server: whether it lives, whether it is ready, and its counts. */
import { STORE_ERRORS } from "@momiji/store";
import type { ApiOptions } from "../api-options.ts";
import { isAlive, UNKNOWN_INSTALLATION } from "../installation.ts";
import { METRICS_TYPE, type RequestMetrics } from "../metrics.ts";
import { presentInstant } from "../present.ts";
import { answer, route, type Route } from "../route.ts";

export function probeRoutes(options: ApiOptions, metrics: RequestMetrics): readonly Route[] {
  const { version } = options;
  return [
    route({
      method: "GET",
      path: "/api/v2/monitor/health",
      operationId: "get_health",
      access: "public",
      schemas: async () => (await import("../schemas/server.ts")).health,
      handle: async () => ({
        metadatabase: { status: (await troubleOfStore(options)) === null ? "healthy" : "unhealthy" },
        scheduler: health(options, "scheduler"),
        triggerer: health(options, "triggerer"),
        dag_processor: health(options, "dag_processor"),
      }),
    }),

    route({
      method: "GET",
      path: "/livez",
      operationId: "get_liveness",
      access: "public",
      schemas: async () => (await import("../schemas/server.ts")).liveness,
      handle: () => ({ status: "alive" }),
    }),

    route({
      method: "GET",
      path: "/readyz",
      operationId: "get_readiness",
      access: "public",
      schemas: async () => (await import("../schemas/server.ts")).readiness,
      handle: async () => {
        await options.firstUser;
        const reason = await troubleOfStore(options);
        return reason === null ? { status: "ready" } : answer(503, { status: "not ready", reason });
      },
    }),

    route({
      method: "GET",
      path: "/metrics",
      operationId: "get_metrics",
      access: { thing: "cluster", may: "read" },
      schemas: async () => (await import("../schemas/server.ts")).metrics,
      handle: () => answer(200, metrics.text(version), { "content-type": METRICS_TYPE }),
    }),
  ];
}

/** In words without paths, since everybody may ask; null: it reads, and has written when it last had to. */
async function troubleOfStore({ store, onError }: ApiOptions): Promise<string | null> {
  try {
    await store.listPools();
    const trouble = await store.trouble();
    return trouble === null ? null : `the store cannot write: ${STORE_ERRORS[trouble.code].message}`;
  } catch (error) {
    onError(error);
    return "the store does not answer";
  }
}

const SERVICE_TYPES = { scheduler: "SchedulerJob", triggerer: "TriggererJob", dag_processor: "DagProcessorJob" };

/** As Airflow tells it: `null` for what was never there, `unhealthy` for what has not been heard of lately. */
function health({ installation = UNKNOWN_INSTALLATION, clock }: ApiOptions, name: keyof typeof SERVICE_TYPES) {
  const services = installation.services().filter(({ type }) => type === SERVICE_TYPES[name]);
  const latest = services.toSorted((a, b) => b.heartbeatAt - a.heartbeatAt)[0];
  return {
    status: latest === undefined ? null : isAlive(latest, clock.now()) ? "healthy" : "unhealthy",
    [`latest_${name}_heartbeat`]: presentInstant(latest?.heartbeatAt ?? null),
  };
}
