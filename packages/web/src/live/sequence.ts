/** The order of events and snapshots: `7f3-1842`, a number among those that one process of the server gave. */

/** Whether what an event tells is in a snapshot already; of different processes nobody knows. */
export function isBefore(event: string | undefined, snapshot: string): boolean {
  if (event === undefined) return false;
  const [process, number] = parts(event);
  const [ofSnapshot, last] = parts(snapshot);
  return process === ofSnapshot && number <= last;
}

function parts(seq: string): readonly [string, number] {
  const at = seq.lastIndexOf("-");
  return [seq.slice(0, at), Number(seq.slice(at + 1))];
}
