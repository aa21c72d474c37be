import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where a development server finds the API; the product itself serves both on one port. */
const api = 'http://127.0.0.1:4242';

export default defineConfig({
  plugins: [react()],
  build: { target: 'es2023', reportCompressedSize: true, chunkSizeWarningLimit: 800, assetsInlineLimit: 0 },
  worker: { format: 'es' },
  server: {
    proxy: { '/api': { target: api, ws: true }, '/edition': api },
  },
});
