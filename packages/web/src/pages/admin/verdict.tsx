/** Yes or no, by shape and word. */
import { StateGlyph } from "../../states/state-glyph.tsx";
import styles from "./admin.module.css";

interface VerdictProps {
  readonly ok: boolean;
  readonly words: string;
}

export function Verdict({ ok, words }: VerdictProps) {
  return (
    <span className={styles["verdict"]}>
      <StateGlyph state={ok ? "success" : "failed"} /> {words}
    </span>
  );
}
