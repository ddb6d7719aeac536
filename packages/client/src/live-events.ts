/**
 * What changes on the server, as it happens: server-sent events over `fetch`, which other than `EventSource` can carry a token
 * and runs in Node. A stream that breaks goes on after the last event that was seen.
 */
import { chunksOf } from "./chunks.ts";
import type { MomijiClient } from "./create-client.ts";
import { MomijiError } from "./momiji-error.ts";
import { backoffSeconds, pause as pauseByTimer, type Pause } from "./pause.ts";
import { eventFrames } from "./event-frames.ts";
import { Silence } from "./silence.ts";

/** One change. `data` has the key of what changed and what it is now, in the short names of docs/guides/rest-api.md. */
export interface LiveEvent {
  /**
   * What it is about: `run`, `ti`, `dag`, `pool`, `hitl`, ... `hello`: the stream has begun, or begun again. `reset`: something
   * was missed, so read anew what you show, and go on with the events after this one.
   */
  readonly event: string;
  /** Where in the order of all events; absent for `hello` and `reset`. */
  readonly seq: string | undefined;
  readonly data: LiveData;
}

export interface LiveData {
  /** Id of the DAG, the run, the task; index of the mapped instance. */
  readonly d?: string;
  readonly r?: string;
  readonly t?: string;
  readonly m?: number;
  /** The state's letter, the attempt's number. */
  readonly s?: string;
  readonly n?: number;
  readonly [name: string]: unknown;
}

export interface LiveOptions {
  /** `home`, `dag:ID`, `run:DAG/RUN`, ... */
  readonly topics: readonly string[];
  /** The `seq` of a snapshot: what has happened since comes first. Absent: what happens from now on. */
  readonly after?: string;
  /** `open`: events flow. `lost`: the connection broke, and is made again by itself. */
  readonly onState?: (state: "open" | "lost") => void;
  readonly signal?: AbortSignal;
  readonly pause?: Pause;
}

const EVENTS = "/api/momiji/v1/events";
const STREAM = "/api/momiji/v1/events/streams/{stream}";

/** The server says something every 15 seconds; after three times that the connection is dead, whatever the network says. */
const SILENCE_SECONDS = 45;

export class LiveEvents implements AsyncIterable<LiveEvent> {
  readonly #client: Pick<MomijiClient, "http" | "put">;
  readonly #options: LiveOptions;
  #topics: readonly string[];
  #after: string | undefined;
  /** The open stream, as the server calls it. */
  #stream: string | undefined;

  constructor(client: Pick<MomijiClient, "http" | "put">, options: LiveOptions) {
    this.#client = client;
    this.#options = options;
    this.#topics = options.topics;
    this.#after = options.after;
  }

  get topics(): readonly string[] {
    return this.#topics;
  }

  /**
   * From now on events of these topics, on the same connection.
   * @throws MomijiError `forbidden`, `invalid`; a connection that is just breaking is no error: the next one has the topics
   */
  async watch(topics: readonly string[]): Promise<void> {
    this.#topics = topics;
    const stream = this.#stream;
    if (stream === undefined) return;
    try {
      await this.#client.put(STREAM, { params: { path: { stream } }, body: { topics: [...topics] } });
    } catch (error) {
      if (!(error instanceof MomijiError) || (error.status !== 404 && !isPassing(error))) throw error;
    }
  }

  /**
   * Ends when the loop over it ends, or the signal is aborted. One loop at a time.
   * @throws MomijiError `unauthenticated`, `forbidden`: what asking again does not mend
   */
  async *[Symbol.asyncIterator](): AsyncGenerator<LiveEvent, void> {
    const { onState, signal = new AbortController().signal, pause = pauseByTimer } = this.#options;
    for (let failures = 0; !signal.aborted; failures++) {
      try {
        for await (const event of this.#connection(signal)) {
          if (event.event === "hello") onState?.("open");
          failures = 0;
          yield event;
        }
      } catch (error) {
        if (error instanceof MomijiError && !isPassing(error)) throw error;
      }
      if (signal.aborted) return;
      onState?.("lost");
      await pause(backoffSeconds(failures), signal).catch(() => undefined);
    }
  }

  async *#connection(signal: AbortSignal): AsyncGenerator<LiveEvent, void> {
    const connection = new AbortController();
    const end = (): void => connection.abort();
    const silence = new Silence(SILENCE_SECONDS, end);
    signal.addEventListener("abort", end, { once: true });
    try {
      const { data } = await this.#client.http.get(EVENTS, {
        params: { query: { topics: this.#topics } },
        headers: {
          accept: "text/event-stream",
          ...(this.#after === undefined ? {} : { "last-event-id": this.#after }),
        },
        parseAs: "stream",
        signal: connection.signal,
      });
      const frames = eventFrames(heard(chunksOf(data, connection.signal), silence));
      for await (const { id, event, data: text } of frames) yield this.#taken(event, id, text);
    } finally {
      signal.removeEventListener("abort", end);
      silence.end();
      connection.abort();
      this.#stream = undefined;
    }
  }

  #taken(event: string, id: string | undefined, text: string): LiveEvent {
    const data = JSON.parse(text) as LiveData;
    if (event === "hello") this.#stream = data["stream"] as string;
    const isPlace = event === "hello" || event === "reset";
    this.#after = isPlace ? (data["seq"] as string) : (id ?? this.#after);
    return { event, seq: isPlace ? undefined : id, data };
  }
}

/** Live events of some topics: `for await (const event of liveEvents(client, { topics: ["home"] }))`. */
export function liveEvents(client: Pick<MomijiClient, "http" | "put">, options: LiveOptions): LiveEvents {
  return new LiveEvents(client, options);
}

async function* heard(chunks: AsyncIterable<Uint8Array>, silence: Silence): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of chunks) {
    silence.broken();
    yield chunk;
  }
}

/** Goes away by itself: the network, a proxy, a server that restarts or has too many streams. */
function isPassing({ status }: MomijiError): boolean {
  return status === 0 || status === 408 || status === 429 || status >= 500;
}
