/**
 * What the pages to which links in mails and chats lead need beside the first page, so that the server names it in their HTML: a
 * browser then fetches all of it at once, instead of finding out when it has read the rest. On a phone that is a round trip.
 */

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

/** Vite's, by the module that a chunk begins with. */
export type Manifest = { readonly [name: string]: Chunk };

export interface Ahead {
  /** A regular expression that the path of the address below the base path meets, without its query. */
  readonly path: string;
  /** HTML for the head of the page. */
  readonly links: string;
}

const DAG = ["dag/dag-page", "dag/grid/grid-page"] as const;

/** The first that meets an address holds. */
const PAGES: readonly { readonly path: string; readonly pages: readonly string[] }[] = [
  { path: "^/dags/?$", pages: ["dags/dags-page"] },
  { path: "^/dags/[^/]+/?$", pages: DAG },
  { path: "^/dags/[^/]+/runs/[^/]+/tasks/[^/]+/mapped/?$", pages: [...DAG, "task/mapped/mapped-page"] },
  { path: "^/dags/[^/]+/runs/[^/]+/tasks/[^/]+", pages: [...DAG, "task/task-page"] },
  { path: "^/dags/[^/]+/runs/[^/]+", pages: [...DAG, "run/run-page"] },
  { path: "^/dags/", pages: ["dag/dag-page"] },
  { path: "^/runs/?$", pages: ["runs/all-runs-page"] },
  { path: "^/required_actions/?$", pages: ["inbox/inbox-page"] },
];

/** @throws Error if one of the pages is not in the build */
export function linksAhead(manifest: Manifest): readonly Ahead[] {
  const entry = Object.keys(manifest).filter((name) => manifest[name]?.isEntry === true && name.endsWith(".html"));
  const first = needed(manifest, entry);
  return PAGES.map(({ path, pages }) => {
    const names = pages.map((page) => `src/pages/${page}.tsx`);
    const more = [...needed(manifest, names)].filter((chunk) => !first.has(chunk));
    const scripts = more.map(({ file }) => `<link rel="modulepreload" crossorigin href="./${file}">`);
    const styles = more
      .flatMap(({ css = [] }) => css)
      .map((file) => `<link rel="stylesheet" crossorigin href="./${file}">`);
    return { path, links: [...scripts, ...styles].join("") };
  });
}

/** Chunks and all that they cannot do without, what others need before them. */
function needed(manifest: Manifest, names: readonly string[], known = new Set<Chunk>()): ReadonlySet<Chunk> {
  for (const name of names) {
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`${name} is not in the build of the web interface`);
    if (known.has(chunk)) continue;
    needed(manifest, chunk.imports ?? [], known);
    known.add(chunk);
  }
  return known;
}
