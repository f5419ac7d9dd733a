import { defineConfig } from 'vite';

// The entry keeps its name: the engine adds fingerprints to the addresses. What it loads on demand carries a hash.
export default defineConfig({
  base: './',
  build: {
    outDir: '../wwwroot',
    emptyOutDir: true,
    target: ['chrome111', 'firefox113', 'safari16.4'],
    cssCodeSplit: false,
    modulePreload: false,
    assetsInlineLimit: (file) => file.endsWith('.svg'),
    rolldownOptions: {
      // htmx has an eval for expressions in attributes; the pages switch it off (allowEval), and their policy forbids it.
      checks: { eval: false },
      input: 'src/admin.ts',
      output: {
        format: 'es',
        entryFileNames: 'admin.js',
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: (asset) => asset.names[0].endsWith('.css') ? 'admin.css' : 'fonts/[name][extname]',
      },
    },
  },
});
