/** For tests: real folders, a real store, a processor over them. */
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { openSqliteStore, type Store } from "@momiji/store";
import { onTestFinished } from "vitest";
import { createDagProcessor, type DagProcessor, type DagProcessorOptions } from "./dag-processor.ts";
import type { PublishedFile } from "./publisher.ts";

/** A folder that is gone after the test. */
export async function tempFolder(files: { readonly [name: string]: string } = {}): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "momiji-dags-")));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) await put(folder, name, text);
  return folder;
}

export async function put(folder: string, name: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), text);
}

/** The text of a file with one DAG. */
export function dagText(id: string, { before = "", taskId = "only" } = {}): string {
  return `import { dag } from "@momiji/sdk";
${before}
export default dag({ id: ${JSON.stringify(id)}, schedule: null }, ({ task }) => {
  task(${JSON.stringify(taskId)}, () => 1);
});
`;
}

export interface Setup {
  readonly folder: string;
  readonly bundleDir: string;
  readonly store: Store;
  /** Every call of `onPublished`, in order. */
  readonly published: PublishedFile[];
  readonly messages: string[];
  start(options?: Partial<DagProcessorOptions>): Promise<DagProcessor>;
  /** Resolves at the next published file for which `test` holds, past ones included. */
  until(test: (published: PublishedFile) => boolean): Promise<PublishedFile>;
  /** Ids of the active DAGs. */
  active(): Promise<string[]>;
}

export async function setUp(files: { readonly [name: string]: string } = {}): Promise<Setup> {
  const folder = await tempFolder(files);
  const home = await tempFolder();
  const bundleDir = join(home, "bundles");
  const store = await openSqliteStore({ path: join(home, "momiji.sqlite"), synchronous: "normal" });
  onTestFinished(() => store.close());
  const published: PublishedFile[] = [];
  const messages: string[] = [];
  const waiting = new Set<() => void>();
  let now = 0;
  const note = (message: string, error?: unknown): void =>
    void messages.push(error instanceof Error ? `${message}: ${error.message}` : message);
  return {
    folder,
    bundleDir,
    store,
    published,
    messages,
    async start(options = {}) {
      const clock = { now: () => (now += 1) };
      const log = { warn: note, error: note };
      const processor = createDagProcessor({ folders: [folder], bundleDir, store, clock, log, ...options });
      onTestFinished(() => processor.stop());
      processor.onPublished((file) => {
        published.push(file);
        for (const look of waiting) look();
      });
      await processor.start();
      return processor;
    },
    until: (test) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = published.find(test);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    active: async () => (await store.listDags()).map(({ dagId }) => dagId),
  };
}
