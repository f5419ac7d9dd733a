import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

const pdfjs = 'node_modules/pdfjs-dist';

/** What the viewer of PDF files asks for by name: encodings and fonts that documents leave out, and readers of their pictures. */
function pdfData(): Plugin {
  return {
    name: 'pdf-data',
    generateBundle() {
      const { version } = JSON.parse(readFileSync(`${pdfjs}/package.json`, 'utf8')) as { version: string };
      for (const folder of ['cmaps', 'standard_fonts', 'wasm']) {
        // WebAssembly is what the policy of the site forbids.
        for (const name of readdirSync(`${pdfjs}/${folder}`).filter((file) => !file.endsWith('.wasm') && !file.startsWith('quickjs'))) {
          this.emitFile({ type: 'asset', fileName: `pdfjs-${version}/${folder}/${name}`, source: readFileSync(`${pdfjs}/${folder}/${name}`) });
        }
      }
    },
  };
}

// The entries keep their names: the engine adds fingerprints to the addresses. What the viewer loads by itself carries a hash or a version.
export default defineConfig({
  base: './',
  plugins: [pdfData()],
  build: {
    outDir: '../wwwroot',
    emptyOutDir: true,
    target: ['chrome111', 'firefox113', 'safari16.4'],
    cssCodeSplit: false,
    modulePreload: false,
    // Icons travel inside the style sheet; fonts stay files that the layout can preload.
    assetsInlineLimit: (file) => file.endsWith('.svg'),
    // The viewer is large, but only loaded by whoever presses its button.
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      input: { portal: 'src/portal.ts', viewer: 'src/preview/viewer.ts' },
      // What they export is asked for by address.
      preserveEntrySignatures: 'strict',
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        assetFileNames: ({ names: [name] }) => name.endsWith('.css') ? 'portal.css' : name.endsWith('.mjs') ? '[name]-[hash][extname]' : 'fonts/[name][extname]',
      },
    },
  },
});
