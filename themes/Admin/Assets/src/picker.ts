import htmx from 'htmx.org';

/** What was chosen: data of the choice, and the description of a picture that was asked for. */
export interface Picked {
  path?: string;
  href?: string;
  text?: string;
}

/**
 * Opens a part of another page, such as the library, for a person to choose one thing.
 * @param asksText True: a picture needs words for those who cannot see it.
 * @returns Undefined when the dialog is closed without a choice.
 */
export function pick(address: string, title: string, asksText = false): Promise<Picked | undefined> {
  const dialog = document.querySelector<HTMLDialogElement>('#picker')!;
  const content = dialog.querySelector<HTMLElement>('#picker-content')!;
  const textForm = dialog.querySelector<HTMLFormElement>('#picker-text')!;
  const words = textForm.querySelector('textarea')!;
  dialog.querySelector('#picker-title')!.textContent = title;
  content.replaceChildren();
  content.hidden = false;
  textForm.hidden = true;
  // Where somebody goes on into a folder, what they pressed is gone: the keyboard stays in the dialog's new content.
  const keepFocus = () => {
    if (!dialog.contains(document.activeElement) || document.activeElement === dialog) {
      content.querySelector<HTMLElement>('input:not([type=hidden]), button')?.focus();
    }
  };
  void htmx.ajax('get', address, { target: content, swap: 'innerHTML' });
  dialog.showModal();

  return new Promise((resolve) => {
    let picked: Picked | undefined;
    const listening = new AbortController();
    const { signal } = listening;
    const finish = (result: Picked) => {
      picked = result;
      dialog.close();
    };

    content.addEventListener('htmx:afterSettle', keepFocus, { signal });
    content.addEventListener('click', (event) => {
      const choice = (event.target as Element).closest<HTMLElement>('[data-choice]');
      if (choice && asksText) {
        picked = { ...choice.dataset };
        content.hidden = true;
        textForm.hidden = false;
        textForm.querySelector('[data-picked-name]')!.textContent = choice.innerText.trim();
        words.value = choice.dataset.text ?? '';
        words.focus();
      } else if (choice) {
        finish({ ...choice.dataset });
      }
    }, { signal });
    content.addEventListener('submit', (event) => {
      const own = (event.target as Element).closest<HTMLFormElement>('[data-own-link]');
      if (own) {
        event.preventDefault();
        finish({ href: own.querySelector('input')!.value.trim() });
      }
    }, { signal });
    textForm.addEventListener('submit', (event) => {
      event.preventDefault();
      if (words.value.trim()) {
        finish({ ...picked, text: words.value.trim() });
      } else {
        words.focus();
      }
    }, { signal });
    dialog.querySelector('[data-picker-close]')!.addEventListener('click', () => {
      picked = undefined;
      dialog.close();
    }, { signal });
    dialog.addEventListener('cancel', () => { picked = undefined; }, { signal });
    dialog.addEventListener('close', () => {
      listening.abort();
      resolve(picked);
    }, { once: true });
  });
}

/** The fields of a form that take files of the library. */
export function mediaFields(): void {
  document.querySelectorAll<HTMLElement>('[data-media-row]').forEach((row) => {
    const button = row.querySelector<HTMLButtonElement>('[data-pick]')!;
    const path = row.querySelector<HTMLInputElement>('[data-media-path]')!;
    const text = row.querySelector<HTMLInputElement>('[data-media-text]')!;
    button.addEventListener('click', async () => {
      const picked = await pick(button.dataset.pick!, button.getAttribute('aria-label')!);
      if (!picked?.path) {
        return;
      }

      // The words of another file say nothing of this one.
      text.value = path.value === picked.path && text.value ? text.value : picked.text ?? '';
      path.value = picked.path;
      path.dispatchEvent(new Event('input', { bubbles: true }));
      button.focus();
    });
  });
}
