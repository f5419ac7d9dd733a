const desktop = '(min-width: 62em)';

/** Drop-downs open and close without script; this closes them as people expect: by Escape, by a click elsewhere, by moving on. */
export function openDropDowns(): void {
  const menu = document.getElementById('main-menu');
  if (!menu) {
    return;
  }

  const open = () => menu.querySelector<HTMLDetailsElement>('details[open]');
  const isDropDown = () => matchMedia(desktop).matches;

  document.addEventListener('keydown', (event) => {
    const dropDown = event.key === 'Escape' && isDropDown() ? open() : null;
    if (dropDown) {
      const hadFocus = dropDown.contains(document.activeElement);
      dropDown.open = false;
      if (hadFocus) {
        dropDown.querySelector('summary')?.focus();
      }
    }
  });

  for (const type of ['click', 'focusin']) {
    document.addEventListener(type, (event) => {
      const dropDown = isDropDown() ? open() : null;
      if (dropDown && !dropDown.contains(event.target as Node)) {
        dropDown.open = false;
      }
    });
  }

  // A panel that was open on a narrow screen would hide the page once the screen is turned.
  matchMedia(desktop).addEventListener('change', () => {
    if (menu.matches(':popover-open')) {
      menu.hidePopover();
    }
  });
}
