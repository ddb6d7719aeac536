/** For whoever watches the server: whether it lives, whether it is ready, and its counts. */
import type { ApiOptions } from "../api-options.ts";
import { METRICS_TYPE, type RequestMetrics } from "../metrics.ts";
import { answer, route, type Route } from "../route.ts";

export function probeRoutes({ store, version, onError }: ApiOptions, metrics: RequestMetrics): readonly Route[] {
  return [
    route({
      method: "GET",
      path: "/livez",
      operationId: "get_liveness",
      access: "public",
      handle: () => ({ status: "alive" }),
    }),

    route({
      method: "GET",
      path: "/readyz",
      operationId: "get_readiness",
      access: "public",
      handle: async () => {
        try {
          await store.listPools();
          return { status: "ready" };
        } catch (error) {
          onError(error);
          return answer(503, { status: "not ready", reason: "the store does not answer" });
        }
      },
    }),

    route({
      method: "GET",
      path: "/metrics",
      operationId: "get_metrics",
      access: { thing: "cluster", may: "read" },
      handle: () => answer(200, metrics.text(version), { "content-type": METRICS_TYPE }),
    }),
  ];
}
