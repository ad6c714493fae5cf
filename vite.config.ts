import { reactRouter } from '@react-router/dev/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
  build: {
    // The content security policy has no `data:` for fonts and scripts, so nothing may be inlined.
    assetsInlineLimit: 0,
  },
});
