/** The one clock that asks the machine. */
import type { Clock, Micros } from "@momiji/core";

/** `setTimeout` counts in 32 bits; beyond, it would fire at once. */
const LONGEST_TIMEOUT_MILLIS = 2 ** 31 - 1;

/** The wall clock counts in milliseconds; between its ticks the monotonic one tells the microseconds. */
const TOLERATED_MICROS = 2_000;
let offset = 0;

function now(): Micros {
  const wall = Date.now() * 1000;
  const fine = Math.round(performance.now() * 1000);
  // The wall clock was set, or the machine slept.
  if (Math.abs(offset + fine - wall) > TOLERATED_MICROS) offset = wall - fine;
  return offset + fine;
}

export const systemClock: Clock = {
  now,
  setTimer(at, callback) {
    let timer: NodeJS.Timeout;
    const arm = (): void => {
      const millis = Math.ceil((at - systemClock.now()) / 1000);
      timer =
        millis > LONGEST_TIMEOUT_MILLIS
          ? setTimeout(arm, LONGEST_TIMEOUT_MILLIS)
          : setTimeout(fire, Math.max(0, millis));
    };
    // Timers run on the monotonic clock: after a step of the wall clock they may come early by the wall's account.
    const fire = (): void => (systemClock.now() < at ? arm() : callback());
    arm();
    return () => clearTimeout(timer);
  },
};
