/**
 * Reads `text/event-stream`, as far as the HTML standard goes beyond one field a line. (eventsource-parser would do it, but its
 * package has a `source` entry that is not shipped, which is what ours ask for in development.)
 */
export interface EventFrame {
  readonly id: string | undefined;
  /** `message` if none is named. */
  readonly event: string;
  /** Several lines of data with line feeds between them. */
  readonly data: string;
}

export async function* eventFrames(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<EventFrame, void> {
  const decoder = new TextDecoder();
  let rest = "";
  let lines: string[] = [];
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true });
    // A carriage return at the end may be half of a line's end.
    const parts = rest.split(/\r\n|\n|\r(?!$)/);
    rest = parts.pop() ?? "";
    for (const line of parts) {
      if (line !== "") lines.push(line);
      else {
        const frame = frameOf(lines);
        lines = [];
        if (frame !== null) yield frame;
      }
    }
  }
  // A frame that has no end was cut off with the connection: it comes again.
}

/** Null: comments alone. */
function frameOf(lines: readonly string[]): EventFrame | null {
  const fields = lines.map((line) => {
    const [, name = "", value = ""] = /^([^:]*)(?:: ?)?([^]*)$/.exec(line) ?? [];
    return { name, value };
  });
  const valuesOf = (wanted: string): string[] => fields.filter(({ name }) => name === wanted).map(({ value }) => value);
  const data = valuesOf("data");
  if (data.length === 0) return null;
  return { id: valuesOf("id").at(-1), event: valuesOf("event").at(-1) ?? "message", data: data.join("\n") };
}
