/** How long something took, or has taken until now. */
import { durationText } from "../format/duration.ts";
import { usePreferences } from "../preferences/preferences.ts";

export function Took({ millis }: { readonly millis: number | null | undefined }) {
  const { language } = usePreferences();
  if (millis === null || millis === undefined) return <span aria-hidden="true">–</span>;
  return <span className="took">{durationText(millis, language)}</span>;
}
