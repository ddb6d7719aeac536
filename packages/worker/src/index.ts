/**
 * Runs attempts on this machine: functions of DAG bundles in warm children, commands through a spawner, operators that
 * wait as promises; keeps their logs, and their outcomes until they are acknowledged.
 *
 * It holds no database handle, reads no configuration and decides nothing about runs. `cli` and tests may import it.
 */
export { settleMapping, withBundleValues } from "./mapped-order.ts";
export { fileLogs } from "./logs/file-logs.ts";
export { type CallbackLogName, callbackLogPath, type LogName, logPath, runLogFolder } from "./logs/log-path.ts";
export { type LogReader, type LogReaderOptions, logReader } from "./logs/log-reader.ts";
export { parseRecord } from "./logs/log-format.ts";
export type { LogShipperOptions } from "./logs/shipping/log-shipper.ts";
export { type ShippedLogs, shippedLogs } from "./logs/shipping/shipped-logs.ts";
export type { LogSink, OpenLogSink } from "./logs/log-sink.ts";
export { followLog, readLog, type ReadLogOptions } from "./logs/read-log.ts";
export { preflightTasks, type PreflightOptions, type TaskPreflight } from "./job-lane/preflight.ts";
export { createWatcherHost, type WatcherHostOptions } from "./watchers/watcher-host.ts";
export { createWorker, type Worker } from "./worker.ts";
export type { WorkerOptions } from "./worker-options.ts";
export { contextFor } from "./callback-context.ts";
export { OutletNotes } from "./task-assets.ts";
export { type ContextServices, taskContext } from "./task-context.ts";
export { outcomeOfThrown } from "./thrown.ts";
