import 'bootstrap/js/dist/alert';
import 'bootstrap/js/dist/collapse';
import 'bootstrap/js/dist/dropdown';
import 'bootstrap/js/dist/modal';
import 'bootstrap/js/dist/offcanvas';
import htmx from 'htmx.org';
import './admin.css';
import { colorModes } from './color-mode';
import { palette } from './palette';

declare global {
  interface Window {
    htmx: typeof htmx;
  }
}
window.htmx = htmx;

colorModes();
palette();

// A page that was refused begins where it says why.
document.querySelector<HTMLElement>('[data-focus]')?.focus();
