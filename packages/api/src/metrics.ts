/** Counts of requests, in the text format of Prometheus. Labels are names from our own tables, never what a client sent. */
interface Count {
  requests: number;
  seconds: number;
  readonly buckets: number[];
}

const BOUNDS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export const METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

export class RequestMetrics {
  /** By the labels, as they are printed. */
  readonly #counts = new Map<string, Count>();

  note({ operation, status, seconds }: { operation: string; status: number; seconds: number }): void {
    const labels = `operation="${operation}",status="${status}"`;
    let count = this.#counts.get(labels);
    if (count === undefined) {
      count = { requests: 0, seconds: 0, buckets: BOUNDS_SECONDS.map(() => 0) };
      this.#counts.set(labels, count);
    }
    count.requests++;
    count.seconds += seconds;
    const bucket = BOUNDS_SECONDS.findIndex((bound) => seconds <= bound);
    if (bucket >= 0) count.buckets[bucket] = (count.buckets[bucket] ?? 0) + 1;
  }

  text(version: string): string {
    const { rss, heapUsed } = process.memoryUsage();
    const lines = [
      ...family(["momiji_build_info", "gauge", "Which version runs."], [`{version="${version}"} 1`]),
      ...family(["process_resident_memory_bytes", "gauge", "Memory that the process holds."], [` ${rss}`]),
      ...family(["nodejs_heap_size_used_bytes", "gauge", "Memory that is used of the heap."], [` ${heapUsed}`]),
      ...family(["process_cpu_seconds_total", "counter", "Time on processors."], [` ${cpuSeconds()}`]),
      ...family(
        ["momiji_http_request_duration_seconds", "histogram", "Requests by operation and status."],
        this.#histogram(),
      ),
    ];
    return `${lines.join("\n")}\n`;
  }

  #histogram(): string[] {
    return [...this.#counts].flatMap(([labels, { requests, seconds, buckets }]) => {
      let sum = 0;
      const below = BOUNDS_SECONDS.map((bound, index) => {
        sum += buckets[index] ?? 0;
        return `_bucket{${labels},le="${bound}"} ${sum}`;
      });
      const all = `_bucket{${labels},le="+Inf"} ${requests}`;
      return [...below, all, `_sum{${labels}} ${seconds.toFixed(6)}`, `_count{${labels}} ${requests}`];
    });
  }
}

type Type = "counter" | "gauge" | "histogram";

function family([name, type, about]: readonly [string, Type, string], samples: readonly string[]): string[] {
  return [`# HELP ${name} ${about}`, `# TYPE ${name} ${type}`, ...samples.map((sample) => `${name}${sample}`)];
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}
