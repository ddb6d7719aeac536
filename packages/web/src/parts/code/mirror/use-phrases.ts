/** The editor's own words, which it looks up by their English ones. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

export function usePhrases(): { readonly [english: string]: string } {
  const { t } = useTranslation("code");
  return useMemo(
    () => ({
      Find: t("editor.find"),
      next: t("editor.next"),
      previous: t("editor.previous"),
      all: t("editor.all"),
      "match case": t("editor.case"),
      regexp: t("editor.regexp"),
      "by word": t("editor.word"),
      Replace: t("editor.replace"),
      replace: t("editor.replace"),
      "replace all": t("editor.replaceAll"),
      close: t("editor.close"),
      "Go to line": t("editor.toLine"),
      go: t("editor.go"),
      "current match": t("editor.match"),
      "on line": t("editor.onLine"),
      "Control character": t("editor.control"),
      // `$` is the number.
      "$ unchanged lines": t("editor.unchanged"),
    }),
    [t],
  );
}
