/**
 * What Word, Zalo and other programs put on the clipboard, as an article can use it: headings, lists, tables, bold and
 * italic stay; fonts, colours, empty paragraphs and Word's own markup go. The server cleans again whatever arrives.
 */
export function cleanPaste(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const body = page.body;
  body.querySelectorAll('style, script, meta, link, title, xml').forEach((element) => element.remove());
  removeComments(page);
  wordHeadings(page);
  wordLists(page);
  styledText(page);
  for (const element of [...body.querySelectorAll('*')]) {
    // Word's namespaces, such as o:p and v:shape.
    if (element.tagName.includes(':')) {
      element.replaceWith(...element.childNodes);
      continue;
    }

    for (const { name, value } of [...element.attributes]) {
      const stays = name === 'href' || name === 'colspan' || name === 'rowspan' || name === 'alt' || (name === 'src' && !value.startsWith('file:'));
      if (!stays) {
        element.removeAttribute(name);
      }
    }
  }

  body.querySelectorAll('span, font').forEach((element) => element.replaceWith(...element.childNodes));
  // A picture on the other person's disk is none here.
  body.querySelectorAll('img:not([src])').forEach((element) => element.remove());
  body.querySelectorAll('p, h2, h3, h4').forEach((element) => {
    if (!element.querySelector('img, br') && !element.textContent!.replace(/\u00a0/g, ' ').trim()) {
      element.remove();
    }
  });
  return body.innerHTML;
}

function removeComments(page: Document): void {
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) {
    comments.push(walker.currentNode);
  }

  comments.forEach((comment) => comment.parentNode?.removeChild(comment));
}

// An article has its title above: what Word calls the first heading is the second here.
function wordHeadings(page: Document): void {
  page.querySelectorAll('h1, h5, h6').forEach((element) => rename(page, element, element.tagName === 'H1' ? 'h2' : 'h4'));
}

// Word writes lists as paragraphs with the mark in front as text.
function wordLists(page: Document): void {
  let list: Element | undefined;
  for (const paragraph of [...page.querySelectorAll<HTMLElement>('p')]) {
    const isItem = /mso-list:\s*l\d+/i.test(paragraph.getAttribute('style') ?? '');
    if (!isItem) {
      list = undefined;
      continue;
    }

    const mark = [...paragraph.querySelectorAll('span')].find((span) => /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''));
    const isNumbered = /^\s*(\d+|[a-z]|[ivxlc]+)[.)]/i.test(mark?.textContent ?? '');
    mark?.remove();
    const tag = isNumbered ? 'OL' : 'UL';
    if (list?.tagName !== tag || paragraph.previousElementSibling !== list) {
      list = page.createElement(tag);
      paragraph.before(list);
    }

    const item = page.createElement('li');
    item.append(...paragraph.childNodes);
    paragraph.remove();
    list.append(item);
  }
}

// Zalo and Google mark bold and italic by styles alone.
function styledText(page: Document): void {
  for (const span of [...page.querySelectorAll<HTMLElement>('span')]) {
    const isBold = /^(bold|[6-9]00)$/.test(span.style.fontWeight);
    const isItalic = span.style.fontStyle === 'italic';
    if (isBold) {
      wrap(page, span, 'strong');
    }

    if (isItalic) {
      wrap(page, span, 'em');
    }
  }
}

function wrap(page: Document, element: Element, tag: string): void {
  const outer = page.createElement(tag);
  outer.append(...element.childNodes);
  element.append(outer);
}

function rename(page: Document, element: Element, tag: string): void {
  const other = page.createElement(tag);
  other.append(...element.childNodes);
  element.replaceWith(other);
}
