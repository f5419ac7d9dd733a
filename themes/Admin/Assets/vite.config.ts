import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { defineConfig, type Plugin } from 'vite';

const fonts = createRequire(import.meta.url).resolve('@expo-google-fonts/be-vietnam-pro/package.json').replace('package.json', '');

// No browser asks for these: the server writes PDF files with them.
const fontsOfFiles: Plugin = {
  name: 'fonts-of-files',
  generateBundle() {
    for (const style of ['400Regular', '600SemiBold']) {
      const name = `BeVietnamPro_${style}.ttf`;
      this.emitFile({ type: 'asset', fileName: `fonts/${name}`, source: readFileSync(`${fonts}${style}/${name}`) });
    }
  },
};

// The entry keeps its name: the engine adds fingerprints to the addresses. What it loads on demand carries a hash.
export default defineConfig({
  base: './',
  plugins: [fontsOfFiles],
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
