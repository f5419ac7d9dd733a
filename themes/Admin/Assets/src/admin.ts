import 'bootstrap/js/dist/alert';
import 'bootstrap/js/dist/collapse';
import 'bootstrap/js/dist/dropdown';
import 'bootstrap/js/dist/modal';
import 'bootstrap/js/dist/offcanvas';
import htmx from 'htmx.org';
import './admin.css';
import { colorModes } from './color-mode';
import { colors } from './colors';
import { itemForm, keepPicked } from './item-form';
import { focusPoint, uploads } from './media-library';
import { notifications } from './notifications';
import { palette } from './palette';
import { mediaFields } from './picker';
import { widgets } from './widgets';

declare global {
  interface Window {
    htmx: typeof htmx;
  }
}
window.htmx = htmx;

colorModes();
palette();
notifications();
itemForm();
mediaFields();
uploads();
focusPoint();
colors();
widgets();

// The editor is a large part that few pages need.
const areas = document.querySelectorAll<HTMLTextAreaElement>('textarea[data-rich-text]:enabled');
if (areas.length > 0) {
  const { richText } = await import('./rich-text');
  areas.forEach(richText);
}

const treeForm = document.querySelector<HTMLFormElement>('[data-tree]');
if (treeForm) {
  const { tree } = await import('./tree');
  tree(treeForm);
  keepPicked(treeForm);
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.addEventListener('click', () => print());
}

// A page that was refused begins where it says why.
document.querySelector<HTMLElement>('[data-focus]')?.focus();
