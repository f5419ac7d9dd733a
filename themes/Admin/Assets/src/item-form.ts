const heartbeatEvery = 30_000;
const autosaveAfter = 4_000;

/** The form of an item: keeps what is typed, gives signs of life for the lock, and warns before it is left unsaved. */
export function itemForm(): void {
  const form = document.querySelector<HTMLFormElement>('[data-item-form]');
  if (!form || form.querySelector('fieldset:disabled')) {
    return;
  }

  const state = form.querySelector<HTMLElement>('[data-form-state]')!;
  // form.action would be the form's buttons of that name.
  const address = form.getAttribute('action')!;
  let isChanged = form.matches('.is-changed') || document.querySelector('#refusals') !== null;
  let isSent = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const send = (handler: string) => fetch(`${address}?handler=${handler}`, { method: 'POST', body: new FormData(form) });

  const keep = async () => {
    try {
      const answer = await send('Autosave');
      if (answer.ok) {
        state.textContent = await answer.text();
      }
    } catch {
      // No connection: the next keystroke tries again, and the page itself still has the text.
    }
  };

  form.addEventListener('input', () => {
    isChanged = true;
    clearTimeout(timer);
    timer = setTimeout(keep, autosaveAfter);
  });

  // What is picked stays when something else is looked for.
  form.addEventListener('change', ({ target }) => {
    const choice = (target as HTMLElement).closest('[data-found] .form-check');
    if (choice) {
      choice.closest('.picker')!.querySelector('[data-chosen]')!.append(choice);
      (target as HTMLElement).focus();
    }
  });

  // The same button pressed twice sends the form once.
  form.addEventListener('submit', (event) => {
    if (isSent) {
      event.preventDefault();
    }

    isSent = true;
    clearTimeout(timer);
  });
  addEventListener('pageshow', () => { isSent = false; });

  addEventListener('beforeunload', (event) => {
    if (isChanged && !isSent) {
      event.preventDefault();
      event.returnValue = form.dataset.unsaved!;
    }
  });
  addEventListener('pagehide', () => {
    if (!isSent) {
      navigator.sendBeacon(`${address}?handler=Release`, new FormData(form));
    }
  });

  if ((form.elements.namedItem('BaseVersionId') as HTMLInputElement).value) {
    // Loaded again, the page goes on under its own lock.
    const here = new URL(location.href);
    if (here.pathname.endsWith('/Edit')) {
      here.searchParams.set('lock', (form.elements.namedItem('lock') as HTMLInputElement).value);
      history.replaceState(history.state, '', here);
    }

    setInterval(async () => {
      const answer = await send('Heartbeat').catch(() => undefined);
      if (answer?.status === 409) {
        state.textContent = await answer.text();
      }
    }, heartbeatEvery);
  }
}
