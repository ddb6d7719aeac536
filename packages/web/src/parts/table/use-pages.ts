/** A list that is read page by page, as far as somebody looks. */
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useCallback } from "react";

/** What one page says, whichever route it came from. */
export interface ListPage<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  /** There are more than `total`. */
  readonly isMore?: boolean;
  /** Where the next page begins; null: this is the last. */
  readonly next: string | null;
}

interface Pages<Row> {
  readonly queryKey: readonly unknown[];
  readonly enabled?: boolean;
  /** @param from `next` of the page before; empty: the first page */
  readonly read: (from: string, signal: AbortSignal) => Promise<ListPage<Row>>;
}

export interface PagedList<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly isMore: boolean;
  /** undefined: nothing has come yet. */
  readonly first: ListPage<Row> | undefined;
  readonly error: Error | null;
  /** The rows are those of another filter, or of before something failed. */
  readonly isOld: boolean;
  /** Milliseconds since the epoch at which the rows came. */
  readonly at: number;
  readonly onMore: (() => void) | undefined;
  readonly retry: () => void;
}

export function usePages<Row>({ queryKey, enabled = true, read }: Pages<Row>): PagedList<Row> {
  const { data, error, refetch, ...query } = useInfiniteQuery({
    queryKey,
    enabled,
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [isFetchingNextPage, fetchNextPage]);
  const first = data?.pages[0];
  return {
    rows: data?.pages.flatMap((page) => page.rows) ?? [],
    total: first?.total ?? 0,
    isMore: first?.isMore ?? false,
    first,
    error,
    isOld: query.isPlaceholderData || error !== null,
    at: query.dataUpdatedAt,
    onMore: hasNextPage && !query.isPlaceholderData ? more : undefined,
    retry: () => void refetch(),
  };
}

interface Placed {
  readonly total_entries?: number | null;
  readonly total_entries_limit?: number | null;
  readonly next_cursor?: string | null;
}

/** A page of a list of Airflow's API that goes on by cursor. */
export function pageOf<Row>(
  rows: readonly Row[],
  { total_entries: total, total_entries_limit: limit, next_cursor: next = null }: Placed,
): ListPage<Row> {
  const counted = total ?? rows.length;
  return { rows, total: counted, isMore: typeof limit === "number" && counted >= limit, next };
}

/** A page of one that goes on by number. */
export function pageFrom<Row>(rows: readonly Row[], placed: Omit<Placed, "next_cursor">, from: string): ListPage<Row> {
  const page = pageOf(rows, placed);
  const end = Number(from) + rows.length;
  const isLast = rows.length === 0 || (end >= page.total && !page.isMore);
  return { ...page, next: isLast ? null : String(end) };
}
