import { Editor } from '@tiptap/core';
import Image from '@tiptap/extension-image';
import { TableKit } from '@tiptap/extension-table';
import TextAlign from '@tiptap/extension-text-align';
import StarterKit from '@tiptap/starter-kit';
import { cleanPaste } from './paste';
import { pick } from './picker';

type Words = Record<string, string>;

interface Tool {
  name: string;
  face: string;
  run: (editor: Editor) => void;
  isOn?: (editor: Editor) => boolean;
}

/** Makes an editor of a text area with HTML. The text area stays the form's control, and the whole editor without script. */
export function richText(area: HTMLTextAreaElement): void {
  const words = JSON.parse(area.form!.dataset.richTextWords!) as Words;
  const frame = document.createElement('div');
  frame.className = 'rich-text';
  const tools = document.createElement('div');
  tools.className = 'rich-tools';
  tools.setAttribute('role', 'toolbar');
  tools.setAttribute('aria-label', words.toolbar);
  const place = document.createElement('div');
  area.before(frame);
  frame.append(tools, place, area);
  area.hidden = true;
  const label = document.querySelector<HTMLLabelElement>(`label[for="${area.id}"]`);

  const editor = new Editor({
    element: place,
    // The pages' policy takes no style sheet but the theme's own: its rules are in editor.css.
    injectCSS: false,
    extensions: [
      StarterKit.configure({ heading: { levels: [2, 3, 4] }, link: { openOnClick: false, protocols: ['mailto', 'tel'], HTMLAttributes: { target: null, rel: null } } }),
      Image,
      TableKit.configure({ table: { resizable: false } }),
      TextAlign.configure({ types: ['heading', 'paragraph'] }),
    ],
    content: area.value,
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label?.childNodes[0]?.textContent?.trim() ?? words.text, ...describedBy(area) },
      transformPastedHTML: cleanPaste,
    },
    onUpdate: ({ editor: changed }) => {
      area.value = changed.isEmpty ? '' : tidy(changed.getHTML());
      area.dispatchEvent(new Event('input', { bubbles: true }));
    },
  });
  label?.addEventListener('click', () => editor.commands.focus());
  if (location.hash === `#${area.id}`) {
    editor.commands.focus();
  }

  const buttons = toolsOf(words).map((tool) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.innerHTML = tool.face;
    button.title = words[tool.name];
    button.setAttribute('aria-label', words[tool.name]);
    button.addEventListener('click', () => tool.run(editor));
    tools.append(button);
    return { tool, button };
  });
  // HTML is for those who know it and may.
  if (words.source) {
    tools.append(sourceButton(words, editor, place, area, buttons.map(({ button }) => button)));
  }

  rovingFocus(tools);

  const show = () => buttons.forEach(({ tool, button }) => tool.isOn && button.setAttribute('aria-pressed', String(tool.isOn(editor))));
  editor.on('transaction', show);
  show();
}

// The editor puts a paragraph into every list entry and table cell, and widths on tables; readers need neither.
function tidy(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  body.querySelectorAll('li > p:only-child, td > p:only-child, th > p:only-child').forEach((paragraph) => {
    if (!paragraph.hasAttribute('style')) {
      paragraph.replaceWith(...paragraph.childNodes);
    }
  });
  body.querySelectorAll('li > p:first-child:has(+ ul), li > p:first-child:has(+ ol)').forEach((paragraph) => paragraph.replaceWith(...paragraph.childNodes));
  body.querySelectorAll('colgroup').forEach((group) => group.remove());
  body.querySelectorAll('table[style]').forEach((table) => table.removeAttribute('style'));
  return body.innerHTML;
}

function describedBy(area: HTMLTextAreaElement): Record<string, string> {
  return Object.fromEntries(['aria-describedby', 'aria-invalid'].filter((name) => area.hasAttribute(name)).map((name) => [name, area.getAttribute(name)!]));
}

