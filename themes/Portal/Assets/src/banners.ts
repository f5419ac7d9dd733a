const secondsInView = 1;

/**
 * Tells the site which of its banners came into view (half of one, for a second) and which were followed, and nothing of the
 * reader. What was seen goes in one request when the page is left. Links lead straight to their address.
 */
export function countBanners(): void {
  const seen = new Map<string, Set<string>>();
  const observer = new IntersectionObserver(watch, { threshold: .5 });
  const waiting = new Map<Element, number>();
  for (const banner of document.querySelectorAll<HTMLElement>('.banners[data-seen] [data-banner]')) {
    observer.observe(banner);
    const link = banner.querySelector<HTMLAnchorElement>('a[data-url]');
    if (link) {
      goStraight(link);
    }
  }

  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && report());
  window.addEventListener('pagehide', report);

  function watch(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      window.clearTimeout(waiting.get(target));
      if (isIntersecting) {
        waiting.set(target, window.setTimeout(() => note(target as HTMLElement), secondsInView * 1000));
      }
    }
  }

  function note(banner: HTMLElement): void {
    observer.unobserve(banner);
    const address = banner.closest<HTMLElement>('[data-seen]')!.dataset.seen!;
    seen.set(address, (seen.get(address) ?? new Set()).add(banner.dataset.banner!));
  }

  function report(): void {
    for (const [address, ids] of seen) {
      navigator.sendBeacon(address, [...ids].join(' '));
    }

    seen.clear();
  }
}

function goStraight(link: HTMLAnchorElement): void {
  const counted = link.href;
  link.href = link.dataset.url!;
  link.addEventListener('click', () => navigator.sendBeacon(counted));
  // A new tab by the middle button.
  link.addEventListener('auxclick', (event) => event.button === 1 && navigator.sendBeacon(counted));
}
