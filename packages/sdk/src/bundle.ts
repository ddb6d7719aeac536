/**
 * Evaluates the bundle of a DAG file and gives its DAGs. Used by the loader of DAG files and by the children that run
 * task functions; both run it in a process of its own, since a bundle is somebody's code.
 */
import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import { type BundleParts, collectParts } from "./bundle-parts.ts";
import { type Dag, dagsOf } from "./dag-object.ts";

export type { BundleParts } from "./bundle-parts.ts";

let installed = false;

/** `momiji` and `@momiji/*` mean the running installation, wherever the bundle lies. */
export function resolveToInstallation(): void {
  if (installed) return;
  installed = true;
  registerHooks({
    resolve(specifier, context, next) {
      if (!isOurs(specifier)) return next(specifier, context);
      return next(specifier, { ...context, parentURL: import.meta.url });
    },
  });
}

export function isOurs(specifier: string): boolean {
  return specifier === "momiji" || specifier.startsWith("momiji/") || specifier.startsWith("@momiji/");
}

export interface LoadedBundle extends BundleParts {
  readonly dags: readonly { readonly dag: Dag; readonly exportName: string }[];
}

/** Imports the bundle at `path`, each once in the life of a process. Rejects with whatever the author's code throws. */
export async function loadBundle(path: string): Promise<LoadedBundle> {
  resolveToInstallation();
  const { loaded, parts } = await collectParts(
    async () => (await import(pathToFileURL(path).href)) as { readonly [name: string]: unknown },
  );
  return { dags: dagsOf(loaded), ...parts };
}
