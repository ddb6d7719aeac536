/** Where an error came from, of the stack that it was thrown with: the author's places, and those of others folded away. */

export interface StackFrame {
  /** As the author knows it, below the DAG folder; of others as the process knows it. */
  readonly file: string;
  readonly line: number;
  readonly column: number | null;
  readonly function: string | null;
  /** The author's. */
  readonly own: boolean;
}

/** A stack that calls itself a thousand times says no more than its ends. */
const MOST_FRAMES = 50;

/** `    at load (etl/orders.ts:14:9)`, `    at async file:///x.mjs:3:1`. */
const JAVASCRIPT = /^\s+at (?:(?:async )?(.+?) \()?(?:async )?(?:file:\/\/)?([^()\s][^()]*?):(\d+):(\d+)\)?$/;

/** `  File "/dags/orders.py", line 14, in load`. */
const PYTHON = /^\s+File "([^"]+)", line (\d+)(?:, in (.+))?$/;

/** The innermost first, as JavaScript has them; a Python traceback is turned round. */
export function framesOf(stack: string): readonly StackFrame[] {
  const lines = stack.split("\n");
  const python = lines.flatMap((line) => pythonFrame(line) ?? []);
  if (python.length > 0) return python.toReversed().slice(0, MOST_FRAMES);
  return lines.flatMap((line) => javaScriptFrame(line) ?? []).slice(0, MOST_FRAMES);
}

function javaScriptFrame(line: string): StackFrame | null {
  const found = JAVASCRIPT.exec(line);
  if (found === null) return null;
  const [, name = null, file = "", at = "", column = ""] = found;
  return { file, line: Number(at), column: Number(column), function: name, own: isOwn(file) };
}

function pythonFrame(line: string): StackFrame | null {
  const found = PYTHON.exec(line);
  if (found === null) return null;
  const [, file = "", at = "", name = null] = found;
  const isLibrary = /(?:^|\/)(?:lib\/python|site-packages|dist-packages)|^</.test(file);
  return { file, line: Number(at), column: null, function: name, own: !isLibrary };
}

/** What lies below the DAG folder is told by its path there; what the process brings has a whole path, or none. */
function isOwn(file: string): boolean {
  return !file.startsWith("/") && !/^[a-z]+:/i.test(file) && !file.includes("node_modules/") && !file.startsWith("<");
}
