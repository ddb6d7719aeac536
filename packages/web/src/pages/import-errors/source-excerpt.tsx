/** The lines around a place in a file, with a caret under it. */
import { useTranslation } from "react-i18next";
import type { SourceExcerpt as Excerpt } from "./use-import-errors.ts";
import styles from "./import-errors.module.css";

export function SourceExcerpt({ excerpt: { file, line, column, caret, lines } }: { readonly excerpt: Excerpt }) {
  const { t } = useTranslation("code");
  return (
    <figure className={styles["excerpt"]} aria-label={t("errors.excerpt", { file })}>
      <figcaption>
        {file}:{line}:{column}
      </figcaption>
      {/* What scrolls can be reached by keyboard. */}
      <pre tabIndex={0} aria-label={t("errors.excerpt", { file })} role="region">
        {lines.map(({ n, text }) => (
          <span key={n} className={styles["line"]} data-sought={n === line}>
            <span className={styles["number"]}>{n}</span>
            <span>{text}</span>
            {n === line && (
              <>
                {"\n"}
                <span className={styles["number"]} aria-hidden="true" />
                <span className={styles["caret"]}>{`${" ".repeat(caret)}^`}</span>
              </>
            )}
            {"\n"}
          </span>
        ))}
      </pre>
    </figure>
  );
}
