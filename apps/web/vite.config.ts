import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

const server = 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react()],
  // The libraries are read as sources, so that the page builds without building them first.
  resolve: { conditions: ['@travellite/source', ...defaultClientConditions] },
  // The server's content security policy allows no data: addresses.
  build: { assetsInlineLimit: 0 },
  server: { proxy: { '/ws': { target: server, ws: true }, '/health': server } },
});
