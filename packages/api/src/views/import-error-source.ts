/** The place of an import error in its file, out of the frame that the loader keeps with it as a terminal shows it. */

export interface SourceExcerpt {
  /** The author's file: not always the DAG file, which may import it. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** Letters before the caret under the line of the error. */
  readonly caret: number;
  /** Long ones are cut around the caret. */
  readonly lines: readonly { readonly n: number; readonly text: string }[];
}

const HEAD = /^(.+):(\d+):(\d+)$/;
const LINE = /^[> ] +(\d+) \|(?: (.*))?$/;
const CARET = /^ +\| ( *)\^$/;

/** Null: there is none, or it is of another shape. */
export function readFrame(frame: string | undefined): SourceExcerpt | null {
  const [first = "", ...rest] = frame?.split("\n") ?? [];
  const head = HEAD.exec(first);
  if (head === null) return null;
  const [, file = "", line, column] = head;
  const lines = rest.flatMap((text) => {
    const found = LINE.exec(text);
    return found === null ? [] : [{ n: Number(found[1]), text: found[2] ?? "" }];
  });
  const caret = rest.flatMap((text) => CARET.exec(text)?.[1]?.length ?? [])[0] ?? 0;
  return lines.length === 0 ? null : { file, line: Number(line), column: Number(column), caret, lines };
}
