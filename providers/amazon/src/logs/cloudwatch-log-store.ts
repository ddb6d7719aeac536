/** Logs in a log group of CloudWatch: a stream a log, an event a record. */
import type { CloudWatchLogsClient, LogStream } from "@aws-sdk/client-cloudwatch-logs";
import type { LogRecord, Micros } from "@momiji/core";
import type { LogEnd, LogPart, LogStore } from "@momiji/sdk";
import { logsClient } from "../client/clients.ts";
import type { AwsAccess } from "../connection/aws-access.ts";
import { eventBatches } from "./event-batches.ts";
import { InOrder } from "./in-order.ts";
import { recordOf } from "./records.ts";
import { encoded, lifeOf, type StreamLife, streamOf, streamOfLife, withoutLife } from "./stream-names.ts";

export interface CloudWatchLogPlace {
  readonly group: string;
  readonly prefix: string;
  /** Whether the group is created when it is not there. */
  readonly mayCreate: boolean;
  readonly now: () => Micros;
}

/** Streams of which something is remembered: what is forgotten is asked again. */
const MOST_REMEMBERED = 10_000;
/** Events of one moment at the end of a stream, among which the last record is. */
const TAIL_EVENTS = 100;
const MICROS_A_MILLI = 1_000;

export class CloudWatchLogStore implements LogStore {
  readonly name: string;
  readonly #access: AwsAccess;
  readonly #place: CloudWatchLogPlace;
  /** The time of the last event of streams that are known to be there. */
  readonly #written = new Map<string, number>();
  /** Where a reader that has seen all before `seq` goes on. */
  readonly #read = new Map<string, { readonly seq: number; readonly token: string }>();

  constructor(access: AwsAccess, place: CloudWatchLogPlace) {
    this.name = `the log group ${place.group} of CloudWatch`;
    this.#access = access;
    this.#place = place;
  }

