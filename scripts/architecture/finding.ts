/** One thing that breaks the architecture, said so that it can be mended without reading the checker. */
export interface Finding {
  /** Path from the root of the repository. */
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  /** What is wrong and what to do instead. */
  readonly message: string;
}

export function formatFinding({ file, line, rule, message }: Finding): string {
  return `${file}:${line}  ${rule}  ${message}`;
}
