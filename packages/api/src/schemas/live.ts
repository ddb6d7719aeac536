/** Requests about live events. */
import { z } from "zod";
import { text, texts } from "./query.ts";

const words = (given: readonly string[]): string[] =>
  given.flatMap((part) => part.split(",")).filter((topic) => topic !== "");

export const stream = {
  query: z.object({ topics: texts.default([]).transform(words), last_event_id: text.optional() }),
};
export const topics = { body: z.strictObject({ topics: z.array(z.string().max(600)).max(100) }) };
