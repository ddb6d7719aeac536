/** What the palette offers, and what of it fits to what was typed. */
import { fold } from "./fold.ts";
import { likeliest } from "./rank.ts";

export const SECTIONS = ["recent", "actions", "dags", "tasks", "runs", "pages", "things", "settings"] as const;

export type Section = (typeof SECTIONS)[number];

export interface Item {
  readonly section: Section;
  /** Unlike any other's. */
  readonly id: string;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly folded: string;
  /** A page; absent: it does something. */
  readonly href?: string | undefined;
  /** It belongs to what is open, and is meant sooner than its like elsewhere. */
  readonly isHere?: true;
  readonly tags?: readonly string[];
  readonly owners?: readonly string[];
  act?(): void;
}

export function itemOf(item: Omit<Item, "folded"> & { readonly words?: string }): Item {
  const { words = "", ...rest } = item;
  return { ...rest, folded: fold(`${item.title} ${item.detail ?? ""} ${words}`) };
}

/** Of each section at the most. */
const MOST = 8;

export interface Shown {
  readonly section: Section;
  readonly items: readonly Item[];
}

/**
 * What is offered for what was typed. `>`: what can be done alone; `#`: by tag; `@`: by owner. Nothing typed: where one was of late,
 * what can be done here, and the pages.
 */
export function offered(items: readonly Item[], typed: string): readonly Shown[] {
  const text = typed.trimStart();
  const sign = text.charAt(0);
  const rest = fold(sign === ">" || sign === "#" || sign === "@" ? text.slice(1) : text).trim();
  const words = rest === "" ? [] : rest.split(/\s+/);
  if (sign === "#")
    return bySection(
      items.filter(({ tags = [] }) => tags.some((tag) => fold(tag).includes(rest))),
      [],
    );
  if (sign === "@")
    return bySection(
      items.filter(({ owners = [] }) => owners.some((owner) => fold(owner).includes(rest))),
      [],
    );
  const can = sign === ">" ? items.filter(({ href }) => href === undefined) : items;
  if (words.length === 0 && sign !== ">")
    return bySection(
      items.filter(({ section }) => section === "recent" || section === "actions" || section === "pages"),
      [],
    );
  return bySection(words.length === 0 ? can : can.filter(({ section }) => section !== "recent"), words);
}

/** The section with the likeliest first, for Enter takes what stands at the top; alike, or nothing typed: in their own order. */
function bySection(items: readonly Item[], words: readonly string[]): readonly Shown[] {
  const of = Map.groupBy(items, ({ section }) => section);
  return SECTIONS.flatMap((section) => {
    const found = likeliest(of.get(section) ?? [], words, words.length === 0 ? 2 * MOST : MOST);
    return found[0] === undefined ? [] : [{ section, found, far: found[0].far }];
  })
    .toSorted((a, b) => a.far - b.far)
    .map(({ section, found }) => ({ section, items: found.map(({ item }) => item) }));
}
