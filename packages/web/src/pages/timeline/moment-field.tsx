/** A moment by the clock of the zone that the reader chose; it holds once they are done with it. */
import { TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { readInstant } from "../../format/instant.ts";
import { instantOfWall, wallText } from "../../format/wall.ts";
import { useZone } from "../../preferences/zone.ts";
import styles from "./timeline.module.css";

interface MomentFieldProps {
  readonly label: string;
  /** ISO 8601; undefined: none is chosen. */
  readonly value: string | undefined;
  /** @param value ISO 8601, UTC */
  onChange(value: string | undefined): void;
}

export function MomentField({ label, value, onChange }: MomentFieldProps) {
  const zone = useZone();
  const at = readInstant(value);
  const wall = at === null ? "" : wallText(at, zone);
  const [typed, setTyped] = useState(wall);
  useEffect(() => setTyped(wall), [wall]);
  const done = (): void => {
    if (typed !== wall) onChange(instantOfWall(typed, zone) ?? undefined);
  };
  return (
    <label className={styles["moment"]}>
      <span>{label}</span>
      <TextInput
        size="xs"
        type="datetime-local"
        aria-label={`${label} (${zone})`}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={done}
        onKeyDown={({ key }) => {
          if (key === "Enter") done();
        }}
      />
    </label>
  );
}
