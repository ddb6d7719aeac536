import { readFile } from "node:fs/promises";
import { SourceMap, type SourceMapPayload } from "node:module";

/** The comment that carries the source map at the end of a bundle. */
export const SOURCE_MAP_COMMENT = "//# sourceMappingURL=data:application/json;base64,";

export interface AuthorSource {
  /** As the bundle names it: below the DAG folder. */
  readonly file: string;
  readonly text: string;
}

/** What a bundle was made of, read from its source map. */
export class BundleSources {
  /** Files of the author, not of packages; the DAG file itself first. */
  readonly files: readonly AuthorSource[];
  readonly #map: SourceMap;
  readonly #contents: ReadonlyMap<string, string | null>;

  /** @param entry the DAG file as the bundle names it */
  constructor(payload: SourceMapPayload, entry: string) {
    this.#map = new SourceMap(payload);
    this.#contents = new Map(payload.sources.map((file, index) => [file, payload.sourcesContent[index] ?? null]));
    const files = [...this.#contents].flatMap(([file, text]) => (text === null ? [] : [{ file, text }]));
    this.files = files.sort((a, b) => Number(b.file === entry) - Number(a.file === entry));
  }

  static async read(bundlePath: string, entry: string): Promise<BundleSources> {
    const bundle = await readFile(bundlePath, "utf8");
    const encoded = bundle.slice(bundle.lastIndexOf(SOURCE_MAP_COMMENT) + SOURCE_MAP_COMMENT.length);
    return new BundleSources(JSON.parse(Buffer.from(encoded, "base64").toString("utf8")) as SourceMapPayload, entry);
  }

  /** Where a place of the bundle (counted from 1) was written; `text` is null in a package's file. */
  origin(line: number, column: number): { file: string; text: string | null; line: number; column: number } | null {
    const entry = this.#map.findEntry(line - 1, column - 1);
    if (!("originalSource" in entry) || entry.originalSource === undefined) return null;
    const file = entry.originalSource;
    return {
      file,
      text: this.#contents.get(file) ?? null,
      line: entry.originalLine + 1,
      column: entry.originalColumn + 1,
    };
  }
}

/** What the author wrote in the DAG file of a bundle, as it was when the bundle was made; null: the bundle is gone. */
export async function readAuthorText(bundlePath: string, entry: string): Promise<string | null> {
  try {
    return (await BundleSources.read(bundlePath, entry)).files[0]?.text ?? null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
