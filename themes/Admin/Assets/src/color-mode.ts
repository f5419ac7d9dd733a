const key = 'orchardsite-color-mode';

/** Buttons that choose light, dark, or what the device is set to. */
export function colorModes(): void {
  const buttons = [...document.querySelectorAll<HTMLElement>('[data-color-mode]')];
  const show = () => {
    const chosen = localStorage.getItem(key) ?? 'auto';
    buttons.forEach((button) => button.setAttribute('aria-pressed', String(button.dataset.colorMode === chosen)));
  };
  for (const button of buttons) {
    button.addEventListener('click', () => {
      localStorage.setItem(key, button.dataset.colorMode!);
      dispatchEvent(new Event('orchardsite:color-mode'));
      show();
    });
  }
  show();
}
