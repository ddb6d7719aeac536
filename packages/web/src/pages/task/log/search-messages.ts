/** What a page and the thread that searches a log say to each other. */

export interface SearchOrder {
  /** Of the lines, with a filter. */
  readonly url: string;
  readonly pattern: string;
}

export type Found =
  | { readonly kind: "found"; readonly hits: readonly number[]; readonly total: number; readonly isOver: boolean }
  | { readonly kind: "failed"; readonly message: string };
