/** Makes one self-contained, content-addressed module of each DAG file and what it imports. */
import { mkdir, readFile } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import type { ImportErrorInput } from "@momiji/store";
import type { BuildFailure, BuildOptions, BuildResult } from "esbuild";
import type { DagFile } from "../folder/dag-file.ts";
import { whyUnreadable } from "../folder/why-unreadable.ts";
import { buildErrors } from "./build-errors.ts";
import { inputsOf } from "./bundle-inputs.ts";
import { type BundleText, bundleText } from "./bundle-text.ts";
import { ownPlace } from "./own-place.ts";
import { packageFolders } from "./package-folders.ts";
import { type Bundle, writeBundles } from "./write-bundle.ts";

export type BundleOutcome =
  | {
      readonly file: DagFile;
      readonly bundle: Bundle;
      /** The DAG file as the bundle names it: its path below the folder. */
      readonly entry: string;
      /** The files it was made of, absolute. */
      readonly inputs: readonly string[];
    }
  | { readonly file: DagFile; readonly bundle: null; readonly errors: readonly ImportErrorInput[] };

const OPTIONS = {
  bundle: true,
  write: false,
  metafile: true,
  platform: "node",
  format: "esm",
  target: "node24",
  sourcemap: "external",
  sourcesContent: false,
  logLevel: "silent",
  external: ["momiji", "momiji/*", "@momiji/*"],
  allowOverwrite: true,
} as const satisfies BuildOptions;

type Built = BuildResult<typeof OPTIONS>;

export class Bundler {
  readonly #bundleDir: string;
  readonly #packageFolders = packageFolders();
  #esbuild: typeof import("esbuild") | null = null;

  constructor(bundleDir: string) {
    this.#bundleDir = resolve(bundleDir);
  }

  /**
   * Bundles files of one folder, in one go: what several of them import is read once. Resolves to an outcome for each,
   * in order.
   */
  async bundle(files: readonly DagFile[]): Promise<BundleOutcome[]> {
    const [first] = files;
    if (first === undefined) return [];
    try {
      const built = await this.#build(files, first.folder);
      await mkdir(this.#bundleDir, { recursive: true });
      return await this.#keepAll(files, built);
    } catch (error) {
      // One broken file fails the whole build: the others are told from it by building each alone.
      if (files.length > 1) return (await Promise.all(files.map((file) => this.bundle([file])))).flat();
      return [{ file: first, bundle: null, errors: await explainFailure(error, first) }];
    }
  }

  /** Ends esbuild's process, which holds memory; the next `bundle` starts it anew. Not to be called during one. */
  async rest(): Promise<void> {
    const esbuild = this.#esbuild;
    this.#esbuild = null;
    await esbuild?.stop();
  }

  async #build(files: readonly DagFile[], folder: string): Promise<Built> {
    this.#esbuild ??= await import("esbuild");
    return this.#esbuild.build({
      ...OPTIONS,
      entryPoints: files.map((file, index) => ({ in: file.path, out: String(index) })),
      absWorkingDir: folder,
      outdir: folder,
      nodePaths: this.#packageFolders,
      plugins: [ownPlace],
    });
  }

  /** One text after another: all of them at once would be a lot of memory. */
  async #keepAll(files: readonly DagFile[], built: Built): Promise<BundleOutcome[]> {
    const texts = files.values().map((file, index) => this.#textOf(file, built, index));
    const bundles = await writeBundles(this.#bundleDir, texts);
    return files.map((file, index) => {
      const entry = entryIn(built, index, file);
      const inputs = new Set([file.path, ...inputsOf(built.metafile, entry, file.folder)]);
      return { file, bundle: bundles[index] as Bundle, entry, inputs: [...inputs] };
    });
  }

  #textOf(file: DagFile, built: Built, index: number): BundleText {
    const output = (suffix: string): string => {
      const path = resolve(file.folder, `${index}.js${suffix}`);
      return built.outputFiles.find((each) => each.path === path)?.text ?? "";
    };
    return bundleText({ code: output(""), map: output(".map") }, file.folder, this.#packageFolders);
  }
}

function entryIn(built: Built, index: number, file: DagFile): string {
  return built.metafile.outputs[`${index}.js`]?.entryPoint ?? entryOf(file);
}

function entryOf(file: DagFile): string {
  return relative(file.folder, file.path).split(sep).join("/");
}

async function explainFailure(error: unknown, file: DagFile): Promise<readonly ImportErrorInput[]> {
  const messages = (error as Partial<BuildFailure>).errors;
  if (messages === undefined) return [{ message: `The file could not be bundled: ${(error as Error).message}` }];
  if (messages.some(({ location }) => location === null)) {
    const unreadable = await readFile(file.path).then(() => null, whyUnreadable);
    if (unreadable !== null) return [{ message: `The file cannot be read: ${unreadable}` }];
  }
  return buildErrors(messages, file, entryOf(file));
}
