/** Everything that can go wrong with a store and what the user can do about it. Codes never change their meaning. */

export interface ErrorEntry {
  readonly message: string;
  /** HTTP status with which the API answers. */
  readonly status: number;
  /** True: the same call may succeed later without anything else being changed in Momiji. */
  readonly retryable: boolean;
  readonly remedy: string;
}

export const STORE_ERRORS = {
  store_full: {
    message: "The disk is full; nothing was written",
    status: 507,
    retryable: true,
    remedy: "Free some space on the disk that holds the database; the work then goes on by itself.",
  },
  store_busy: {
    message: "Another process kept the database locked for too long; nothing was written",
    status: 503,
    retryable: true,
    remedy: "Look for a second process that has this database open (a backup, another server) and end it.",
  },
  store_io: {
    message: "The disk or the file system of the database failed; nothing was written",
    status: 500,
    retryable: true,
    remedy: "Look at the system's log for disk errors, and keep the database on a local disk, not on a network share.",
  },
  store_read_only: {
    message: "The database can only be read",
    status: 500,
    retryable: false,
    remedy: "Give the user that runs Momiji the right to write the database file and the folder around it.",
  },
  store_cannot_open: {
    message: "The database file cannot be opened",
    status: 500,
    retryable: false,
    remedy: "Check that the folder exists, that this user may enter and write it, and that the path names a file.",
  },
  store_not_a_database: {
    message: "The file is not a SQLite database",
    status: 500,
    retryable: false,
    remedy: "Check the path; if the file was Momiji's, move it away and restore it from a backup.",
  },
  store_foreign_database: {
    message: "The database belongs to another application",
    status: 500,
    retryable: false,
    remedy: "Give the path of a database of Momiji's, or of a file that does not exist yet.",
  },
  store_too_new: {
    message: "The database was written by a newer version of Momiji",
    status: 500,
    retryable: false,
    remedy: "Install that version or a later one; a schema never goes back.",
  },
  store_not_migrated: {
    message: "The database does not have the tables of this version of Momiji yet",
    status: 500,
    retryable: false,
    remedy: "Run `momiji db migrate`, or start the server once.",
  },
  store_migration_failed: {
    message: "The tables could not be brought to this version of Momiji; the database is as it was before",
    status: 500,
    retryable: false,
    remedy: "Somebody changed the tables by hand: restore a backup, or undo the change that is named here.",
  },
  store_damaged: {
    message: "The database file is damaged",
    status: 500,
    retryable: false,
    remedy: "Stop Momiji, keep a copy of the file, and restore a backup; `momiji db check` shows what is broken.",
  },
  store_refused: {
    message: "The change would break a rule of the store; nothing was written",
    status: 409,
    retryable: false,
    remedy: "This is a fault in Momiji or in a program that uses its store: please report it with this message.",
  },
  store_closed: {
    message: "The store is closed",
    status: 503,
    retryable: false,
    remedy: "Momiji is shutting down; ask again once it is up.",
  },
} as const satisfies { readonly [code: string]: ErrorEntry };

export type StoreErrorCode = keyof typeof STORE_ERRORS;

/** A failure of the store. Match on `code`: it survives the way through other processes, the class does not. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code: StoreErrorCode;
  readonly status: number;
  readonly retryable: boolean;
  readonly remedy: string;

  constructor(code: StoreErrorCode, detail: string, options?: ErrorOptions) {
    const entry: ErrorEntry = STORE_ERRORS[code];
    super(`${entry.message}: ${detail}. ${entry.remedy}`, options);
    this.code = code;
    this.status = entry.status;
    this.retryable = entry.retryable;
    this.remedy = entry.remedy;
  }
}
