/** JSON values that come line by line, each as soon as its line is whole. */
export async function* ndjson<Value>(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Value, void> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.trim() !== "") yield JSON.parse(line) as Value;
  }
  rest += decoder.decode();
  if (rest.trim() !== "") yield JSON.parse(rest) as Value;
}
