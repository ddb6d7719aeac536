/** Texts as they are compared: width, case and kana make no difference. */

const KATAKANA = /[\u30a1-\u30f6]/g;
const TO_HIRAGANA = 0x60;

/** `ﾃﾞｰﾀ`, `データ` and `でーた` are the same, as are `ＡＢＣ` and `abc`. */
export function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(KATAKANA, (letter) => String.fromCharCode(letter.charCodeAt(0) - TO_HIRAGANA));
}
