/** Waits so many seconds. @throws what the signal was aborted with */
export type Pause = (seconds: number, signal: AbortSignal) => Promise<void>;

export const pause: Pause = (seconds, signal) =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(reasonOf(signal));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, seconds * 1000);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });

function reasonOf({ reason }: AbortSignal): Error {
  return reason instanceof Error ? reason : new Error("aborted", { cause: reason });
}

const LONGEST_SECONDS = 30;

/** 1, 2, 4, ... up to 30 seconds, each shortened by chance, so that many clients do not come back at one moment. */
export function backoffSeconds(tries: number): number {
  return Math.min(LONGEST_SECONDS, 2 ** tries) * (1 - Math.random() / 2);
}
