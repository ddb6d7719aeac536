/** Where a login goes on to: a path of this server, whatever a link says. */
export function nextPath(given: string | undefined, basePath: string): string {
  if (given === undefined || !isOwnPath(given)) return basePath;
  return given;
}

/** `//host` and `/\host` are other servers to a browser. */
function isOwnPath(text: string): boolean {
  return /^\/(?![/\\])[^\p{Cc}]*$/u.test(text) && new URL(text, "http://here.invalid").host === "here.invalid";
}
