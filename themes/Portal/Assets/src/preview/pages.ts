import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Page } from './page';

// At its own size a sheet of A4 is read with ease; more width would only be more to scroll.
const largestFit = 1.5;
const pause = 150;

/** The pages of a file below each other. Those near what the reader sees are drawn, the others are room. */
export class Pages {
  current = 1;

  readonly #list: Page[];
  readonly #box: HTMLElement;
  readonly #width: number;
  #zoom = 1;
  #told: (number: number) => void = () => {};

  /** @param first Its size is taken for that of the others until they are drawn. */
  constructor(box: HTMLElement, file: PDFDocumentProxy, first: PDFPageProxy, text: (number: number) => string, fail: (error: unknown) => void) {
    const size = first.getViewport({ scale: 1 });
    this.#box = box;
    this.#width = size.width;
    this.#list = Array.from({ length: file.numPages }, (_, index) => new Page(file, index + 1, size, text(index + 1), fail));
    box.append(...this.#list.map((page) => page.element));
  }

  /** @param told Hears on which page the reader is. */
  begin(told: (number: number) => void): void {
    this.#told = told;
    this.#box.hidden = false;
    this.#fit();
    const near = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        const page = this.#list.find((candidate) => candidate.element === entry.target)!;
        if (entry.isIntersecting) {
          page.draw();
        } else {
          page.clear();
        }
      }
    }, { root: this.#box, rootMargin: '50% 0px' });
    this.#list.forEach((page) => near.observe(page.element));

    this.#box.addEventListener('scroll', () => this.#tell(), { passive: true });
    let timer = 0;
    let width = this.#box.clientWidth;
    new ResizeObserver(() => {
      clearTimeout(timer);
      if (this.#box.clientWidth > 0 && this.#box.clientWidth !== width) {
        timer = window.setTimeout(() => { width = this.#box.clientWidth; this.#fit(); }, pause);
      }
    }).observe(this.#box);
  }

  turnTo(number: number): void {
    const page = this.#list[number - 1];
    if (page) {
      this.#box.scrollTop = page.element.offsetTop - this.#list[0]!.element.offsetTop;
    }
  }

  /** @param zoom 1: as wide as there is room. */
  zoomTo(zoom: number): void {
    this.#zoom = zoom;
    this.#fit();
  }

  #fit(): void {
    const padding = 2 * this.#list[0]!.element.offsetLeft;
    const scale = Math.min((this.#box.clientWidth - padding) / this.#width, largestFit) * this.#zoom;
    const at = this.#box.scrollTop / Math.max(this.#box.scrollHeight, 1);
    this.#list.forEach((page) => page.resize(scale));
    this.#box.scrollTop = at * this.#box.scrollHeight;
    this.#tell();
  }

  #tell(): void {
    const middle = this.#box.scrollTop + this.#list[0]!.element.offsetTop + (this.#box.clientHeight / 2);
    this.current = Math.max(this.#list.filter((page) => page.element.offsetTop <= middle).length, 1);
    this.#told(this.current);
  }
}
