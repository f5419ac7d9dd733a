/** The command palette: Ctrl+K opens it, arrows choose, Enter goes, Escape closes. */
export function palette(): void {
  const dialog = document.querySelector<HTMLDialogElement>('#palette');
  if (!dialog) {
    return;
  }

  const input = dialog.querySelector('input')!;
  const entries = dialog.querySelector<HTMLElement>('#palette-entries')!;
  const all = () => [...entries.querySelectorAll<HTMLAnchorElement>('[role=option]')];
  const selected = () => all().findIndex((entry) => entry.getAttribute('aria-selected') === 'true');

  const select = (index: number) => {
    const options = all();
    options.forEach((entry, place) => entry.setAttribute('aria-selected', String(place === index)));
    if (options[index]) {
      input.setAttribute('aria-activedescendant', options[index].id);
      options[index].scrollIntoView({ block: 'nearest' });
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  };

  const open = () => {
    if (dialog.open) {
      return;
    }

    input.value = '';
    dialog.showModal();
    input.focus();
    input.dispatchEvent(new Event('palette:open'));
  };

  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      open();
    }
  });
  document.querySelectorAll('[data-open-palette]').forEach((button) => button.addEventListener('click', open));
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
  entries.addEventListener('htmx:afterSwap', () => select(0));
  input.addEventListener('keydown', (event) => {
    const count = all().length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (count > 0) {
        select((selected() + (event.key === 'ArrowDown' ? 1 : count - 1)) % count);
      }
    } else if (event.key === 'Enter') {
      event.preventDefault();
      all()[selected()]?.click();
    }
  });
}
