/** One stream of CloudWatch Logs, read forward from a place, and backward for its last lines. */
import type { CloudWatchLogsClient, OutputLogEvent } from "@aws-sdk/client-cloudwatch-logs";
import { errorName } from "../client/aws-error.ts";
import type { Pacer } from "../client/pacer.ts";
import { type LogPlace, placeAfter } from "./log-position.ts";

export interface LogAddress {
  readonly group: string;
  readonly stream: string;
  readonly client: CloudWatchLogsClient;
  /** Of all readers of the account and region. */
  readonly pacer: Pacer;
}

export interface LogPage {
  readonly events: readonly LogEvent[];
  /** Nothing stands behind it at this moment. */
  readonly isEnd: boolean;
}

export interface LogEvent {
  readonly millis: number;
  readonly message: string;
}

export class LogStream {
  readonly #address: LogAddress;
  #place: LogPlace | null;
  #startTime: number | undefined;
  /** Events at the beginning of what comes that were taken in an earlier life. */
  #skip: LogPlace | null;
  #token: string | undefined;

  constructor(address: LogAddress, place: LogPlace | null) {
    this.#address = address;
    this.#place = place;
    this.#skip = place;
    this.#startTime = place?.millis;
  }

  /** What follows; each event is given once. Throws what the SDK throws, and can be called again then. */
  async next(signal: AbortSignal): Promise<LogPage> {
    const { client, pacer, group, stream } = this.#address;
    await pacer.turn(signal);
    const { GetLogEventsCommand } = await import("@aws-sdk/client-cloudwatch-logs");
    const command = new GetLogEventsCommand({
      logGroupName: group,
      logStreamName: stream,
      startFromHead: true,
      startTime: this.#startTime,
      nextToken: this.#token,
    });
    try {
      const { events = [], nextForwardToken } = await client.send(command, { abortSignal: signal });
      const isEnd = nextForwardToken === undefined || nextForwardToken === this.#token;
      this.#token = nextForwardToken;
      return { events: this.#fresh(events), isEnd };
    } catch (error) {
      if (this.#token !== undefined && isTokenRefused(error)) return this.#withoutToken();
      throw error;
    }
  }

  /** The last events of the stream, oldest first. */
  async last(count: number, signal: AbortSignal): Promise<readonly LogEvent[]> {
    const { client, pacer, group, stream } = this.#address;
    await pacer.turn(signal);
    const { GetLogEventsCommand } = await import("@aws-sdk/client-cloudwatch-logs");
    const command = new GetLogEventsCommand({
      logGroupName: group,
      logStreamName: stream,
      startFromHead: false,
      limit: count,
    });
    const { events = [] } = await client.send(command, { abortSignal: signal });
    return events.map(eventOf);
  }

  #fresh(events: readonly OutputLogEvent[]): readonly LogEvent[] {
    const fresh: LogEvent[] = [];
    for (const event of events.map(eventOf)) {
      if (this.#isTaken(event)) continue;
      this.#place = placeAfter(this.#place, event.millis);
      fresh.push(event);
    }
    return fresh;
  }

  #isTaken({ millis }: LogEvent): boolean {
    if (this.#skip === null) return false;
    const { millis: newest, taken } = this.#skip;
    if (millis > newest || taken === 0) {
      this.#skip = null;
      return false;
    }
    if (millis === newest) this.#skip = { millis: newest, taken: taken - 1 };
    return true;
  }

  /** A token is good for 24 hours. */
  #withoutToken(): LogPage {
    this.#token = undefined;
    this.#skip = this.#place;
    this.#startTime = this.#place?.millis;
    return { events: [], isEnd: false };
  }
}

function eventOf({ timestamp = 0, message = "" }: OutputLogEvent): LogEvent {
  return { millis: timestamp, message };
}

function isTokenRefused(error: unknown): boolean {
  return errorName(error) === "InvalidParameterException";
}
