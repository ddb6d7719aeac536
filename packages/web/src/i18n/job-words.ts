/** English words about jobs outside: few pages tell of them, and those import this. */
import { getI18n } from "react-i18next";
import jobs from "./en/jobs.json" with { type: "json" };

getI18n().addResourceBundle("en", "jobs", jobs);
