import { extractStyle } from '@ant-design/static-style-extract';
import react from '@vitejs/plugin-react';
import { ConfigProvider } from 'antd';
import { createElement, Fragment } from 'react';
import { defineConfig, type Plugin } from 'vite';
import { FORM_CSS } from './electron/forms/form-css.ts';
import { STYLED_COMPONENTS, themeOf } from './renderer/ui/theme.ts';
import { INSTALLATION_ROLES } from './shared/vocabulary/words.ts';

const ANTD_STYLES = 'virtual:antd.css';
const FORM_STYLES = 'virtual:form.css';

/** The page: static files that both hosts serve. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), madeStyles(ANTD_STYLES, antdStyles), madeStyles(FORM_STYLES, () => FORM_CSS)],
  build: {
    outDir: '../out/page',
    emptyOutDir: true,
    target: 'chrome109',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
});

/** A style sheet that is made and not written: `name` is imported like a file. */
function madeStyles(name: string, make: () => string): Plugin {
  return {
    name,
    resolveId: (id) => (id === name ? `\0${id}` : undefined),
    load: (id) => (id === `\0${name}` ? make() : undefined),
  };
}

/** antd's styles as one file: the page's policy lets no style in that a script wrote. */
function antdStyles(): string {
  const themes = INSTALLATION_ROLES.map((role) => ({ ...themeOf(role), zeroRuntime: false }));
  return extractStyle({
    includes: [...STYLED_COMPONENTS],
    customTheme: (node) =>
      createElement(
        Fragment,
        null,
        ...themes.map((theme, key) => createElement(ConfigProvider, { key, theme }, node)),
      ),
  });
}
