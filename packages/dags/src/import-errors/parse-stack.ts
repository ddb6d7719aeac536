/** One line of V8's stack text. Line and column count from 1. */
export interface StackFrame {
  /** Function's name, empty at the top level of a module. */
  readonly name: string;
  readonly url: string;
  readonly line: number;
  readonly column: number;
}

const FRAME = /^\s*at (?:(?<name>.*) \()?(?:async )?(?<url>[a-z]+:.*?):(?<line>\d+):(?<column>\d+)\)?$/;
/** How V8 heads the stack of an error that comes before a line of code ran: the place, the line, carets under it. */
const HEAD = /^(?<url>file:.*):(?<line>\d+)\n[^\n]*\n(?<spaces> *)\^/;

/** The frames of a stack, the innermost first. */
export function parseStack(stack: string): StackFrame[] {
  const frames: StackFrame[] = [];
  const head = HEAD.exec(stack)?.groups;
  if (head !== undefined) {
    frames.push({
      name: "",
      url: head["url"] as string,
      line: Number(head["line"]),
      column: (head["spaces"] as string).length + 1,
    });
  }
  for (const text of stack.split("\n")) {
    const parts = FRAME.exec(text)?.groups;
    if (parts === undefined) continue;
    const { name = "", url = "", line, column } = parts;
    frames.push({ name: name.replace(/^async /, ""), url, line: Number(line), column: Number(column) });
  }
  return frames;
}
