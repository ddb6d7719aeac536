/** The shape of a state, in a square of 14: told apart without colour. */
import { SHAPES } from "./shapes.ts";
import styles from "./state.module.css";
import type { State } from "./state.ts";

/** Without a name of its own: whoever shows it says the word. */
export function StateGlyph({ state, size = 14 }: { readonly state: State; readonly size?: number }) {
  return (
    <svg
      className={styles["glyph"]}
      data-state={state}
      viewBox="0 0 14 14"
      width={size}
      height={size}
      aria-hidden="true"
    >
      {SHAPES[state].map(({ d, filled, dashed }) => (
        <path
          key={d}
          d={d}
          {...(filled ? { fill: "currentColor" } : {})}
          {...(dashed ? { strokeDasharray: "1.500 1.500" } : {})}
        />
      ))}
    </svg>
  );
}
