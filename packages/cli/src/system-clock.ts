/** The one clock that asks the machine. */
import type { Clock } from "@momiji/core";

/** `setTimeout` counts in 32 bits; beyond, it would fire at once. */
const LONGEST_TIMEOUT_MILLIS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now() * 1000,
  setTimer(at, callback) {
    let timer: NodeJS.Timeout;
    const arm = (): void => {
      const millis = Math.ceil((at - systemClock.now()) / 1000);
      timer = millis > LONGEST_TIMEOUT_MILLIS ? setTimeout(arm, LONGEST_TIMEOUT_MILLIS) : setTimeout(fire, Math.max(0, millis));
    };
    // Timers run on the monotonic clock: after a step of the wall clock they may come early by the wall's account.
    const fire = (): void => (systemClock.now() < at ? arm() : callback());
    arm();
    return () => clearTimeout(timer);
  },
};

