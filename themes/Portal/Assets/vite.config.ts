import { defineConfig } from 'vite';

// The names stay the same from build to build: the engine adds fingerprints to the addresses.
export default defineConfig({
  base: './',
  build: {
    outDir: '../wwwroot',
    emptyOutDir: true,
    target: ['chrome111', 'firefox113', 'safari16.4'],
    cssCodeSplit: false,
    // Icons travel inside the style sheet; fonts stay files that the layout can preload.
    assetsInlineLimit: (file) => file.endsWith('.svg'),
    rolldownOptions: {
      input: 'src/portal.ts',
      output: {
        format: 'iife',
        entryFileNames: 'portal.js',
        assetFileNames: (asset) => asset.names[0].endsWith('.css') ? 'portal.css' : 'fonts/[name][extname]',
      },
    },
  },
});
