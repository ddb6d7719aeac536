/** Where the server stands that this page came from, and what shows it that a page of its own asks. */

/** With its base path and without a slash at its end. */
export const BASE_URL = document.baseURI.replace(/\/$/, "");

/** Proves that a page of this server sends a request, not one of another site. */
export function csrfToken(): string {
  return /(?:^|; )momiji_csrf=([^;]*)/.exec(document.cookie)?.[1] ?? "";
}
