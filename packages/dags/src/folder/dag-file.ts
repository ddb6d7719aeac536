/** One file that may export DAGs. */
export interface DagFile {
  /** As published: below the DAG folder, or absolute where there are several folders; with `/` everywhere. */
  readonly name: string;
  /** Absolute, as found (not resolved through symbolic links). */
  readonly path: string;
  /** The DAG folder that it lies in, absolute and resolved. */
  readonly folder: string;
}
