const key = 'portal.text-size';
const smallest = -1;
const largest = 4;

/** A-, A and A+ change the size of what is read, and the choice stays for the next page. */
export function sizeText(): void {
  let level = limit(read());
  apply(level);

  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-text-size]')) {
    button.addEventListener('click', () => {
      const step = Number(button.dataset.textSize);
      level = step === 0 ? 0 : limit(level + step);
      apply(level);
      write(level);
    });
  }
}

function apply(level: number): void {
  const style = document.documentElement.style;
  if (level === 0) {
    style.removeProperty('--text-scale');
  } else {
    style.setProperty('--text-scale', String(1 + level / 8));
  }
}

function limit(level: number): number {
  return Number.isInteger(level) ? Math.min(largest, Math.max(smallest, level)) : 0;
}

// Storage may be switched off or full: then the choice lasts for this page.
function read(): number {
  try {
    return Number(localStorage.getItem(key));
  } catch {
    return 0;
  }
}

function write(level: number): void {
  try {
    localStorage.setItem(key, String(level));
  } catch {
    return;
  }
}
