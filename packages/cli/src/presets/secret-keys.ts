/** The keys that seal secrets: of the settings, or of a file in the home that only its owner can read. */
import { chmodSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { generateKey, KeyInvalid, KeyRing } from "@momiji/api";
import type { Config } from "../config/options.ts";
import { CliError } from "../errors.ts";
import type { Home } from "../home.ts";

const OWNER_ONLY = 0o600;
const OTHERS = 0o077;

const HEAD =
  "# Keys of the secrets in momiji.db: the first encrypts, all decrypt. Keep a copy apart from the database.\n";

/** @throws CliError `config_invalid` if a key is none, `home_unusable` if the file cannot be read */
export function loadKeys(home: Home, config: Config): KeyRing {
  const configured = config.core.secretKeys;
  try {
    return new KeyRing(configured.length > 0 ? configured : readKeyFile(home));
  } catch (error) {
    if (!(error instanceof KeyInvalid)) throw error;
    const place = configured.length > 0 ? "core.secretKeys" : home.keyFile;
    throw new CliError("config_invalid", `${place}: ${error.message}`, "correct it, or restore it from your copy");
  }
}

/** As `loadKeys`; makes the file with a first key where there is neither. */
export function loadOrMakeKeys(home: Home, config: Config): KeyRing {
  if (config.core.secretKeys.length === 0 && readKeyFile(home).length === 0) writeKeyFile(home, [generateKey()]);
  return loadKeys(home, config);
}

/** Puts a new key before all others. @throws CliError `refused` if the keys come from the settings */
export function saveKey(home: Home, config: Config, key: string): void {
  if (config.core.secretKeys.length > 0) {
    throw new CliError(
      "refused",
      "the keys come from the setting core.secretKeys, so a new one cannot be put into the home",
      "put the new key first there, restart the server, and run `momiji rotate-keys`",
    );
  }
  writeKeyFile(home, [key, ...readKeyFile(home)]);
}

/** True if others than the owner can read the file. */
export function isKeyFileOpen(home: Home): boolean {
  const stats = statSync(home.keyFile, { throwIfNoEntry: false });
  return stats !== undefined && (stats.mode & OTHERS) !== 0;
}

function readKeyFile(home: Home): string[] {
  try {
    const lines = readFileSync(home.keyFile, "utf8").split("\n");
    return lines.map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return [];
    throw new CliError(
      "home_unusable",
      `the keys of the home cannot be read: ${message}`,
      "give this user the right to",
    );
  }
}

/** All or nothing, and on disk when it returns: a secret sealed with a key that is lost is lost. */
function writeKeyFile(home: Home, keys: readonly string[]): void {
  const draft = `${home.keyFile}.new`;
  writeFileSync(draft, `${HEAD}${keys.join("\n")}\n`, { mode: OWNER_ONLY, flush: true });
  chmodSync(draft, OWNER_ONLY);
  renameSync(draft, home.keyFile);
}
