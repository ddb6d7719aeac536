/** Live events: what changes, pushed to whoever watches. Beside Airflow's API. */
import type { Thing } from "../access/access.ts";
import { ApiError } from "../errors.ts";
import { type EventHub, readCursor } from "../live/event-hub.ts";
import { EventStream } from "../live/event-stream.ts";
import type { LogReader } from "../log-reader.ts";
import type { LiveEvent } from "../live/live-event.ts";
import { answer, type Call, route, type Route, streamed } from "../route.ts";
import type { TriggerDeps } from "../trigger.ts";

export interface LiveDeps extends Pick<TriggerDeps, "clock"> {
  readonly hub: EventHub;
  readonly logs?: LogReader;
  readonly version?: string;
}

const MOST_TOPICS = 100;

export function eventRoutes({ hub, clock, logs, version }: LiveDeps): readonly Route[] {
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
        const owner = principal.name;
        const stream = new EventStream({ hub, clock, topics, from, owner, signal, logs, version, maySee });
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

const THINGS: { readonly [name in LiveEvent["name"]]?: Thing } = { pool: "pools", worker: "jobs" };

const OF_RUNS: ReadonlySet<LiveEvent["name"]> = new Set(["run", "deadline", "backfill", "asset"]);

/** Who may read a DAG's runs may know what becomes of them. */
async function mayWatch(call: Pick<Call, "mayDag" | "may">, { name, dagId }: LiveEvent): Promise<boolean> {
  // That something has changed, not what: each part asks for itself.
  if (name === "home") return true;
  if (dagId === null) return call.may(THINGS[name] ?? "import_errors", "read");
  if (name === "log") return call.mayDag(dagId, "log", "read");
  if (name === "dag") return call.mayDag(dagId, "dag", "read");
  return call.mayDag(dagId, OF_RUNS.has(name) ? "run" : "task_instance", "read");
}
