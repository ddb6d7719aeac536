/** Live events: what changes, pushed to whoever watches. Beside Airflow's API. */
import { ApiError } from "../errors.ts";
import { type EventHub, readCursor } from "../live/event-hub.ts";
import { EventStream } from "../live/event-stream.ts";
import type { LiveEvent } from "../live/live-event.ts";
import { answer, type Call, route, type Route, streamed } from "../route.ts";
import type { TriggerDeps } from "../trigger.ts";

export interface LiveDeps extends Pick<TriggerDeps, "clock"> {
  readonly hub: EventHub;
}

const MOST_TOPICS = 100;

export function eventRoutes({ hub, clock }: LiveDeps): readonly Route[] {
  const streams = new Map<string, EventStream>();
  return [
    route({
      method: "GET",
      path: "/api/momiji/v1/events",
      operationId: "stream_events",
      access: "signed_in",
      schemas: async () => (await import("../schemas/live.ts")).stream,
      handle: (call) => {
        const { query, headers, principal, signal } = call;
        const given = headers["last-event-id"] ?? query.last_event_id;
        const from = given === undefined || given === "" ? null : (readCursor(given) ?? "unknown");
        const maySee = (event: LiveEvent) => mayWatch(call, event);
        const topics = query.topics.slice(0, MOST_TOPICS);
        const stream = new EventStream({ hub, clock, topics, from, owner: principal.name, signal, maySee });
        streams.set(stream.id, stream);
        stream.once("close", () => streams.delete(stream.id));
        return streamed(stream, "text/event-stream", { "x-accel-buffering": "no" });
      },
    }),
    route({
      method: "PUT",
      path: "/api/momiji/v1/events/streams/{stream}",
      operationId: "change_event_topics",
      access: "signed_in",
      schemas: async () => (await import("../schemas/live.ts")).topics,
      handle: ({ params, body, principal }) => {
        const { stream: id } = params;
        const stream = streams.get(id);
        if (stream?.owner !== principal.name) throw new ApiError("stream_not_found", [id]);
        stream.topics = body.topics;
        return answer(204);
      },
    }),
  ];
}

/** Who may read a DAG's runs may know what becomes of them. */
async function mayWatch(call: Pick<Call, "mayDag" | "may">, { name, dagId }: LiveEvent): Promise<boolean> {
  if (dagId === null) return call.may(name === "pool" ? "pools" : "import_errors", "read");
  if (name === "dag") return call.mayDag(dagId, "dag", "read");
  return call.mayDag(
    dagId,
    name === "run" || name === "backfill" || name === "asset" ? "run" : "task_instance",
    "read",
  );
}
