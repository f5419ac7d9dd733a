/** Shows at the top of the page how much is new for the person, as soon as the portal knows. */
export function notifications(): void {
  const bell = document.querySelector<HTMLElement>('[data-stream]');
  if (!bell) {
    return;
  }

  const count = bell.querySelector<HTMLElement>('.bell-count')!;
  let source: EventSource | undefined;

  // A page that nobody looks at keeps no connection open.
  const follow = (): void => {
    if (document.visibilityState === 'hidden') {
      source?.close();
      source = undefined;
    } else if (!source) {
      source = new EventSource(bell.dataset['stream']!);
      source.addEventListener('unread', (event: MessageEvent<string>) => {
        count.textContent = event.data;
        count.hidden = event.data === '0';
      });
    }
  };
  document.addEventListener('visibilitychange', follow);
  window.addEventListener('pagehide', () => source?.close());
  follow();
}
