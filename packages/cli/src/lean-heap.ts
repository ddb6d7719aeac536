/**
 * How far the heap of a server may grow beyond what lives in it before it is collected. V8's own rule lets one that has been
 * busy once keep twice and more of what it needs: measured with 100,000 sensors that wait, 770 MB instead of 390 MB.
 */
import { setFlagsFromString } from "node:v8";

const PERCENT = 30;

/** To be called before there is much in it. */
export function keepHeapLean(): void {
  setFlagsFromString(`--heap-growing-percent=${PERCENT}`);
}
