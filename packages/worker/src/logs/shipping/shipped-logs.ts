/** Logs as files of this machine that are shipped to a store while they are written. */
import { fileLogs, logOf } from "../file-logs.ts";
import type { OpenLogSink } from "../log-sink.ts";
import { LogShipper, type LogShipperOptions } from "./log-shipper.ts";

export interface ShippedLogs {
  readonly open: OpenLogSink;
  /** Goes on with what an earlier worker left. */
  start(): void;
  /** Ships what it can within that time; the next worker goes on with the rest. */
  stop(withinMicros: number): Promise<void>;
}

export function shippedLogs(options: LogShipperOptions): ShippedLogs {
  const shipper = new LogShipper(options);
  const files = fileLogs(options.folder);
  const open: OpenLogSink = (order) => {
    const sink = files(order);
    const shipment = shipper.open(logOf(order), sink.lastSeq === 0);
    let last = sink.lastSeq;
    return {
      lastSeq: last,
      write(records) {
        sink.write(records);
        last = records.at(-1)?.seq ?? last;
        shipment.written();
      },
      resume() {
        if (last === 0) return sink.resume();
        shipment.takingBack();
        const resumed = sink.resume();
        shipment.takenBackAfter(resumed.keptSeq < last ? resumed.keptSeq : null);
        last = resumed.lastSeq;
        shipment.written();
        return resumed;
      },
      close: () => shipment.closed(),
    };
  };
  return { open, start: () => shipper.start(), stop: (withinMicros) => shipper.stop(withinMicros) };
}
