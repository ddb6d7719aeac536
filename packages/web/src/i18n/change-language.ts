/** Another language, loaded when it is chosen. */
import type { i18n } from "i18next";
import type { Language } from "./i18n.ts";

export async function change(words: i18n, language: Language): Promise<void> {
  if (language === "ja") {
    const { ja } = await import("./ja.ts");
    for (const [name, resources] of Object.entries(ja)) words.addResourceBundle("ja", name, resources);
  }
  await words.changeLanguage(language);
}
