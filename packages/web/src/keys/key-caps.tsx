/** A key as it stands on the keyboard of the reader. */
import { Kbd } from "@mantine/core";
import type { Key } from "./keys.ts";

const IS_APPLE = /Mac|iPhone|iPad/.test(navigator.userAgent);

const CAPS: { readonly [name: string]: string } = { mod: IS_APPLE ? "⌘" : "Ctrl", Escape: "Esc" };

export function KeyCaps({ of }: { readonly of: Key }) {
  return (
    <span style={{ whiteSpace: "nowrap" }}>
      {of.split(/[ +]/).map((part) => (
        <Kbd key={part} size="xs" mr={2}>
          {CAPS[part] ?? (part.length === 1 && of.startsWith("mod") ? part.toUpperCase() : part)}
        </Kbd>
      ))}
    </span>
  );
}
