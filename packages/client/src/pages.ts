/** Lists that come in pages, as one sequence. */
import type { AnswerOf, InitOf, PathOf } from "./api-calls.ts";
import type { MomijiClient } from "./create-client.ts";
import type { paths } from "./generated/api.ts";

type QueryOf<Operation> = Operation extends { readonly parameters: { readonly query?: infer Query } }
  ? NonNullable<Query>
  : never;

/** A path whose GET answers in pages. */
export type PagedPath = {
  [Path in PathOf<"get">]: "offset" extends keyof QueryOf<paths[Path]["get"]> ? Path : never;
}[PathOf<"get">];

/** One of the list that a page holds; `unknown` where the document does not say. */
export type ItemOf<Path extends PagedPath> =
  AnswerOf<"get", Path> extends infer Page
    ? unknown extends Page
      ? unknown
      : { [Key in keyof Page]: Page[Key] extends readonly (infer Item)[] ? Item : never }[keyof Page]
    : never;

interface Paged {
  readonly total_entries?: number;
  readonly next_cursor?: string | null;
}

interface Asked {
  readonly params?: { readonly query?: { readonly [name: string]: unknown } };
}

/** Where a page begins. */
type Place = { readonly cursor: string } | { readonly offset: number };

/**
 * The pages of a list, each asked for when the one before was taken. They go on by cursor where the server gives one, so that
 * what comes and goes meanwhile shifts nothing, else by offset. `params.query.limit` is the size of a page.
 * @throws MomijiError
 */
export async function* pages<Path extends PagedPath>(
  client: Pick<MomijiClient, "get">,
  path: Path,
  init?: InitOf<"get", Path>,
): AsyncGenerator<AnswerOf<"get", Path>, void> {
  const get = client.get as unknown as (path: string, init: object) => Promise<Paged>;
  const asked = (init ?? {}) as Asked;
  const { offset, ...query } = asked.params?.query ?? {};
  // An empty cursor asks for the first page by cursor. Lists that have none do not mind.
  let place: Place = offset === undefined ? { cursor: "" } : { offset: Number(offset) };
  for (let taken = Number(offset ?? 0); ;) {
    const page = await get(path, { ...asked, params: { ...asked.params, query: { ...query, ...place } } });
    yield page as AnswerOf<"get", Path>;
    const count = itemsOf(page).length;
    taken += count;
    if (typeof page.next_cursor === "string") place = { cursor: page.next_cursor };
    else if (isLast(page, place) || count === 0 || taken >= (page.total_entries ?? 0)) return;
    else place = { offset: taken };
  }
}

/** Of a list by cursor: `next_cursor` is there, and names none. */
function isLast(page: Paged, place: Place): boolean {
  return "cursor" in place && page.next_cursor !== undefined;
}

/** The same, item by item: `for await (const run of items(client, "/api/v2/dags/{dag_id}/dagRuns", ...))`. @throws MomijiError */
export async function* items<Path extends PagedPath>(
  client: Pick<MomijiClient, "get">,
  path: Path,
  init?: InitOf<"get", Path>,
): AsyncGenerator<ItemOf<Path>, void> {
  for await (const page of pages(client, path, init)) yield* itemsOf(page) as ItemOf<Path>[];
}

/** A page holds one list, beside how many there are. */
function itemsOf(page: unknown): readonly unknown[] {
  return Object.values(page as object).find((value) => Array.isArray(value)) ?? [];
}
