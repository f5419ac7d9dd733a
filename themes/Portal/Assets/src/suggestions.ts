interface Suggestion {
  text: string;
  kind: string;
  url: string;
}

const pause = 150;
const shortest = 2;
let boxes = 0;

/** Search boxes offer what begins as is typed. Without script, or where the server gives none, they search as they always do. */
export function suggest(): void {
  for (const row of document.querySelectorAll<HTMLElement>('[data-suggest]')) {
    follow(row.querySelector<HTMLInputElement>('input[type=search]')!, row, row.dataset.suggest!);
  }
}

function follow(input: HTMLInputElement, row: HTMLElement, address: string): void {
  const list = document.createElement('ul');
  list.id = `suggestions-${++boxes}`;
  list.className = 'suggestions';
  list.role = 'listbox';
  list.ariaLabel = input.ariaLabel ?? input.labels?.[0]?.textContent ?? '';
  list.hidden = true;
  row.append(list);
  input.role = 'combobox';
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.ariaExpanded = 'false';
  let asking: AbortController | undefined;
  let timer = 0;

  const options = () => [...list.querySelectorAll<HTMLElement>('[role=option]')];
  const chosen = () => options().findIndex((option) => option.ariaSelected === 'true');
  const close = () => {
    asking?.abort();
    clearTimeout(timer);
    list.hidden = true;
    input.ariaExpanded = 'false';
    input.removeAttribute('aria-activedescendant');
  };
  const choose = (index: number) => {
    options().forEach((option, at) => { option.ariaSelected = String(at === index); });
    const option = options()[index];
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  };
  const show = (found: Suggestion[]) => {
    list.replaceChildren(...found.map((suggestion, index) => {
      const option = document.createElement('li');
      option.id = `${list.id}-${index}`;
      option.role = 'option';
      option.ariaSelected = 'false';
      option.dataset.url = suggestion.url;
      const kind = document.createElement('span');
      kind.className = 'suggestion-kind';
      kind.textContent = suggestion.kind;
      option.append(suggestion.text, kind);
      return option;
    }));
    list.hidden = found.length === 0;
    input.ariaExpanded = String(found.length > 0);
    input.removeAttribute('aria-activedescendant');
  };
  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(`${address}?q=${encodeURIComponent(input.value)}`, { signal: asking.signal });
      show(answer.ok ? await answer.json() as Suggestion[] : []);
    } catch {
      // Typed on, or no network: the box searches without suggestions.
    }
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    if (input.value.trim().length < shortest) {
      close();
    } else {
      timer = window.setTimeout(() => void ask(), pause);
    }
  });
  input.addEventListener('keydown', (event) => {
    const count = options().length;
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !list.hidden) {
      event.preventDefault();
      const next = chosen() + (event.key === 'ArrowDown' ? 1 : -1);
      choose(next < -1 ? count - 1 : next >= count ? -1 : next);
    } else if (event.key === 'Enter' && !list.hidden && chosen() >= 0) {
      event.preventDefault();
      location.assign(options()[chosen()]!.dataset.url!);
    }
  });
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const url = (event.target as Element).closest<HTMLElement>('[role=option]')?.dataset.url;
    if (url) {
      location.assign(url);
    }
  });
  input.addEventListener('blur', close);
}
