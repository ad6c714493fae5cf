import { reactRouter } from '@react-router/dev/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, type Plugin } from 'vite';

/** A page that takes a constant from where the database is spoken to would carry its driver to the browser, and break. */
const withoutDriver: Plugin = {
  name: 'without-driver',
  generateBundle(_, bundle) {
    if (this.environment.name !== 'client') return;
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || !chunk.moduleIds.some((id) => id.includes('/node_modules/pg/'))) continue;
      this.error(`${chunk.fileName} carries the database driver to the browser.`);
    }
  },
};

export default defineConfig({
  plugins: [tailwindcss(), reactRouter(), withoutDriver],
  build: {
    // The content security policy has no `data:` for fonts and scripts, so nothing may be inlined.
    assetsInlineLimit: 0,
  },
});
