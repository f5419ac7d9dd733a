/** Keeps a colour that is written and the one that is picked the same. */
export function colors(): void {
  for (const picked of document.querySelectorAll<HTMLInputElement>('[data-color-of]')) {
    const written = document.getElementById(picked.dataset.colorOf!) as HTMLInputElement;
    picked.addEventListener('input', () => {
      written.value = picked.value;
      written.dispatchEvent(new Event('input', { bubbles: true }));
    });
    written.addEventListener('input', (event) => {
      if (event.isTrusted && /^#[0-9a-f]{6}$/i.test(written.value)) {
        picked.value = written.value;
      }
    });
  }
}
