/** What a benchmark has made and must not leave behind, however it ends: folders and processes. */

const undos = new Set<() => void>();

/** `undo` is called when this process ends, or when the result is called, whichever is first; it must be synchronous. */
export function undoAtEnd(undo: () => void): () => void {
  if (undos.size === 0) watch();
  undos.add(undo);
  return () => {
    if (undos.delete(undo)) undo();
  };
}

let isWatching = false;

function watch(): void {
  if (isWatching) return;
  isWatching = true;
  process.once("exit", () => {
    for (const undo of [...undos].reverse()) undo();
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(1));
}
