import Sortable from 'sortablejs';

/** Widgets are dragged within and between the zones; where one is dropped is sent with a form of the page, as its buttons do. */
export function widgets(): void {
  const form = document.querySelector<HTMLFormElement>('#move-widget');
  if (!form) {
    return;
  }

  const set = (name: string, value: string) => {
    form.querySelector<HTMLInputElement>(`[name=${name}]`)!.value = value;
  };

  for (const list of document.querySelectorAll<HTMLElement>('[data-zones] .widgets')) {
    Sortable.create(list, {
      // Out of a zone that the theme has no more, but never into it.
      group: { name: 'widgets', put: list.dataset.zone !== undefined },
      sort: list.dataset.zone !== undefined,
      handle: '.drag-handle',
      // The same on touch screens as with a mouse.
      forceFallback: true,
      animation: 150,
      onEnd: ({ item, to, from, oldIndex, newIndex }) => {
        if (to === from && oldIndex === newIndex) {
          return;
        }

        set('id', item.dataset.widget!);
        set('version', item.dataset.version!);
        set('zone', to.dataset.zone!);
        set('before', (item.nextElementSibling as HTMLElement | null)?.dataset.widget ?? '');
        form.requestSubmit();
      },
    });
  }
}
