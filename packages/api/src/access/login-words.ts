/** The words of the login, in the language that the browser asks for. */

const WORDS = {
  en: {
    title: "Sign in to Momiji",
    user: "User",
    password: "Password",
    submit: "Sign in",
    organization: "Sign in with your organization",
    fresh:
      "Nobody has signed in here yet. The first password of admin was printed where Momiji was started. To set another:",
    refused: { wrong_login: "Invalid credentials" },
  },
  ja: {
    title: "Momiji にサインイン",
    user: "ユーザー",
    password: "パスワード",
    submit: "サインイン",
    organization: "組織のアカウントでサインイン",
    fresh:
      "まだ誰もサインインしていません。admin の最初のパスワードは、Momiji を起動した画面に表示されています。再設定するには:",
    refused: { wrong_login: "ユーザー名またはパスワードが違います" },
  },
} as const;

export type LoginLanguage = keyof typeof WORDS;

export function loginWords(language: LoginLanguage): (typeof WORDS)[LoginLanguage] {
  return WORDS[language];
}

/** The one that is spoken of those that the browser wants, in its order; weights that turn the order round are rare. */
export function languageOf(accepted = ""): LoginLanguage {
  const wanted = accepted.split(",").map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find((language) => language === "ja" || language === "en") === "ja" ? "ja" : "en";
}
