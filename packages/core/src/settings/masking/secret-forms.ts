/** The forms that a secret commonly takes on its way into a log. Pure. */

/** Of a base64 core that stands anywhere in a text; shorter ones would match by chance. */
const SHORTEST_BASE64_CORE = 6;

/** Where tools break long base64: `base64` and MIME at 76 characters, PEM at 64. */
const LINE_WIDTHS = [76, 64];
/** A last line shorter than this says next to nothing, and would match by chance. */
const SHORTEST_BASE64_LINE = 12;

/** As it is, URL-encoded (by JavaScript, by Python, as a form), escaped in JSON (once, twice, as ASCII), and in base64. */
export function formsOf(value: string): string[] {
  return [value, ...urlForms(value), ...jsonForms(value), ...base64Forms(value)];
}

function urlForms(value: string): string[] {
  const url = encodeURIComponent(value.toWellFormed());
  // What JavaScript leaves as it is and Python does not; and Python leaves a slash.
  const strict = url.replaceAll(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  const forms = [url, strict, strict.replaceAll("%2F", "/"), url.replaceAll("%20", "+"), strict.replaceAll("%20", "+")];
  const lower = (form: string): string => form.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
  return [...forms, ...forms.map(lower)];
}

function jsonForms(value: string): string[] {
  const json = escaped(value);
  const ascii = json.replaceAll(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  // PHP and some others escape the slash; JSON within JSON is escaped twice.
  return [json, ascii, json.replaceAll("/", "\\/"), escaped(json), escaped(ascii)];
}

function escaped(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}

/** Base64 depends on where in its group of three bytes the value begins: one core for each of the three places. */
function base64Forms(value: string): string[] {
  const bytes = new TextEncoder().encode(value);
  const whole = base64(bytes);
  const forms = [whole, urlSafe(whole), ...LINE_WIDTHS.flatMap((width) => linesOf(whole, width))];
  for (let offset = 0; offset < 3; offset++) {
    const shifted = new Uint8Array(offset + bytes.length);
    shifted.set(bytes, offset);
    const encoded = base64(shifted);
    // The characters that hold bits of neighbours at either end are not the value's own.
    const from = Math.ceil((offset * 4) / 3);
    const to = Math.floor((shifted.length * 4) / 3);
    for (const text of [encoded, urlSafe(encoded)]) {
      const core = text.slice(from, to);
      if (core.length >= SHORTEST_BASE64_CORE) forms.push(core);
    }
  }
  return forms;
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** Without padding, as such texts stand in addresses. */
function urlSafe(text: string): string {
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** A long value whose base64 stands alone is broken into lines, and a log is masked line by line. */
function linesOf(text: string, width: number): string[] {
  if (text.length <= width) return [];
  const lines = text.match(new RegExp(`.{1,${width}}`, "g")) ?? [];
  return lines.filter((line) => line.length >= SHORTEST_BASE64_LINE);
}
