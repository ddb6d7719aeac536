/** Standard watchers of assets: files of a machine, and what a web server answers. */
import { createHash } from "node:crypto";
import { glob, stat } from "node:fs/promises";
import { isAbsolute } from "node:path";
import type { Json } from "@momiji/core";
import { type DurationInput, type Watcher, watcher, type WatcherContext, type WatcherNews } from "@momiji/sdk";

export interface FileWatcherOptions {
  /** Absolute. A file, or a pattern such as `/data/in/*.csv`. */
  readonly path: string;
  /** How often it looks. Default 30 s. */
  readonly every?: DurationInput;
  /** Unique within the asset. Default `file`. */
  readonly name?: string;
}

const DEFAULT_EVERY: DurationInput = { seconds: 30 };

/**
 * An event for each file that is new or has changed (by its size and time) since the last look: those that are there at
 * the first look too. Its `extra` is `{ path, size, modified_at }`.
 */
export function fileWatcher({ path, every = DEFAULT_EVERY, name = "file" }: FileWatcherOptions): Watcher {
  return watcher({
    name,
    every,
    poll: async ({ cursor }) => {
      if (!isAbsolute(path)) throw new Error(`path ${JSON.stringify(path)} must be absolute`);
      return compareFiles((cursor ?? {}) as Marks, await marksOf(path));
    },
  });
}

/** By path: what tells one state of a file from another. */
type Marks = { readonly [path: string]: { readonly size: number; readonly modified: string } };

async function marksOf(pattern: string): Promise<Marks> {
  const marks: { [path: string]: Marks[string] } = {};
  for await (const path of glob(pattern)) {
    const found = await stat(path).catch(absentIfMissing);
    if (found?.isFile()) marks[path] = { size: found.size, modified: found.mtime.toISOString() };
  }
  return marks;
}

/** A file may go between being listed and being looked at. */
function absentIfMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

function compareFiles(before: Marks, now: Marks): WatcherNews {
  const changed = Object.entries(now).filter(([path, { size, modified }]) => {
    const known = before[path];
    return known === undefined || known.size !== size || known.modified !== modified;
  });
  const events = changed
    .toSorted(([, a], [, b]) => a.modified.localeCompare(b.modified))
    .map(([path, { size, modified }]) => ({ extra: { path, size, modified_at: modified } }));
  return { events, cursor: now };
}

export interface HttpWatcherOptions {
  readonly url: string;
  readonly headers?: { readonly [name: string]: string };
  /** How often it asks. Default 30 s. */
  readonly every?: DurationInput;
  readonly name?: string;
  /** Default 60. */
  readonly requestTimeoutSeconds?: number;
}

/**
 * An event when the answer to a GET is another than before: by its `ETag`, else its `Last-Modified`, else its body. The
 * first answer is one. Any status but 2xx and 304 is a failure. Its `extra` is `{ url, status, etag, last_modified }`.
 */
export function httpWatcher(options: HttpWatcherOptions): Watcher {
  const { every = DEFAULT_EVERY, name = "http" } = options;
  return watcher({ name, every, poll: (ctx) => pollUrl(ctx, options) });
}

async function pollUrl(ctx: WatcherContext, options: HttpWatcherOptions): Promise<WatcherNews> {
  const { url, headers = {}, requestTimeoutSeconds = 60 } = options;
  const last = ctx.cursor as { readonly etag?: string; readonly mark?: string } | null;
  const signal = AbortSignal.any([ctx.signal, AbortSignal.timeout(requestTimeoutSeconds * 1000)]);
  const conditional = last?.etag === undefined ? headers : { "if-none-match": last.etag, ...headers };
  const response = await fetch(url, { headers: conditional, signal });
  if (response.status === 304) return { events: [] };
  if (!response.ok) throw new Error(`GET ${new URL(url).origin}${new URL(url).pathname} answered ${response.status}`);
  const etag = response.headers.get("etag");
  const lastModified = response.headers.get("last-modified");
  const body = await response.bytes();
  const mark = etag ?? lastModified ?? createHash("sha256").update(body).digest("hex");
  if (mark === last?.mark) return { events: [] };
  const extra: { readonly [name: string]: Json } = { url, status: response.status, etag, last_modified: lastModified };
  return { events: [{ extra }], cursor: { mark, ...(etag === null ? {} : { etag }) } };
}
