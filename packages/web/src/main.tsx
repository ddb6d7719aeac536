/** Starts the interface in the browser. */
import { MantineProvider } from "@mantine/core";
import "@mantine/core/styles.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode, useEffect } from "react";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { queryClient } from "./api/query-client.ts";
import { createI18n } from "./i18n/i18n.ts";
import { preferences, usePreferences } from "./preferences/preferences.ts";
import { router } from "./router.ts";
import "./theme/base.css";
import { nonce, theme } from "./theme/theme.ts";
import "./theme/tokens.css";

// Dialogs keep the page behind them from scrolling by a style tag, which asks here for what the policy of the page allows.
Object.assign(globalThis, { __webpack_nonce__: nonce() });

const words = await createI18n(preferences().language);

function App() {
  const { language, theme: scheme } = usePreferences();
  useEffect(() => {
    document.documentElement.lang = language;
    if (words.language !== language)
      void import("./i18n/change-language.ts").then(({ change }) => change(words, language));
  }, [language]);
  return (
    <I18nextProvider i18n={words}>
      <MantineProvider
        theme={theme}
        getStyleNonce={nonce}
        {...(scheme === "auto" ? { defaultColorScheme: "auto" as const } : { forceColorScheme: scheme })}
      >
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}

// What keeps the page behind a dialog from scrolling writes a style of its own, and looks for its nonce here.
Object.assign(globalThis, { __webpack_nonce__: nonce() });

const place = document.querySelector("#app");
if (place === null) throw new Error("the page has no #app");
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
