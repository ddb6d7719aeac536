/** Looks for a pattern in a log of any length, beside the page: lines are read by the thousand, and only their numbers are kept. */
import type { LogLine } from "@momiji/client";
import type { Found, SearchOrder } from "./search-messages.ts";

const LINES = 10_000;
const MOST_HITS = 10_000;

self.addEventListener("message", ({ data }: MessageEvent<SearchOrder>) => {
  search(data).catch((error: unknown) =>
    tell({ kind: "failed", message: error instanceof Error ? error.message : String(error) }),
  );
});

async function search({ url, pattern }: SearchOrder): Promise<void> {
  const wanted = new RegExp(pattern, "iu");
  const hits: number[] = [];
  let total = 0;
  for (let from = 1; ;) {
    const answer = await fetch(`${url}&from=${from}&limit=${LINES}`, { credentials: "same-origin" });
    if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
    const lines = (await answer.text()).split("\n").filter((line) => line !== "");
    for (const text of lines) {
      const { n, m } = JSON.parse(text) as LogLine;
      from = n + 1;
      if (!wanted.test(m)) continue;
      total++;
      if (hits.length < MOST_HITS) hits.push(n);
    }
    const isOver = lines.length < LINES;
    if (isOver || hits.length > 0) tell({ kind: "found", hits, total, isOver });
    if (isOver) return;
  }
}

function tell(found: Found): void {
  self.postMessage(found);
}
