/** A sentence in which names and commands stand in backticks: those are drawn as code. */
export function CodeWords({ text }: { readonly text: string }) {
  return text.split("`").map((part, at) => (at % 2 === 0 ? part : <code key={at}>{part}</code>));
}
