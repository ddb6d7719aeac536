/** The items of a preview, page by page: its tag and its total are always of all. */

export interface Tagged {
  readonly etag: string;
  readonly items: readonly object[];
}

export interface ItemPage {
  readonly limit: number;
  readonly offset: number;
}

const FIRST: ItemPage = { limit: 500, offset: 0 };

/** `next`: the offset of the next page; null: there is none. */
export function paged<Preview extends Tagged>(preview: Preview, { limit, offset }: ItemPage = FIRST) {
  const end = offset + limit;
  return { ...preview, items: preview.items.slice(offset, end), next: end < preview.items.length ? end : null };
}
