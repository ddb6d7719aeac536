/** What a late run waits for, in a sentence. Its words come when somebody is late. */
import { useTranslation } from "react-i18next";
import { WHY } from "../task/why/speech.ts";
import { type Reason, reasonText } from "../task/why/why-words.ts";

export default function LateReason({ why }: { readonly why: Reason }) {
  const { t } = useTranslation(WHY);
  return <span>{reasonText(why, t)}</span>;
}
