/** JSON values that come line by line, each as soon as its line is whole. */
export async function* ndjson<Value>(body: ReadableStream<Uint8Array>): AsyncGenerator<Value, void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += decoder.decode(value, { stream: !done });
      const lines = rest.split("\n");
      rest = done ? "" : (lines.pop() ?? "");
      for (const line of lines) if (line.trim() !== "") yield JSON.parse(line) as Value;
      if (done) return;
    }
  } finally {
    // Whoever stops early wants no more of it; the server notices.
    await reader.cancel().catch(() => undefined);
  }
}