  async append(log: string, part: LogPart): Promise<void> {
    const stream = streamOfLife(streamOf(this.#place.prefix, log), part);
    const found =
      part.life === 0 ? stream : ((await this.#livesOf(log)).find(({ life }) => life === part.life)?.stream ?? stream);
    if (!this.#written.has(found)) await this.#create(found);
    try {
      await this.#put(found, part.text);
    } catch (error) {
      if (!isMissing(error)) throw error;
      // Somebody has removed it since.
      await this.#create(found);
      await this.#put(found, part.text);
    }
  }

  async end(log: string): Promise<LogEnd | null> {
    for (const { stream, life, firstSeq } of (await this.#livesOf(log)).toReversed()) {
      const { GetLogEventsCommand } = await import("@aws-sdk/client-cloudwatch-logs");
      const about = { logGroupName: this.#place.group, logStreamName: stream, limit: TAIL_EVENTS };
      const { events = [] } = await (await this.#client()).send(new GetLogEventsCommand(about));
      remember(this.#written, stream, Math.max(0, ...events.map(({ timestamp = 0 }) => timestamp)));
      const seqs = events.flatMap(({ message = "" }) => recordOf(message)?.seq ?? []);
      // A stream that is there, but still empty: its first part has yet to come, or cannot be seen yet.
      if (seqs.length > 0) return { life, seq: Math.max(...seqs) };
      if (life > 0) return { life, seq: firstSeq - 1 };
    }
    return null;
  }

  async *read(log: string, fromSeq: number): AsyncGenerator<readonly LogRecord[]> {
    const lives = await this.#livesOf(log);
    let next = fromSeq;
    for (const [index, { stream }] of lives.entries()) {
      const before = Math.min(Number.POSITIVE_INFINITY, ...lives.slice(index + 1).map(({ firstSeq }) => firstSeq));
      for await (const batch of this.#readStream(stream, next)) {
        const records = batch.filter(({ seq }) => seq >= next && seq < before);
        next = (records.at(-1)?.seq ?? next - 1) + 1;
        if (records.length > 0) yield records;
      }
    }
  }

  async remove(folder: string): Promise<number> {
    const logs = new Set<string>();
    for await (const streams of this.#list(this.#place.prefix + encoded(folder))) {
      for (const { logStreamName = "" } of streams) {
        logs.add(withoutLife(logStreamName));
        await this.#delete(logStreamName);
      }
    }
    return logs.size;
  }

  async removeBefore(before: Micros): Promise<number> {
    const old: string[] = [];
    for await (const streams of this.#list(this.#place.prefix)) {
      for (const { logStreamName = "", lastIngestionTime, creationTime = 0 } of streams) {
        const writtenAt = Math.max(lastIngestionTime ?? 0, creationTime) * MICROS_A_MILLI;
        if (logStreamName.includes("dag_id=") && writtenAt < before) old.push(logStreamName);
      }
    }
    for (const stream of old) await this.#delete(stream);
    return old.length;
  }

  #client(): Promise<CloudWatchLogsClient> {
    return logsClient(this.#access);
  }

  async *#readStream(stream: string, fromSeq: number): AsyncGenerator<LogRecord[]> {
    const known = this.#read.get(stream);
    const isKnown = known !== undefined && known.seq <= fromSeq;
    const order = new InOrder(fromSeq);
    let token = isKnown ? known.token : undefined;
    for (;;) {
      const page = await this.#page(stream, token);
      if (page === null) return;
      yield order.add(page.records);
      const isEnd = page.next === token;
      token = page.next;
      if (isEnd) break;
    }
    if (!order.isWaiting) return remember(this.#read, stream, { seq: order.next, token: token ?? "" });
    this.#read.delete(stream);
    // What is missing may have come before the place where reading went on.
    if (isKnown) return yield* this.#readStream(stream, order.next);
    yield order.rest();
  }

  /** Null: there is no such stream (any more). */
  async #page(stream: string, token: string | undefined) {
    const { GetLogEventsCommand } = await import("@aws-sdk/client-cloudwatch-logs");
    const about = { logGroupName: this.#place.group, logStreamName: stream, startFromHead: true, nextToken: token };
    try {
      const { events = [], nextForwardToken } = await (await this.#client()).send(new GetLogEventsCommand(about));
      return { records: events.flatMap(({ message = "" }) => recordOf(message) ?? []), next: nextForwardToken };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async #livesOf(log: string): Promise<StreamLife[]> {
    const stream = streamOf(this.#place.prefix, log);
    const found: StreamLife[] = [];
    for await (const streams of this.#list(stream))
      found.push(...streams.flatMap(({ logStreamName = "" }) => lifeOf(stream, logStreamName) ?? []));
    return found.sort((a, b) => a.life - b.life);
  }

  async *#list(prefix: string): AsyncGenerator<readonly LogStream[]> {
    const { DescribeLogStreamsCommand } = await import("@aws-sdk/client-cloudwatch-logs");
    const client = await this.#client();
    const about = { logGroupName: this.#place.group, ...(prefix === "" ? {} : { logStreamNamePrefix: prefix }) };
    let token: string | undefined;
    do {
      try {
        const answer = await client.send(new DescribeLogStreamsCommand({ ...about, nextToken: token }));
        token = answer.nextToken;
        yield answer.logStreams ?? [];
      } catch (error) {
        if (!isMissing(error)) throw error;
        return;
      }
    } while (token !== undefined);
  }

  async #put(stream: string, text: string): Promise<void> {
    const { PutLogEventsCommand } = await import("@aws-sdk/client-cloudwatch-logs");
    const client = await this.#client();
    const { group, now } = this.#place;
    for (const logEvents of eventBatches(text, { after: this.#written.get(stream) ?? 0, now: now() })) {
      await client.send(new PutLogEventsCommand({ logGroupName: group, logStreamName: stream, logEvents }));
      remember(this.#written, stream, logEvents.at(-1)?.timestamp ?? 0);
    }
  }

  async #create(stream: string): Promise<void> {
    const { CreateLogGroupCommand, CreateLogStreamCommand } = await import("@aws-sdk/client-cloudwatch-logs");
    const client = await this.#client();
    const { group: logGroupName, mayCreate } = this.#place;
    const create = async (): Promise<unknown> =>
      unlessThere(client.send(new CreateLogStreamCommand({ logGroupName, logStreamName: stream })));
    try {
      await create();
    } catch (error) {
      if (!isMissing(error) || !mayCreate) throw error;
      await unlessThere(client.send(new CreateLogGroupCommand({ logGroupName })));
      await create();
    }
  }

  async #delete(stream: string): Promise<void> {
    const { DeleteLogStreamCommand } = await import("@aws-sdk/client-cloudwatch-logs");
    this.#written.delete(stream);
    this.#read.delete(stream);
    const about = { logGroupName: this.#place.group, logStreamName: stream };
    try {
      await (await this.#client()).send(new DeleteLogStreamCommand(about));
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
}

function isMissing(error: unknown): boolean {
  return (error as Error).name === "ResourceNotFoundException";
}

async function unlessThere(sent: Promise<unknown>): Promise<void> {
  try {
    await sent;
  } catch (error) {
    if ((error as Error).name !== "ResourceAlreadyExistsException") throw error;
  }
}

/** The newest so many. */
function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > MOST_REMEMBERED && oldest !== undefined) map.delete(oldest);
}
