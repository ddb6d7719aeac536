/** The pages of the documentation. They come with the interface, each when it is read: so they fit its version and need no network. */
const DOCS = "../../../../../docs/";

const FILES = import.meta.glob<string>("../../../../../docs/{README,concepts/*,guides/*,reference/*}.md", {
  query: "?raw",
  import: "default",
});

/**
 * Loads the text of a page.
 * @param name its path below `docs/` without `.md`; empty: the contents
 * @returns null: there is no such page
 */
export function helpFile(name: string): (() => Promise<string>) | null {
  return FILES[`${DOCS}${name === "" ? "README" : name}.md`] ?? null;
}
