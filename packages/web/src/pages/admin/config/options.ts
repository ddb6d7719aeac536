/** Options by section, those that fit what was typed. */
import type { components } from "@momiji/client";

export type Option = components["schemas"]["ConfigSources"]["settings"][number];

interface Wanted {
  /** Of the name, the value or what it is for. */
  readonly q: string;
  /** Only what somebody has set. */
  readonly isSet: boolean;
}

export function sectionsOf(
  options: readonly Option[],
  { q, isSet }: Wanted,
): readonly (readonly [section: string, options: readonly Option[]])[] {
  const sought = q.toLowerCase();
  const fitting = options.filter(
    ({ section, option, value, about, source }) =>
      (!isSet || source !== "default") && `${section}.${option} ${value} ${about}`.toLowerCase().includes(sought),
  );
  return [...Map.groupBy(fitting, ({ section }) => section)];
}
