/**
 * Tells the site that this page is read, and nothing of the reader; the answer has the figures of the counter. Where there is none, the
 * counter stays away.
 */
export async function countVisit(): Promise<void> {
  const mark = document.querySelector<HTMLMetaElement>('meta[name=visit]');
  if (!mark) {
    return;
  }

  // A browser that opens pages ahead has not shown this one to anybody yet.
  if ('prerendering' in document && document.prerendering) {
    await new Promise((shown) => document.addEventListener('prerenderingchange', shown, { once: true }));
  }

  const answer = await fetch(mark.dataset.to!, { method: 'POST', body: mark.content, keepalive: true }).catch(() => undefined);
  if (!answer?.ok) {
    return;
  }

  const figures = await answer.json() as Record<string, number>;
  for (const counter of document.querySelectorAll<HTMLElement>('[data-visits]')) {
    for (const place of counter.querySelectorAll<HTMLElement>('[data-count]')) {
      place.textContent = figures[place.dataset.count!].toLocaleString(document.documentElement.lang);
    }

    counter.hidden = false;
  }
}
