/** Lines that have a text: the server looks for words, a thread of the browser for patterns, so that none can hold up the server. */
import { useEffect, useState } from "react";
import { type LineFilter, type LogSource, queryOf } from "./log-source.ts";
import type { Found, SearchOrder } from "./search-messages.ts";

export interface Hits {
  /** Ascending; the first 10,000. */
  readonly hits: readonly number[];
  readonly total: number;
  readonly isOver: boolean;
  /** Null: all is well. */
  readonly problem: string | null;
}

const NONE: Hits = { hits: [], total: 0, isOver: true, problem: null };
const LOOKING: Hits = { ...NONE, isOver: false };

export interface Sought {
  readonly text: string;
  readonly isPattern: boolean;
  readonly filter: LineFilter;
}

/** @returns null: nothing is sought */
export function useSearch(source: LogSource, { text, isPattern, filter }: Sought): Hits | null {
  const [found, setFound] = useState<{ readonly key: string; readonly hits: Hits } | null>(null);
  const key = JSON.stringify([source.name, text, isPattern, filter]);
  useEffect(() => {
    const stop = new AbortController();
    const tell = (hits: Hits): void => {
      if (stop.signal.aborted) return;
      setFound({ key, hits });
      if (hits.hits.length > 0) performance.mark("momiji:log:search-hits");
    };
    if (text !== "") {
      const sought = { text, isPattern, filter: (JSON.parse(key) as [unknown, unknown, unknown, LineFilter])[3] };
      (isPattern ? searchPattern : searchText)(source, sought, { tell, signal: stop.signal });
    }
    return () => stop.abort();
  }, [source, key, text, isPattern]);
  if (text === "") return null;
  return found?.key === key ? found.hits : LOOKING;
}

interface Listener {
  tell(hits: Hits): void;
  readonly signal: AbortSignal;
}

function searchText(source: LogSource, { text, filter }: Sought, { tell, signal }: Listener): void {
  source.search(text, filter, signal).then(
    ({ hits, total }) => tell({ hits, total, isOver: true, problem: null }),
    (error: unknown) => tell({ ...NONE, problem: error instanceof Error ? error.message : String(error) }),
  );
}

function searchPattern(source: LogSource, { text, filter }: Sought, { tell, signal }: Listener): void {
  const thread = new Worker(new URL("./search-thread.ts", import.meta.url), { type: "module" });
  signal.addEventListener("abort", () => thread.terminate());
  thread.addEventListener("message", ({ data }: MessageEvent<Found>) => {
    if (data.kind === "failed") tell({ ...NONE, problem: data.message });
    else tell({ hits: data.hits, total: data.total, isOver: data.isOver, problem: null });
    if (data.kind === "failed" || data.isOver) thread.terminate();
  });
  const query = new URLSearchParams(
    Object.entries(queryOf(filter)).flatMap(([name, values]) =>
      values.map((value) => [name, value] as [string, string]),
    ),
  );
  thread.postMessage({ url: `${source.linesUrl}?${query}`, pattern: text } satisfies SearchOrder);
}
