/** CloudWatch Logs of the double: streams whose events may be seen late. */
import { AwsRefusal } from "./aws-front.testing.ts";

interface StoredEvent {
  readonly timestamp: number;
  readonly message: string;
  readonly ingestionTime: number;
}

const PAGE = 10_000;

export class DoubleLogs {
  /** How long it takes until an event is to be seen. */
  delayMillis = 0;
  /** How many events are given at once. */
  pageSize = PAGE;
  readonly #groups = new Map<string, Map<string, StoredEvent[]>>();

  createGroup(name: string): void {
    this.#groups.set(name, new Map());
  }

  put(group: string, stream: string, message: string): void {
    const now = Date.now();
    const stored = this.#groups.get(group);
    if (stored === undefined) return;
    const events = stored.get(stream) ?? [];
    stored.set(stream, events);
    events.push({ timestamp: now, message, ingestionTime: now + this.delayMillis });
  }

  getLogEvents(input: Record<string, unknown>): object {
    const visible = this.#visible(String(input["logGroupName"]), String(input["logStreamName"]));
    const from = typeof input["startTime"] === "number" ? input["startTime"] : 0;
    const asked = visible.flatMap((event, index) => (event.timestamp >= from ? [{ event, index }] : []));
    const limit = Math.min(this.pageSize, typeof input["limit"] === "number" ? input["limit"] : PAGE);
    const token = input["nextToken"];
    const begin = typeof token === "string" ? indexOfToken(token) : 0;
    const rest = asked.filter(({ index }) => index >= begin);
    const page = input["startFromHead"] === true || token !== undefined ? rest.slice(0, limit) : rest.slice(-limit);
    const next = (page.at(-1)?.index ?? Math.max(begin, visible.length) - 1) + 1;
    return {
      events: page.map(({ event }) => event),
      nextForwardToken: `f/${next}`,
      nextBackwardToken: `b/${page[0]?.index ?? begin}`,
    };
  }

  #visible(groupName: string, streamName: string): readonly StoredEvent[] {
    const group = this.#groups.get(groupName);
    if (group === undefined)
      throw new AwsRefusal("ResourceNotFoundException", "The specified log group does not exist.");
    const now = Date.now();
    const visible = (group.get(streamName) ?? []).filter(({ ingestionTime }) => ingestionTime <= now);
    if (visible.length === 0)
      throw new AwsRefusal("ResourceNotFoundException", "The specified log stream does not exist.");
    return visible;
  }
}

function indexOfToken(token: string): number {
  const found = /^f\/(\d+)$/.exec(token);
  if (found === null) throw new AwsRefusal("InvalidParameterException", "The specified nextToken is invalid.");
  return Number(found[1]);
}
