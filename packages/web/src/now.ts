/** The one clock of the interface: the browser's, in milliseconds since the epoch. */
export function now(): number {
  return Date.now();
}
