/** From SQLite's result codes to the codes of the store. */
import { StoreError, type StoreErrorCode } from "../errors.ts";

/** Primary result codes, see https://sqlite.org/rescode.html. */
const BY_RESULT_CODE: ReadonlyMap<number, StoreErrorCode> = new Map([
  [5, "store_busy"],
  [6, "store_busy"],
  [8, "store_read_only"],
  [10, "store_io"],
  [11, "store_damaged"],
  [13, "store_full"],
  [14, "store_cannot_open"],
  [19, "store_refused"],
  [26, "store_not_a_database"],
]);

/** The shared-memory file could not grow: a full disk, which SQLite reports as an I/O error only here. */
const IOERR_SHMSIZE = 4874;

/** The store's error for this one; what does not come from the database comes back as it is. */
export function toStoreError(error: unknown, path: string): unknown {
  if (!(error instanceof Error)) return error;
  const { code, errcode } = error as { readonly code?: string; readonly errcode?: number };
  if (code === "ERR_INVALID_STATE") return new StoreError("store_closed", path, { cause: error });
  if (code !== "ERR_SQLITE_ERROR" || errcode === undefined) return error;
  const storeCode = errcode === IOERR_SHMSIZE ? "store_full" : BY_RESULT_CODE.get(errcode & 0xff);
  return storeCode === undefined ? error : new StoreError(storeCode, `${path}: ${error.message}`, { cause: error });
}
