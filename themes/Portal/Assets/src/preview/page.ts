import { TextLayer, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

// What small devices can hold of one picture, and what is enough for sharp letters.
const mostPixels = 12_000_000;
const mostPixelRatio = 2;

/** In the units of the file: 1/72 inch. */
interface Size {
  width: number;
  height: number;
}

/** One page: a room of the right size at once; the picture and the text over it while it is drawn. */
export class Page {
  readonly element = document.createElement('div');

  readonly #file: PDFDocumentProxy;
  readonly #number: number;
  readonly #fail: (error: unknown) => void;
  #size: Size;
  #scale = 1;
  #isWanted = false;
  #stop: (() => void) | undefined;

  constructor(file: PDFDocumentProxy, number: number, size: Size, name: string, fail: (error: unknown) => void) {
    [this.#file, this.#number, this.#size, this.#fail] = [file, number, size, fail];
    this.element.className = 'preview-page';
    this.element.role = 'group';
    this.element.ariaLabel = name;
  }

  resize(scale: number): void {
    this.#scale = scale;
    this.#makeRoom();
    if (this.#isWanted) {
      this.clear();
      this.draw();
    }
  }

  draw(): void {
    if (this.#isWanted) {
      return;
    }

    this.#isWanted = true;
    let isStopped = false;
    this.#stop = () => { isStopped = true; };
    void this.#file.getPage(this.#number)
      .then((page) => isStopped ? undefined : this.#paint(page))
      .catch((error: unknown) => {
        if (!isStopped) {
          this.#fail(error);
        }
      });
  }

  clear(): void {
    this.#isWanted = false;
    this.#stop?.();
    this.#stop = undefined;
    this.element.replaceChildren();
  }

  #paint(page: PDFPageProxy): Promise<unknown> {
    this.#size = page.getViewport({ scale: 1 });
    this.#makeRoom();
    const viewport = page.getViewport({ scale: this.#scale });
    const ratio = Math.min(devicePixelRatio, mostPixelRatio, Math.sqrt(mostPixels / (viewport.width * viewport.height)));
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(viewport.width * ratio);
    canvas.height = Math.floor(viewport.height * ratio);
    canvas.ariaHidden = 'true';
    const letters = document.createElement('div');
    letters.className = 'preview-text';
    this.element.replaceChildren(canvas, letters);

    const picture = page.render({ canvas, viewport, transform: [ratio, 0, 0, ratio, 0, 0] });
    const text = new TextLayer({ textContentSource: page.streamTextContent(), container: letters, viewport });
    const note = this.#stop;
    this.#stop = () => {
      note?.();
      picture.cancel();
      text.cancel();
    };
    return Promise.all([picture.promise, text.render()]);
  }

  #makeRoom(): void {
    this.element.style.width = `${this.#size.width * this.#scale}px`;
    this.element.style.height = `${this.#size.height * this.#scale}px`;
    this.element.style.setProperty('--total-scale-factor', String(this.#scale));
  }
}
