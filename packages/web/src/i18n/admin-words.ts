/** English words of the administration, the longest part of the catalogue: they come with its pages, which import this. */
import { getI18n } from "react-i18next";
import admin from "./en/admin.json" with { type: "json" };
import security from "./en/security.json" with { type: "json" };

for (const [namespace, words] of Object.entries({ admin, security }))
  getI18n().addResourceBundle("en", namespace, words);
