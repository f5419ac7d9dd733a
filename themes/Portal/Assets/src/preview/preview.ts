const faults: Record<string, string> = { PasswordException: 'locked', InvalidPDFException: 'damaged' };
let panels = 0;

/** Files get a button that shows them in the page. What draws them is loaded when the first one is pressed. */
export function previewFiles(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-preview]')) {
    button.hidden = false;
    button.ariaExpanded = 'false';
    let panel: HTMLElement | undefined;
    button.addEventListener('click', () => {
      const opens = button.ariaExpanded === 'false';
      button.ariaExpanded = String(opens);
      if (panel) {
        panel.hidden = !opens;
      } else if (opens) {
        panel = open(button, () => { panel = undefined; });
      }
    });
  }
}

/** @param giveUp Called when the file cannot be shown, so that the next press tries again. */
function open(button: HTMLButtonElement, giveUp: () => void): HTMLElement {
  const template = document.querySelector<HTMLTemplateElement>('#file-preview')!;
  const panel = template.content.firstElementChild!.cloneNode(true) as HTMLElement;
  panel.id = `preview-${++panels}`;
  button.setAttribute('aria-controls', panel.id);
  button.closest('li')!.append(panel);

  const url = button.dataset.preview!;
  const fail = (error: unknown) => {
    const kind = faults[(error as Error)?.name] ?? 'missing';
    panel.querySelector<HTMLElement>('[data-wait]')!.hidden = true;
    panel.querySelector<HTMLElement>(`[data-fault=${kind}]`)!.hidden = false;
    const link = panel.querySelector<HTMLAnchorElement>('a[download]')!;
    link.href = url;
    link.hidden = false;
    button.addEventListener('click', () => { panel.remove(); giveUp(); }, { once: true, capture: true });
  };
  // By its address, with the fingerprint that the engine gave it.
  (import(/* @vite-ignore */ new URL(template.dataset.viewer!, location.href).href) as Promise<typeof import('./viewer')>)
    .then((viewer) => viewer.show(panel, url, fail))
    .catch(fail);
  return panel;
}
