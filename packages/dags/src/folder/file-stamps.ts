/**
 * Tells whether files changed without reading them. One object stands for one look: each path is asked once, so that
 * what is compared belongs together.
 */
import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";

const NOT_THERE = "-";

export class FileStamps {
  readonly #stamps = new Map<string, Promise<string>>();

  /** Changes whenever the content of one of the files does (time of change and size stand for it), or one comes or goes. */
  async signature(paths: readonly string[]): Promise<string> {
    const hash = createHash("sha1");
    for (const stamp of await Promise.all(paths.map((path) => this.#of(path)))) hash.update(stamp).update("\n");
    return hash.digest("base64");
  }

  #of(path: string): Promise<string> {
    let stamp = this.#stamps.get(path);
    if (stamp === undefined) {
      stamp = stat(path).then(
        ({ mtimeMs, size }) => `${mtimeMs}:${size}`,
        () => NOT_THERE,
      );
      this.#stamps.set(path, stamp);
    }
    return stamp;
  }
}
