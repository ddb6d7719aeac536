/** Where a link in a text of users may lead. */

const SAFE = new Set(["http:", "https:", "mailto:"]);

/** What stands behind a link; null: it leads nowhere that is safe, such as `javascript:`. `host`: the server it leaves ours for. */
export function linkTarget(
  href: string,
  origin: string,
): { readonly href: string; readonly host: string | null } | null {
  let url: URL;
  try {
    url = new URL(href, origin);
  } catch {
    return null;
  }
  if (!SAFE.has(url.protocol)) return null;
  return { href: url.href, host: url.protocol === "mailto:" || url.origin === origin ? null : url.host };
}
