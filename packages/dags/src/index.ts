/**
 * From DAG files to published DAGs: finds, watches, bundles and evaluates an author's files, and tells the store what is
 * in them or what is wrong with them.
 *
 * It runs no task and schedules nothing. Authors' code runs in child processes only. Imported by `cli` (and `testing`).
 */
export { createDagProcessor, type DagProcessor, type DagProcessorOptions } from "./dag-processor.ts";
export { loadDagFile, type LoadDagFileOptions } from "./load-dag-file.ts";
export { readAuthorText } from "./import-errors/bundle-sources.ts";
export type { LoadingLog } from "./loading.ts";
export type { DagStore, PublishedFile } from "./publisher.ts";
