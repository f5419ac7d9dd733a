/** "Back" returns to where the reader was on this site; whoever came from elsewhere follows the link. */
export function goBack(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-back]')) {
    link.addEventListener('click', (event) => {
      const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
      if (plain && history.length > 1 && cameFromThisSite()) {
        event.preventDefault();
        history.back();
      }
    });
  }
}

export function print(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
}

function cameFromThisSite(): boolean {
  return document.referrer !== '' && new URL(document.referrer).origin === location.origin;
}
