import Sortable from 'sortablejs';

/** Without an answer of the server: up, down, out and in by buttons, and anywhere by dragging. Saving is the form's own. */
export function tree(form: HTMLFormElement): void {
  const words = JSON.parse(form.dataset.words!) as { top: string; below: string; stays: string };
  const levels = Number(form.dataset.levels);
  const status = form.querySelector<HTMLElement>('[data-tree-status]')!;
  let isSent = false;

  const entries = () => [...form.querySelectorAll<HTMLElement>('[data-entry]')];
  const levelOf = (entry: HTMLElement) => {
    let level = -1;
    for (let list = entry.closest<HTMLElement>('[data-tree-list]'); list; list = list.parentElement!.closest<HTMLElement>('[data-tree-list]')) {
      level++;
    }

    return level;
  };
  const listOf = (entry: HTMLElement) => entry.querySelector<HTMLElement>(':scope > [data-tree-list]');
  const parentOf = (entry: HTMLElement) => entry.parentElement!.closest<HTMLElement>('[data-entry]');
  const nameOf = (entry: HTMLElement) => entry.querySelector('[data-entry-name]')!.textContent!;
  const heightOf = (entry: HTMLElement) => 1 + Math.max(...[entry, ...entry.querySelectorAll<HTMLElement>('[data-entry]')].map(levelOf)) - levelOf(entry);

  const changed = () => form.classList.add('is-changed');

  // The form says of each entry where it stands: its lines in their order, each with its level.
  const write = () => {
    for (const entry of entries()) {
      const line = entry.querySelector<HTMLInputElement>('[data-entry-line]')!;
      const level = levelOf(entry);
      const [id, , type] = line.value.split(':');
      line.value = `${id}:${level}:${type}`;
      const list = listOf(entry);
      if (level + 1 < levels && !list) {
        const added = document.createElement('ol');
        added.className = 'tree-list';
        added.dataset.treeList = '';
        entry.append(added);
        sortable(added);
      } else if (level + 1 >= levels && list?.childElementCount === 0) {
        Sortable.get(list)?.destroy();
        list.remove();
      }
    }
  };

  const tell = (entry: HTMLElement) => {
    const beside = [...entry.parentElement!.children].filter((one) => one.matches('[data-entry]'));
    const parent = parentOf(entry);
    const values = [nameOf(entry), `${beside.indexOf(entry) + 1}`, `${beside.length}`, parent ? nameOf(parent) : ''];
    status.textContent = fill(parent ? words.below : words.top, values);
  };

  const moved = (entry: HTMLElement) => {
    write();
    changed();
    tell(entry);
  };

  const move = (entry: HTMLElement, verb: string): boolean => {
    const former = entry.previousElementSibling as HTMLElement | null;
    const parent = parentOf(entry);
    switch (verb) {
      case 'up':
        former?.before(entry);
        return former !== null;
      case 'down': {
        const next = entry.nextElementSibling;
        next?.after(entry);
        return next !== null;
      }
      case 'out':
        parent?.after(entry);
        return parent !== null;
      default: {
        const list = former && listOf(former);
        if (!list || levelOf(entry) + heightOf(entry) >= levels) {
          return false;
        }

        list.append(entry);
        return true;
      }
    }
  };

  const sortable = (list: HTMLElement) => {
    Sortable.create(list, {
      group: {
        name: 'tree',
        put: (to, _from, dragged) => !dragged.contains(to.el) && heightOf(dragged) + depthOf(to.el) <= levels,
      },
      draggable: '[data-entry]',
      handle: '[data-handle]',
      animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 120,
      // Pointers instead of the browser's own dragging: the same with a mouse, a finger and a pen.
      forceFallback: true,
      fallbackOnBody: true,
      fallbackTolerance: 3,
      swapThreshold: 0.65,
      // Into an empty list goes what is held over it, not what is near.
      emptyInsertThreshold: 0,
      onStart: () => form.classList.add('is-dragging'),
      onEnd: ({ item, from, to, oldIndex, newIndex }) => {
        form.classList.remove('is-dragging');
        if (from !== to || oldIndex !== newIndex) {
          moved(item);
        }
      },
    });
  };

  // How many levels there are above the entries of a list.
  const depthOf = (list: HTMLElement) => {
    const entry = list.closest<HTMLElement>('[data-entry]');
    return entry ? levelOf(entry) + 1 : 0;
  };

  form.querySelectorAll<HTMLElement>('[data-tree-list]').forEach(sortable);

  form.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('[data-move]');
    if (!button) {
      return;
    }

    event.preventDefault();
    const entry = button.closest<HTMLElement>('[data-entry]')!;
    if (move(entry, button.dataset.move!)) {
      moved(entry);
      // What moves in the document loses the keyboard.
      button.focus();
    } else {
      status.textContent = fill(words.stays, [nameOf(entry)]);
    }
  });

  form.addEventListener('input', ({ target }) => {
    changed();
    const title = target as HTMLInputElement;
    if (title.matches('[data-entry-title]')) {
      title.closest('[data-entry]')!.querySelector('[data-entry-name]')!.textContent = title.value;
    }
  });
  form.addEventListener('submit', () => { isSent = true; });
  addEventListener('pageshow', () => { isSent = false; });
  addEventListener('beforeunload', (event) => {
    if (form.matches('.is-changed') && !isSent) {
      event.preventDefault();
      event.returnValue = form.dataset.unsaved!;
    }
  });
}

function fill(text: string, values: string[]): string {
  return text.replace(/\{(\d)\}/g, (_, index: string) => values[Number(index)]);
}
