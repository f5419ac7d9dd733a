import { getDocument, GlobalWorkerOptions, version } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { Pages } from './pages';
import css from './viewer.css?inline';

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

// Beside this file: vite.config.ts puts there what documents need that do not bring their own fonts and encodings.
const data = `${import.meta.url.slice(0, import.meta.url.lastIndexOf('/'))}/pdfjs-${version}`;

GlobalWorkerOptions.workerSrc = workerUrl;
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/**
 * Draws a PDF in the panel.
 * @param fail Called for what goes wrong once the pages are there.
 * @throws Of pdf.js: `PasswordException`, `InvalidPDFException`, or another when the file does not arrive.
 */
export async function show(panel: HTMLElement, url: string, fail: (error: unknown) => void): Promise<void> {
  if (!document.adoptedStyleSheets.includes(sheet)) {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }

  const file = await getDocument({
    url,
    cMapUrl: `${data}/cmaps/`,
    standardFontDataUrl: `${data}/standard_fonts/`,
    wasmUrl: `${data}/wasm/`,
    // The policy of the site lets nobody compile code, not even WebAssembly: pictures are read by plain script.
    useWasm: false,
    // Of a large file only the pages that are looked at.
    disableStream: true,
    disableAutoFetch: true,
    disableWorkerRendering: true,
    verbosity: 0,
  }).promise;
  const part = <T extends HTMLElement>(selector: string) => panel.querySelector<T>(selector)!;
  const place = part('[data-place]');
  const text = (number: number) => place.dataset.place!.replace('{0}', String(number)).replace('{1}', String(file.numPages));
  const pages = new Pages(part('[data-pages]'), file, await file.getPage(1), text, fail);
  let zoom = zooms.indexOf(1);

  const tell = (number: number) => {
    if (place.textContent !== text(number)) {
      place.textContent = text(number);
    }

    disable('[data-turn="-1"]', number === 1);
    disable('[data-turn="1"]', number === file.numPages);
    disable('[data-zoom="-1"]', zoom === 0);
    disable('[data-zoom="1"]', zoom === zooms.length - 1);
  };
  // A button that has the focus keeps it, so it is not taken away, only said to do nothing.
  const disable = (selector: string, isOff: boolean) => { part(selector).ariaDisabled = String(isOff); };
  for (const button of panel.querySelectorAll<HTMLButtonElement>('[data-turn]')) {
    button.addEventListener('click', () => pages.turnTo(pages.current + Number(button.dataset.turn)));
  }

  for (const button of panel.querySelectorAll<HTMLButtonElement>('[data-zoom]')) {
    button.addEventListener('click', () => {
      zoom = Math.min(Math.max(zoom + Number(button.dataset.zoom), 0), zooms.length - 1);
      pages.zoomTo(zooms[zoom]!);
      tell(pages.current);
    });
  }

  part('[data-wait]').hidden = true;
  part('[data-bar]').hidden = false;
  pages.begin(tell);
}
