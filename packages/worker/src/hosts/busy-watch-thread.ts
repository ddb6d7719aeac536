/** The thread that watches the event loop of a process of code that waits. It must not need that loop for anything. */
import { writeSync } from "node:fs";
import { type Debugger, Session } from "node:inspector";
import { workerData } from "node:worker_threads";
import { WHO_IS_BUSY, type WatchSettings } from "./busy-watch.ts";
import { type Blocked, REPORT_FD } from "./host-protocol.ts";

/** Looks between two beats at least; what is counted are looks, so that a machine that sleeps blocks nobody. */
const LOOKS = 8;
/** Code that is in a call of the system is stopped when that returns. */
const STOPS_WITHIN_MILLIS = 3_000;

const { beats, blockedAfterMillis } = workerData as WatchSettings;
let last = -1;
let looksWithout = 0;
let isOver = false;

setInterval(() => {
  const beat = Atomics.load(beats, 0);
  looksWithout = beat === last ? looksWithout + 1 : 0;
  last = beat;
  if (looksWithout < LOOKS || isOver) return;
  isOver = true;
  setTimeout(() => report({ id: null, detail: null }), STOPS_WITHIN_MILLIS);
  findOut();
}, blockedAfterMillis / LOOKS);

/** Stops the code where it is and asks it for its owner. */
function findOut(): void {
  const session = new Session();
  session.connectToMainThread();
  session.on("Debugger.paused", ({ params: { callFrames } }: { params: Debugger.PausedEventDataType }) => {
    const callFrameId = callFrames[0]?.callFrameId ?? "";
    const expression = `globalThis[Symbol.for(${JSON.stringify(WHO_IS_BUSY)})]()`;
    session.post("Debugger.evaluateOnCallFrame", { callFrameId, expression, returnByValue: true }, (error, answer) =>
      report(error === null ? (answer.result.value as Blocked) : { id: null, detail: null }),
    );
  });
  session.post("Debugger.enable");
  session.post("Debugger.pause");
}

function report(blocked: Blocked): void {
  try {
    writeSync(REPORT_FD, `${JSON.stringify(blocked)}\n`);
  } catch {
    // The worker is gone, and the loop that should notice is busy.
    process.kill(process.pid, "SIGKILL");
  }
}
