/** Requests about live events. */
import { z } from "zod";
import { text, texts } from "./query.ts";

const words = (given: readonly string[]): string[] =>
  given.flatMap((part) => part.split(",")).filter((topic) => topic !== "");

export const stream = {
  query: z.object({
    topics: texts
      .default([])
      .transform(words)
      .meta({
        type: "array",
        items: { type: "string" },
        description: "`home`, `dag:DAG`, `run:DAG/RUN`, `pools`, `import_errors`; also several with `,` between them",
      }),
    last_event_id: text.optional().describe("Where to go on, for a client that cannot send `Last-Event-ID`"),
  }),
  answers: {
    200: {
      "text/event-stream": z.string().meta({
        description:
          "Events in the order of the commits. `hello` comes first, with the id of the stream; `reset`: read again, and go on from its `seq`; then `run`, `ti` and the others with what has changed",
        examples: [
          'event: hello\ndata: {"stream":"Zk3v0mX1q8cA","seq":"m1x.41"}\n\nid: m1x.42\nevent: run\ndata: {"d":"etl","r":"manual__1","s":"r"}\n\n',
        ],
      }),
    },
  },
};
export const topics = {
  body: z.strictObject({ topics: z.array(z.string().max(600)).max(100) }).meta({ id: "EventTopicsBody" }),
  answers: { 204: null },
};