const icon = (name: string) => `<span class="icon icon-${name}"></span>`;

function toolsOf(words: Words): Tool[] {
  const mark = (name: string, face: string, run: Tool['run'], on: string | [string, object]): Tool => ({
    name, face, run, isOn: (editor) => (typeof on === 'string' ? editor.isActive(on) : editor.isActive(...on)),
  });
  return [
    mark('bold', icon('rich-bold'), (editor) => editor.chain().focus().toggleBold().run(), 'bold'),
    mark('italic', icon('rich-italic'), (editor) => editor.chain().focus().toggleItalic().run(), 'italic'),
    mark('heading', icon('rich-heading'), (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(), ['heading', { level: 2 }]),
    mark('subheading', icon('rich-subheading'), (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(), ['heading', { level: 3 }]),
    mark('bullets', icon('rich-bullets'), (editor) => editor.chain().focus().toggleBulletList().run(), 'bulletList'),
    mark('numbers', icon('rich-numbers'), (editor) => editor.chain().focus().toggleOrderedList().run(), 'orderedList'),
    mark('quote', icon('rich-quote'), (editor) => editor.chain().focus().toggleBlockquote().run(), 'blockquote'),
    { name: 'center', face: icon('rich-center'), run: (editor) => editor.chain().focus().toggleTextAlign('center').run(), isOn: (editor) => editor.isActive({ textAlign: 'center' }) },
    mark('link', icon('rich-link'), (editor) => void link(editor, words), 'link'),
    { name: 'picture', face: icon('rich-picture'), run: (editor) => void picture(editor, words) },
    { name: 'table', face: icon('rich-table'), run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run() },
    { name: 'undo', face: icon('rich-undo'), run: (editor) => editor.chain().focus().undo().run() },
    { name: 'redo', face: icon('rich-redo'), run: (editor) => editor.chain().focus().redo().run() },
  ];
}

async function link(editor: Editor, words: Words): Promise<void> {
  const picked = await pick(words.linkPicker, words.link);
  if (picked?.href === '') {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
  } else if (picked?.href && editor.state.selection.empty && !editor.isActive('link')) {
    editor.chain().focus().insertContent({ type: 'text', text: picked.href, marks: [{ type: 'link', attrs: { href: picked.href } }] }).run();
  } else if (picked?.href) {
    editor.chain().focus().extendMarkRange('link').setLink({ href: picked.href }).run();
  }
}

async function picture(editor: Editor, words: Words): Promise<void> {
  const picked = await pick(words.picturePicker, words.picture, true);
  if (picked?.href && picked.text) {
    editor.chain().focus().setImage({ src: picked.href, alt: picked.text }).run();
  }
}

function sourceButton(words: Words, editor: Editor, place: HTMLElement, area: HTMLTextAreaElement, others: HTMLButtonElement[]): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.innerHTML = icon('rich-source');
  button.title = words.source;
  button.setAttribute('aria-label', words.source);
  button.setAttribute('aria-pressed', 'false');
  button.addEventListener('click', () => {
    const toSource = area.hidden !== false;
    if (!toSource) {
      editor.commands.setContent(area.value, { emitUpdate: true });
    }

    area.hidden = !toSource;
    place.hidden = toSource;
    others.forEach((other) => { other.disabled = toSource; });
    button.setAttribute('aria-pressed', String(toSource));
  });
  return button;
}

// A toolbar is one stop of the Tab key; arrows move inside it.
function rovingFocus(tools: HTMLElement): void {
  const buttons = [...tools.querySelectorAll('button')];
  buttons.forEach((button, index) => { button.tabIndex = index === 0 ? 0 : -1; });
  tools.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const from = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (step === 0 || from < 0) {
      return;
    }

    event.preventDefault();
    buttons[from].tabIndex = -1;
    const to = buttons[(from + step + buttons.length) % buttons.length];
    to.tabIndex = 0;
    to.focus();
  });
}
