/** Lists of a server for commands that print them. */
import type { InitOf, ItemOf, MomijiClient, PagedPath } from "@momiji/client";

/** What a server gives at once. */
const PAGE = 100;

interface Asked<Path extends PagedPath> {
  /** Rows at the most; absent: all. */
  readonly most?: number;
  readonly params?: InitOf<"get", Path>["params"];
}

/** The first rows of a list, page by page. @throws CliError */
export async function readList<Path extends PagedPath>(
  client: MomijiClient,
  path: Path,
  { most = Number.POSITIVE_INFINITY, params }: Asked<Path> = {},
): Promise<ItemOf<Path>[]> {
  const { items } = await import("@momiji/client");
  const { query, ...rest } = (params ?? {}) as { readonly query?: object };
  const init = { params: { ...rest, query: { ...query, limit: Math.min(most, PAGE) } } };
  const rows: ItemOf<Path>[] = [];
  for await (const row of items(client, path, init as InitOf<"get", Path>)) {
    rows.push(row);
    if (rows.length >= most) break;
  }
  return rows;
}
