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

  keepPicked(form);

  // The address may name the field that is to be mended; a text is focused by its editor.
  document.getElementById(location.hash.slice(1))?.focus();

  if (form.dataset.advice) {
    let turn = 0;
    form.addEventListener('change', async () => {
      const asked = ++turn;
      const answer = await send('Advice').catch(() => undefined);
      if (answer?.ok && asked === turn) {
        showAdvice(form, await answer.json());
      }
    });
  }

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

/** What is picked stays when something else is looked for. */
export function keepPicked(form: HTMLFormElement): void {
  form.addEventListener('change', ({ target }) => {
    const choice = (target as HTMLElement).closest('[data-found] .form-check');
    if (choice) {
      choice.closest('.picker')!.querySelector('[data-chosen]')!.append(choice);
      (target as HTMLElement).focus();
    }
  });
}

interface Advice {
  field: string;
  message: string;
  isFault: boolean;
  proposed: Record<string, string>;
}

/** Puts what the server says of what is typed beside its fields, with values to take over. */
function showAdvice(form: HTMLFormElement, advice: Advice[]): void {
  for (const old of form.querySelectorAll('[data-advice-of]')) {
    old.replaceChildren();
  }

  for (const { field, message, isFault, proposed } of advice) {
    const place = adviceOf(form, field);
    if (!place) {
      continue;
    }

    place.classList.toggle('field-error', isFault);
    place.append(message);
    const values = Object.entries(proposed);
    if (values.length > 0) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn btn-sm btn-outline-secondary';
      button.textContent = form.dataset.advice!;
      button.addEventListener('click', () => {
        for (const [name, value] of values) {
          (form.elements.namedItem(name) as HTMLInputElement).value = value;
        }

        const first = form.elements.namedItem(values[0][0]) as HTMLInputElement;
        first.focus();
        first.dispatchEvent(new Event('input', { bubbles: true }));
        first.dispatchEvent(new Event('change', { bubbles: true }));
      });
      place.append(' ', button);
    }
  }
}

function adviceOf(form: HTMLFormElement, field: string): HTMLElement | undefined {
  const known = form.querySelector<HTMLElement>(`[data-advice-of="${field}"]`);
  const frame = form.querySelector(`[name^="${field}."]`)?.closest('.field');
  if (known || !frame) {
    return known ?? undefined;
  }

  const place = document.createElement('p');
  place.className = 'form-text advice';
  place.dataset.adviceOf = field;
  place.setAttribute('role', 'status');
  frame.append(place);
  return place;
}
