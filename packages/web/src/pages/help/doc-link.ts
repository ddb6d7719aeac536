/** Where links in the documentation lead, and what its headings are called in them. */

export interface DocPlace {
  /** Of a page, see `helpFile`. */
  readonly name: string;
  /** Of a heading on it; empty: the page itself. */
  readonly hash: string;
}

const BASE = "https://docs.invalid/";

/** What the interface has of the documentation: not what speaks to those who work on Momiji. */
const SHOWN = /^(?:README|(?:concepts|guides|reference)\/[\w-]+)\.md$/;

/**
 * @param href relative to the page, as in its Markdown
 * @param from name of the page that it stands on
 * @returns null: it leads to no page that is shown here
 */
export function docPlace(href: string, from = ""): DocPlace | null {
  const here = from === "" ? "README" : from;
  const { origin, pathname, hash } = new URL(href, `${BASE}${here}.md`);
  const file = pathname.slice(1);
  if (!BASE.startsWith(origin) || !SHOWN.test(file)) return null;
  const name = file.slice(0, -".md".length);
  return { name: name === "README" ? "" : name, hash: hash.slice(1) };
}

/** The anchor of a heading, by the rule of GitHub, where the same pages are read. */
export function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");
}
