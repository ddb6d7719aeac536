import fc from "fast-check";
import { expect, test } from "vitest";
import { chunksOf } from "./chunks.ts";
import { type EventFrame, eventFrames } from "./event-frames.ts";
import { ndjson } from "./ndjson.ts";

function streamOf(bytes: Uint8Array, cuts: readonly number[]): ReadableStream<Uint8Array> {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
  return new ReadableStream({
    start(controller) {
      places.slice(1).forEach((end, index) => controller.enqueue(bytes.slice(places[index], end)));
      controller.close();
    },
  });
}

const chunks = (text: string, cuts: readonly number[]) =>
  chunksOf(streamOf(bytesOf(text), cuts), new AbortController().signal);

async function all<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const seen: Item[] = [];
  for await (const item of source) seen.push(item);
  return seen;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const cuts = fc.array(fc.nat(), { maxLength: 8 });
const word = fc.stringMatching(/^[a-z0-9.-]{1,12}$/);

test("events are the same wherever the network cuts them, with any end of line", async () => {
  const frame = fc.record({
    id: fc.option(word, { nil: undefined }),
    event: word,
    data: fc.json({ depthSize: "small" }),
  });
  const frames = fc.array(frame, { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(frames, fc.constantFrom("\n", "\r\n", "\r"), cuts, async (given, end, cuts) => {
      const lines = given.flatMap(({ id, event, data }) => [
        ": ping",
        "",
        ...(id === undefined ? [] : [`id: ${id}`]),
        `event: ${event}`,
        `data: ${data}`,
        "",
      ]);
      // The last end of line may be half of one: a comment after it says that it is whole.
      const text = [...lines, ": end"].join(end);
      expect(await all(eventFrames(chunks(text, cuts)))).toEqual(given);
    }),
  );
});

test("fields may come without a space and over several lines, and a frame without an end does not count", async () => {
  const text = "data:one\ndata:  two\n\nevent:x\ndata\n\nid:9\n\nevent: cut\ndata: 1\n";
  const seen: EventFrame[] = await all(eventFrames(chunks(text, [])));
  expect(seen).toEqual([
    { id: undefined, event: "message", data: "one\n two" },
    { id: undefined, event: "x", data: "" },
  ]);
});

test("lines of JSON are the same wherever the network cuts them", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 8 }),
      cuts,
      fc.boolean(),
      async (values, cuts, isClosed) => {
        const text = values.map((value) => JSON.stringify(value)).join("\n") + (isClosed ? "\n" : "");
        const sent = values.map((value) => JSON.parse(JSON.stringify(value)) as unknown);
        expect(await all(ndjson(chunks(text, cuts)))).toEqual(sent);
      },
    ),
  );
});

test("whoever stops reading ends the stream", async () => {
  let isCancelled = false;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(bytesOf("1\n")),
    cancel: () => void (isCancelled = true),
  });
  for await (const _value of ndjson(chunksOf(endless, new AbortController().signal))) break;
  expect(isCancelled).toBe(true);
});

test("whoever calls it off stops a stream that says nothing, whatever the runtime does", async () => {
  const stop = new AbortController();
  let isCancelled = false;
  const silent = new ReadableStream<Uint8Array>({ cancel: () => void (isCancelled = true) });
  const reading = all(chunksOf(silent, stop.signal));
  stop.abort(new Error("enough"));
  await expect(reading).rejects.toThrow("enough");
  expect(isCancelled).toBe(true);
});
