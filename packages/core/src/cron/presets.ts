/** Airflow's names for common crons, in small letters only; lists and sentences show the cron that stands behind them. */
const PRESETS: ReadonlyMap<string, string> = new Map([
  ["@hourly", "0 * * * *"],
  ["@daily", "0 0 * * *"],
  ["@weekly", "0 0 * * 0"],
  ["@monthly", "0 0 1 * *"],
  ["@quarterly", "0 0 1 */3 *"],
  ["@yearly", "0 0 1 1 *"],
]);

/** Names that the cron grammar itself knows (croniter's), in any letters; they are shown as they were written. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ["@midnight", "0 0 * * *"],
  ["@hourly", "0 * * * *"],
  ["@daily", "0 0 * * *"],
  ["@weekly", "0 0 * * 0"],
  ["@monthly", "0 0 1 * *"],
  ["@yearly", "0 0 1 1 *"],
  ["@annually", "0 0 1 1 *"],
]);

/** The cron string of a preset, any other text unchanged. Done wherever a cron string is read. */
export function resolvePreset(text: string): string {
  return PRESETS.get(text) ?? text;
}

/** The fields behind an alias, any other text unchanged. `text` is in small letters. */
export function resolveAlias(text: string): string {
  return ALIASES.get(text) ?? text;
}

/** What to offer to somebody who wrote a name that there is not. */
export const PRESET_NAMES: readonly string[] = [...new Set([...PRESETS.keys(), ...ALIASES.keys()])];
