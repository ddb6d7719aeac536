/**
 * Everything of one kind, and every change of it, for as long as wanted: one list, then a watch that goes on where the last one
 * ended. The list is read again only when the server has forgotten the place (410).
 */
import { setTimeout as sleep } from "node:timers/promises";
import { ApiError, isPassing } from "./api-error.ts";
import { backOffMillis } from "./back-off.ts";
import type { Cluster } from "./cluster.ts";
import { linesOf } from "./lines.ts";
import type { ApiObject, ObjectList } from "./objects.ts";

export interface Watched {
  /** `/api/v1/namespaces/jobs/pods` */
  readonly path: string;
  readonly query: { readonly [name: string]: string };
}

export interface WatchSink<T extends ApiObject> {
  /** All there is; what is not in it is gone. */
  listed(objects: readonly T[]): void;
  changed(object: T): void;
  deleted(object: T): void;
  /** The server could not be asked; it is tried again soon. */
  troubled(error: Error): void;
  /** It answers again. */
  recovered(): void;
}

interface WatchEvent<T extends ApiObject> {
  readonly type: "ADDED" | "MODIFIED" | "DELETED" | "BOOKMARK" | "ERROR";
  readonly object: T & { readonly code?: number; readonly message?: string };
}

/** The server ends a watch after so long, and it is resumed: a connection that hangs for another reason hangs no longer than this. */
const WATCH_SECONDS = 240;

/** Resolves when `signal` is aborted. Throws what waiting does not mend: a refusal. */
export async function listAndWatch<T extends ApiObject>(
  cluster: Cluster,
  { watched, sink, signal }: { watched: Watched; sink: WatchSink<T>; signal: AbortSignal },
): Promise<void> {
  let version: string | null = null;
  let failures = 0;
  while (!signal.aborted) {
    try {
      version ??= await list(cluster, { watched, sink, signal });
      if (failures > 0) sink.recovered();
      failures = 0;
      for await (const { type, object } of events<T>(cluster, { watched, version, signal })) {
        if (type === "ERROR") throw new ApiError(object.code ?? 500, JSON.stringify({ kind: "Status", ...object }));
        version = object.metadata.resourceVersion ?? version;
        if (type === "DELETED") sink.deleted(object);
        else if (type !== "BOOKMARK") sink.changed(object);
      }
      // A server that ends watches at once is not asked in a circle.
      await pause(1, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof ApiError && error.status === 410) {
        version = null;
        continue;
      }
      if (!isPassing(error) && failures === 0 && version === null) throw error;
      failures += 1;
      sink.troubled(error as Error);
      await pause(failures, signal);
    }
  }
}

async function pause(failures: number, signal: AbortSignal): Promise<void> {
  await sleep(backOffMillis(failures), null, { signal }).catch(() => undefined);
}

interface Ask<T extends ApiObject> {
  readonly watched: Watched;
  readonly sink: WatchSink<T>;
  readonly signal: AbortSignal;
}

async function list<T extends ApiObject>(cluster: Cluster, { watched, sink, signal }: Ask<T>): Promise<string> {
  const all: T[] = [];
  let next: string | undefined;
  for (;;) {
    const query = { ...watched.query, limit: 500, continue: next };
    const page: ObjectList<T> = await cluster.call({ method: "GET", path: watched.path, query, signal });
    all.push(...page.items);
    next = page.metadata.continue;
    if (next) continue;
    sink.listed(all);
    return page.metadata.resourceVersion;
  }
}

async function* events<T extends ApiObject>(
  cluster: Cluster,
  { watched, version, signal }: Pick<Ask<T>, "watched" | "signal"> & { version: string },
): AsyncGenerator<WatchEvent<T>> {
  const query = {
    ...watched.query,
    watch: true,
    allowWatchBookmarks: true,
    resourceVersion: version,
    timeoutSeconds: WATCH_SECONDS,
  };
  const stream = await cluster.stream({ method: "GET", path: watched.path, query, signal });
  for await (const line of linesOf(stream, "dropped")) yield JSON.parse(line) as WatchEvent<T>;
}
