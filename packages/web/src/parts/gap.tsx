/** Between two sentences: English writes a space there, Japanese nothing. */
import { usePreferences } from "../preferences/preferences.ts";

export function Gap() {
  return usePreferences().language === "ja" ? null : " ";
}
