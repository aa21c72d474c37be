import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Where a development server finds the API; the product itself serves both on one port. */
const api = 'http://127.0.0.1:4242';

/** The encoding guide, and what it links to, stand beside the desk under their own names. */
function encodingGuide(): Plugin {
  const files = ['encoding-guide.html', 'encoding-guide.js', 'letters.rng', 'letters.odd'];
  const read = (file: string) => readFileSync(new URL(`../../schemas/${file}`, import.meta.url));
  return {
    name: 'encoding-guide',
    generateBundle() {
      for (const fileName of files) this.emitFile({ type: 'asset', fileName, source: read(fileName) });
    },
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const file = files.find((each) => request.url === `/${each}`);
        if (file === undefined) return next();
        if (file.endsWith('.js')) response.setHeader('content-type', 'text/javascript');
        response.end(read(file));
      });
    },
  };
}

export default defineConfig({
  plugins: [react(), encodingGuide()],
  build: { target: 'es2023', reportCompressedSize: true, chunkSizeWarningLimit: 800, assetsInlineLimit: 0 },
  worker: { format: 'es' },
  server: {
    proxy: { '/api': { target: api, ws: true }, '/edition': api },
  },
});
